package io.github.stepunit.report;

import io.github.stepunit.Execution;
import io.github.stepunit.FailedTest;
import io.github.stepunit.StateMachine;
import io.github.stepunit.task.TaskMocks;
import java.util.function.Consumer;

/** Failed tests for the tests of their page. */
final class Failures {

    /** Polls, forks, retries and gives up. */
    static final String ORDER =
            """
            {
              "Comment": "An order",
              "StartAt": "Validate",
              "States": {
                "Validate": {"Type": "Pass", "Result": true, "ResultPath": "$.valid", "Next": "Charge card"},
                "Charge card": {
                  "Type": "Task", "Resource": "arn:aws:states:::lambda:invoke", "TimeoutSeconds": 30,
                  "Parameters": {"FunctionName": "charge", "Payload.$": "$"},
                  "ResultSelector": {"receipt.$": "$.Payload.receipt"}, "ResultPath": "$.payment",
                  "Retry": [{"ErrorEquals": ["Lambda.TooManyRequestsException"], "IntervalSeconds": 2, "MaxAttempts": 3}],
                  "Catch": [{"ErrorEquals": ["CardDeclined"], "ResultPath": "$.problem", "Next": "Tell customer"}],
                  "Next": "Wait for stock"
                },
                "Wait for stock": {"Type": "Wait", "Seconds": 86400, "Next": "Large?"},
                "Large?": {"Type": "Choice", "Default": "Done", "Choices": [
                  {"Variable": "$.total", "NumericGreaterThan": 1000, "Next": "Ask manager"},
                  {"Variable": "$.lines[0]", "IsPresent": true, "Next": "Ship all"}]},
                "Ask manager": {"Type": "Pass", "Next": "Ship all"},
                "Ship all": {"Type": "Map", "ItemsPath": "$.lines", "ResultPath": "$.labels", "Next": "Done",
                  "ItemProcessor": {"StartAt": "Pick", "States": {
                    "Pick": {"Type": "Pass", "Next": "Print label"},
                    "Print label": {"Type": "Task", "Resource": "arn:aws:states:::lambda:invoke",
                      "Parameters": {"FunctionName": "print", "Payload.$": "$"}, "OutputPath": "$.Payload",
                      "Retry": [{"ErrorEquals": ["PrinterJam"], "IntervalSeconds": 60, "MaxAttempts": 2, "BackoffRate": 1}],
                      "End": true}}}},
                "Tell customer": {"Type": "Pass", "Next": "Declined"},
                "Declined": {"Type": "Fail", "Error": "CardDeclined"},
                "Done": {"Type": "Succeed"}
              }
            }
            """;

    private Failures() {}

    static Execution run(String definition, String name, String input, Consumer<TaskMocks> script) {
        TaskMocks tasks = new TaskMocks();
        script.accept(tasks);
        return StateMachine.of(definition)
                .named(name)
                .withTasks(tasks)
                .onStart(Execution::recordDataFlow)
                .start(input);
    }

    static Execution jammed() {
        return run(
                ORDER,
                "order",
                "{'orderId': 42, 'total': 310, 'lines': [{'sku': 'tea', 'count': 2}, {'sku': 'cup', 'count': 6}]}",
                tasks -> {
                    tasks.mock("Charge card")
                            .fails("Lambda.TooManyRequestsException", "Rate exceeded")
                            .times(2)
                            .thenReturns("{'receipt': 'r-1'}");
                    tasks.mock("Print label")
                            .whenInputAt("$.Payload.sku", "cup")
                            .fails("PrinterJam", "out of paper")
                            .always();
                    tasks.mock("Print label").returns("{'label': 'l-1'}").always();
                });
    }

    /** Polls until its result is nearly too large, in each of two iterations. */
    static Execution large() {
        return run(
                """
                {"StartAt": "Poll", "States": {
                  "Poll": {"Type": "Task", "Resource": "arn:aws:states:::lambda:invoke",
                    "Parameters": {"FunctionName": "poll"}, "OutputPath": "$.Payload", "Next": "Pause"},
                  "Pause": {"Type": "Wait", "Seconds": 30, "Next": "Ready?"},
                  "Ready?": {"Type": "Choice", "Default": "Poll", "Choices": [
                    {"Variable": "$.pages", "IsPresent": true, "Next": "Each page"}]},
                  "Each page": {"Type": "Map", "ItemsPath": "$.pages", "Next": "Done",
                    "ItemProcessor": {"StartAt": "Read", "States": {"Read": {"Type": "Pass", "End": true}}}},
                  "Done": {"Type": "Fail", "Error": "Stop"}}}
                """,
                "export",
                "{}",
                tasks -> tasks.mock("Poll")
                        .returns("{}")
                        .times(3)
                        .thenReturns("{'pages': ['" + "x".repeat(20_000) + "', '" + "y".repeat(230_000) + "']}"));
    }

    static FailedTest test(Execution execution) {
        return new FailedTest(
                "OrderTest.ships()",
                "\nExpecting execution to have the status\n  SUCCEEDED\nbut its status is\n  " + execution.status()
                        + "\n\n" + execution.toTree().render(),
                execution,
                1,
                1);
    }
}
