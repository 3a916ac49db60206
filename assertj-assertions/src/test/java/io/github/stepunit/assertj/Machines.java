package io.github.stepunit.assertj;

import static java.time.Duration.ofSeconds;

import io.github.stepunit.Execution;
import io.github.stepunit.StateMachine;
import io.github.stepunit.definition.StateMachineType;
import io.github.stepunit.task.TaskMocks;

/** Executions that the tests look at. */
final class Machines {

    static final String ORDER =
            """
            {"StartAt": "Validate", "States": {
              "Validate": {"Type": "Pass", "Next": "Charge card"},
              "Charge card": {"Type": "Task", "Resource": "arn:aws:states:::lambda:invoke",
                "Parameters": {"FunctionName": "charge", "Payload.$": "$"},
                "ResultSelector": {"receipt.$": "$.Payload.receipt"}, "ResultPath": "$.charge",
                "Retry": [{"ErrorEquals": ["Throttled"], "IntervalSeconds": 1, "BackoffRate": 2}],
                "Catch": [{"ErrorEquals": ["Fraud"], "Next": "Alert"},
                          {"ErrorEquals": ["States.ALL"], "Next": "Refund", "ResultPath": "$.error"}],
                "Next": "Any lines?"},
              "Any lines?": {"Type": "Choice", "Default": "Done", "Choices": [
                {"Variable": "$.lines", "IsPresent": false, "Next": "Done"},
                {"Variable": "$.lines[0]", "IsPresent": true, "Next": "Ship all"}]},
              "Ship all": {"Type": "Map", "ItemsPath": "$.lines", "Next": "Done", "ItemProcessor": {
                "StartAt": "Pick", "States": {
                  "Pick": {"Type": "Pass", "Next": "Print label"},
                  "Print label": {"Type": "Task", "Resource": "arn:aws:states:::lambda:invoke",
                    "Parameters": {"FunctionName": "print", "Payload.$": "$"}, "OutputPath": "$.Payload", "End": true}}}},
              "Refund": {"Type": "Pass", "Next": "Give up"},
              "Alert": {"Type": "Pass", "Next": "Give up"},
              "Give up": {"Type": "Fail", "Error": "Order.Rejected", "Cause": "not 100% sure"},
              "Done": {"Type": "Succeed"}}}
            """;

    private Machines() {}

    /** Throttled twice, then charged; two lines shipped. */
    static Execution shipped() {
        TaskMocks mocks = new TaskMocks();
        mocks.mock("Charge card")
                .fails("Throttled", "slow down")
                .times(2)
                .thenReturns("{'receipt': 'r-1'}")
                .after(ofSeconds(3));
        mocks.mock("Print label").runs(line -> "label of " + line);
        return StateMachine.of(ORDER).withTasks(mocks).start("{'orderId': 42, 'lines': [1, 2]}");
    }

    /** Declined, and refunded by the second catcher. */
    static Execution rejected() {
        return rejectedBy("Card.Declined");
    }

    static Execution rejectedBy(String error) {
        TaskMocks mocks = new TaskMocks();
        mocks.mock("Charge card").fails(error, "no money");
        return StateMachine.of(ORDER).withTasks(mocks).start("{'orderId': 42}");
    }

    /** Failed, mended and redriven. */
    static Execution redriven() {
        TaskMocks mocks = new TaskMocks();
        mocks.mock("T").fails("Down", "for repair").thenReturns("1");
        return StateMachine.of(
                        """
                        {"StartAt": "T", "States": {"T": {"Type": "Task", "End": true,
                          "Resource": "arn:aws:lambda:us-east-1:123456789012:function:f"}}}
                        """)
                .withTasks(mocks)
                .start()
                .redrive();
    }

