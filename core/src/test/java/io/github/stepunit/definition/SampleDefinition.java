package io.github.stepunit.definition;

/** A valid definition with every state type and nearly every field. */
final class SampleDefinition {

    static final String TEXT =
            """
            {
              "Comment": "everything",
              "QueryLanguage": "JSONPath",
              "Version": "1.0",
              "TimeoutSeconds": 3600,
              "StartAt": "Prepare",
              "States": {
                "Prepare": {
                  "Type": "Pass",
                  "Comment": "first",
                  "InputPath": "$.order",
                  "Parameters": {"id.$": "$.id", "fixed": [1, 2.5, "x"]},
                  "Result": {"a": 1.0},
                  "ResultPath": "$.prepared",
                  "Assign": {"tenant.$": "$.tenant", "n": 3},
                  "OutputPath": null,
                  "Next": "Charge card"
                },
                "Charge card": {
                  "Type": "Task",
                  "Resource": "arn:aws:states:::lambda:invoke.waitForTaskToken",
                  "Parameters": {"FunctionName": "charge", "Payload": {"token.$": "$$.Task.Token"}},
                  "Credentials": {"RoleArn": "arn:aws:iam::123456789012:role/r"},
                  "ResultSelector": {"receipt.$": "$.Payload.receipt"},
                  "ResultPath": "$.receipts[0]",
                  "TimeoutSecondsPath": "$.timeout",
                  "HeartbeatSeconds": 10,
                  "Retry": [
                    {
                      "Comment": "throttled",
                      "ErrorEquals": ["Lambda.TooManyRequestsException"],
                      "IntervalSeconds": 2,
                      "MaxAttempts": 5,
                      "BackoffRate": 1.5,
                      "MaxDelaySeconds": 30,
                      "JitterStrategy": "FULL"
                    },
                    {"ErrorEquals": ["States.ALL"]}
                  ],
                  "Catch": [
                    {
                      "ErrorEquals": ["Card.Declined", "States.Timeout"],
                      "ResultPath": null,
                      "Assign": {"why.$": "$.Error"},
                      "Next": "Refused"
                    }
                  ],
                  "Next": "Route"
                },
                "Route": {
                  "Type": "Choice",
                  "Choices": [
                    {
                      "And": [
                        {"Variable": "$.total", "NumericGreaterThanPath": "$.limit"},
                        {"Not": {"Variable": "$.vip", "BooleanEquals": true}},
                        {"Or": [{"Variable": "$.from", "TimestampLessThan": "2025-01-01T00:00:00Z"}]}
                      ],
                      "Assign": {"route": "slow"},
                      "Next": "Pause"
                    },
                    {"Variable": "$tenant", "IsPresent": false, "Next": "Refused"}
                  ],
                  "Assign": {"route": "fast"},
                  "Default": "Fan out"
                },
                "Pause": {"Type": "Wait", "Seconds": 30, "Next": "Pause until"},
                "Pause until": {"Type": "Wait", "TimestampPath": "$.from", "Next": "Fan out"},
                "Fan out": {
                  "Type": "Parallel",
                  "Branches": [
                    {"StartAt": "Left", "States": {"Left": {"Type": "Pass", "End": true}}},
                    {"Comment": "right", "StartAt": "Right", "States": {"Right": {"Type": "Succeed"}}}
                  ],
                  "Catch": [{"ErrorEquals": ["States.ALL"], "Next": "Refused"}],
                  "Next": "Each"
                },
                "Each": {
                  "Type": "Map",
                  "ItemsPath": "$[0].items",
                  "ItemSelector": {"item.$": "$$.Map.Item.Value"},
                  "MaxConcurrency": 2,
                  "ToleratedFailurePercentagePath": "$.percent",
                  "ToleratedFailureCount": 1,
                  "ItemProcessor": {
                    "ProcessorConfig": {"Mode": "INLINE"},
                    "StartAt": "Ship",
                    "States": {
                      "Ship": {"Type": "Task", "Resource": "arn:aws:states:::aws-sdk:sqs:sendMessage", "Parameters": {}, "End": true}
                    }
                  },
                  "Next": "Done"
                },
                "Done": {"Type": "Succeed", "OutputPath": "$[0]"},
                "Refused": {"Type": "Fail", "ErrorPath": "$.Error", "Cause": "refused"}
              }
            }
            """;

    private SampleDefinition() {}
}
