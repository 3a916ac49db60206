package io.github.stepunit.report;

import io.github.stepunit.StateMachine;
import io.github.stepunit.coverage.CoverageData;
import io.github.stepunit.coverage.CoverageRecorder;
import io.github.stepunit.coverage.CoveringTest;
import io.github.stepunit.task.TaskMocks;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.Consumer;

/** Coverage data for tests. */
final class Coverages {

    static final String ORDER =
            """
            {
              "StartAt": "Charge card",
              "TimeoutSeconds": 900,
              "States": {
                "Charge card": {
                  "Type": "Task",
                  "Resource": "arn:aws:states:::lambda:invoke",
                  "Parameters": {"FunctionName": "charge", "Payload.$": "$"},
                  "TimeoutSeconds": 30,
                  "Retry": [
                    {"ErrorEquals": ["Lambda.TooManyRequestsException"], "MaxAttempts": 2}
                  ],
                  "Catch": [
                    {"ErrorEquals": ["CardDeclined"], "ResultPath": "$.problem", "Next": "Tell customer"}
                  ],
                  "ResultPath": "$.payment",
                  "Next": "Large?"
                },
                "Large?": {
                  "Type": "Choice",
                  "Choices": [
                    {"Variable": "$.total", "NumericGreaterThan": 100, "Next": "Ship all"}
                  ],
                  "Default": "Done"
                },
                "Ship all": {
                  "Type": "Parallel",
                  "Branches": [
                    {"StartAt": "Book courier", "States": {"Book courier": {"Type": "Pass", "End": true}}},
                    {"StartAt": "Each line", "States": {"Each line": {"Type": "Map", "ItemsPath": "$.lines", "End": true,
                      "ItemProcessor": {"StartAt": "Print label", "States": {"Print label": {"Type": "Pass", "End": true}}}}}}
                  ],
                  "Next": "Done"
                },
                "Tell customer": {"Type": "Pass", "Next": "Declined"},
                "Declined": {"Type": "Fail", "Error": "CardDeclined"},
                "Done": {"Type": "Succeed"}
              }
            }
            """;

    private final CoverageRecorder recorder = new CoverageRecorder();

    Coverages load(StateMachine machine) {
        recorder.loaded(machine.definition(), machine.name(), machine.type());
        return this;
    }

    Coverages run(StateMachine machine, String test, String input, Consumer<TaskMocks> script) {
        TaskMocks tasks = new TaskMocks();
        script.accept(tasks);
        recorder.ran(
                machine.definition(),
                machine.name(),
                machine.type(),
                machine.withTasks(tasks).start(input).history(),
                new CoveringTest("[" + test + "]", test));
        return this;
    }

    CoverageData data() {
        return recorder.snapshot(definition -> null);
    }

    static StateMachine order() {
        return StateMachine.of(ORDER).named("order");
    }

    /** The order machine, with two tests. */
    static Coverages ofOrder() {
        StateMachine order = order();
        return new Coverages()
                .load(order)
                .run(order, "OrderTest.a_small_order_is_done", "{'total': 5}", tasks -> tasks.mock("Charge card")
                        .returns("{}"))
                .run(order, "OrderTest.a_declined_card_is_told", "{'total': 5}", tasks -> tasks.mock("Charge card")
                        .fails("CardDeclined"));
    }

    /** A machine with so many states, some of them choices and some of them tasks. */
    static StateMachine large(int states) {
        List<String> all = new ArrayList<>();
        for (int i = 0; i < states; i++) {
            String next = i == states - 1 ? "\"End\": true" : "\"Next\": \"State " + (i + 1) + "\"";
            String body = "\"Type\": \"Pass\", " + next;
            if (i % 7 == 3 && i < states - 4) {
                body = String.format(
                        Locale.ROOT,
                        "\"Type\": \"Choice\", \"Choices\": [{\"Variable\": \"$.a\", \"NumericGreaterThan\": %d, \"Next\":"
                                + " \"State %d\"}], \"Default\": \"State %d\"",
                        i,
                        i + 3,
                        i + 1);
            } else if (i % 5 == 1 && i < states - 1) {
                body = "\"Type\": \"Task\", \"Resource\": \"arn:aws:states:::lambda:invoke\", \"Parameters\":"
                        + " {\"FunctionName\": \"f\"}, \"ResultPath\": null, \"Retry\": [{\"ErrorEquals\": [\"States.ALL\"]}],"
                        + " \"Catch\": [{\"ErrorEquals\": [\"States.ALL\"], \"Next\": \"State " + (states - 1)
                        + "\"}], "
                        + next;
            }
            all.add("    \"State " + i + "\": {" + body + "}");
        }
        return StateMachine.of(
                        "{\n  \"StartAt\": \"State 0\",\n  \"States\": {\n" + String.join(",\n", all) + "\n  }\n}\n")
                .named("large-" + states);
    }
}