    /** An Express execution whose Task was delivered twice. */
    static Execution deliveredTwice() {
        TaskMocks mocks = new TaskMocks();
        mocks.mock("T").returns("1");
        return StateMachine.of(
                        """
                        {"StartAt": "T", "States": {"T": {"Type": "Task", "End": true,
                          "Resource": "arn:aws:lambda:us-east-1:123456789012:function:f"}}}
                        """,
                        StateMachineType.EXPRESS)
                .deliveringTwice()
                .withTasks(mocks)
                .start();
    }

    /** Calls another machine. */
    static Execution nesting() {
        StateMachine called = StateMachine.of("{\"StartAt\": \"P\", \"States\": {\"P\": {\"Type\": \"Pass\","
                        + " \"Result\": \"done\", \"End\": true}}}")
                .named("Called");
        return StateMachine.of(
                        """
                        {"StartAt": "Call", "States": {"Call": {"Type": "Task", "OutputPath": "$.Output", "End": true,
                          "Resource": "arn:aws:states:::states:startExecution.sync:2", "Parameters": {
                            "StateMachineArn": "arn:aws:states:us-east-1:123456789012:stateMachine:Called"}}}}
                        """)
                .withStateMachines(called)
                .start();
    }

    /** The second of three lines jams the printer. */
    static Execution jammed() {
        TaskMocks mocks = new TaskMocks();
        mocks.mock("Charge card").returns("{'receipt': 'r-1'}");
        mocks.mock("Print label").whenInputAt("$.Payload", 2).fails("Printer.Jam", "paper");
        mocks.mock("Print label").runs(line -> "label of " + line).after(ofSeconds(5));
        return StateMachine.of(ORDER).withTasks(mocks).start("{'lines': [1, 2, 3]}");
    }

    static final String LOOP =
            """
            {"StartAt": "Wait", "States": {
              "Wait": {"Type": "Wait", "Seconds": 30, "Next": "Count"},
              "Count": {"Type": "Pass", "Parameters": {"n.$": "States.MathAdd($.n, 1)"}, "Next": "Enough?"},
              "Enough?": {"Type": "Choice", "Default": "Wait",
                "Choices": [{"Variable": "$.n", "NumericEquals": 3, "Next": "Both"}]},
              "Both": {"Type": "Parallel", "End": true, "Branches": [
                {"StartAt": "Left", "States": {"Left": {"Type": "Pass", "End": true}}},
                {"StartAt": "Pause", "States": {"Pause": {"Type": "Wait", "Seconds": 5, "Next": "Right"},
                  "Right": {"Type": "Pass", "Result": "r", "End": true}}}]}}}
            """;

    static Execution looped() {
        return StateMachine.of(LOOP).start("{'n': 0}");
    }

    /** Counts to three in a variable, with iterations that have one of their own. */
    static Execution counted() {
        return StateMachine.of(
                        """
                        {"QueryLanguage": "JSONata", "StartAt": "Begin", "States": {
                          "Begin": {"Type": "Pass", "Assign": {"total": 0, "name": "n"}, "Next": "Count"},
                          "Count": {"Type": "Pass", "Assign": {"total": "{% $total + 1 %}"}, "Next": "Enough?"},
                          "Enough?": {"Type": "Choice", "Default": "Each", "Choices": [
                            {"Condition": "{% $total < 3 %}", "Next": "Count"}]},
                          "Each": {"Type": "Map", "Items": ["a", "b"], "Next": "Report", "ItemProcessor": {
                            "StartAt": "Keep", "States": {
                              "Keep": {"Type": "Pass", "Assign": {"own": "{% $states.input %}"}, "Next": "Use"},
                              "Use": {"Type": "Pass", "Output": "{% $own & $total %}", "End": true}}}},
                          "Report": {"Type": "Pass", "Output": "{% $total %}", "End": true}}}
                        """)
                .start();
    }

    /** Stands in the second wait of the loop. */
    static Execution waiting() {
        return StateMachine.of(LOOP).startPaused("{'n': 0}").advance(ofSeconds(45));
    }
}
