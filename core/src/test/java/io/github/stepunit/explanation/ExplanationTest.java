package io.github.stepunit.explanation;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.stepunit.Execution;
import io.github.stepunit.StateMachine;
import io.github.stepunit.history.ExecutionHistory;
import io.github.stepunit.history.RecordedDataFlow;
import io.github.stepunit.history.StateVisit;
import io.github.stepunit.task.TaskMocks;
import java.time.Duration;
import java.util.List;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;

class ExplanationTest {

    private static Execution run(String definition, String input, Consumer<TaskMocks> script) {
        TaskMocks mocks = new TaskMocks();
        script.accept(mocks);
        return StateMachine.of(definition)
                .withTasks(mocks)
                .onStart(Execution::recordDataFlow)
                .start(input);
    }

    private static String why(String definition, String input, Consumer<TaskMocks> script) {
        return run(definition, input, script).explain().toString();
    }

    private static StateVisit visit(Execution execution, String state) {
        return execution.history().visits().stream()
                .filter(each -> each.name().equals(state))
                .findFirst()
                .orElseThrow();
    }

    private static String charge(String handling) {
        return """
                {"StartAt": "Charge", "States": {
                  "Charge": {"Type": "Task", "Resource": "arn:aws:states:::lambda:invoke", "TimeoutSeconds": 10,
                    "Parameters": {"FunctionName": "charge", "Payload.$": "$.order"},
                    %s
                    "End": true}%s}}
                """
                .formatted(
                        handling,
                        handling.contains("Refund") ? ", \"Refund\": {\"Type\": \"Pass\", \"End\": true}" : "");
    }

    private static final String ORDER = "{'order': {'id': 42}}";

    @Test
    void an_execution_that_succeeded_needs_no_explanation() {
        Explanation why = run(charge(""), ORDER, mocks -> mocks.mock("Charge").returns("1"))
                .explain();

        assertThat(why.isEmpty()).isTrue();
        assertThat(why.visit()).isNull();
        assertThat(why).hasToString("");
    }

    @Test
    void a_state_without_retry_and_catch() {
        assertThat(why(charge(""), ORDER, mocks -> mocks.mock("Charge").fails("Card.Declined", "no money")))
                .isEqualTo(
                        """
                        "Charge" failed with Card.Declined: no money
                          It has no Retry and no Catch.
                          input             {"order":{"id":42}}
                          after parameters  {"FunctionName":"charge","Payload":{"id":42}}""");
    }

    @Test
    void names_that_are_nearly_right() {
        assertThat(why(
                        charge(
                                """
                                "Retry": [{"ErrorEquals": ["Lambda.TooManyRequests"]},
                                          {"ErrorEquals": ["TooManyRequestsException"]}],
                                "Catch": [{"ErrorEquals": ["Card.Declined"], "Next": "Refund"}],
                                """),
                        ORDER,
                        mocks -> mocks.mock("Charge").fails("Lambda.TooManyRequestsException")))
                .startsWith(
                        """
                        "Charge" failed with Lambda.TooManyRequestsException
                          Retry[0] ["Lambda.TooManyRequests"] does not take it: names must be equal, and "Lambda.TooManyRequests" is not "Lambda.TooManyRequestsException".
                          Retry[1] ["TooManyRequestsException"] does not take it: names must be equal, and "TooManyRequestsException" is not "Lambda.TooManyRequestsException".
                          Catch[0] ["Card.Declined"] does not take it.
                        """);
    }

    @Test
    void task_failed_is_not_for_timeouts() {
        assertThat(why(
                        charge(
                                """
                                "Retry": [{"ErrorEquals": ["States.TaskFailed"]}],
                                "Catch": [{"ErrorEquals": ["States.HeartbeatTimeout"], "Next": "Refund"}],
                                """),
                        ORDER,
                        mocks -> mocks.mock("Charge").neverAnswers()))
                .startsWith(
                        """
                        "Charge" failed with States.Timeout
                          Retry[0] ["States.TaskFailed"] does not take it: States.TaskFailed stands for every error but timeouts. Add "States.Timeout".
                          Catch[0] ["States.HeartbeatTimeout"] does not take it: TimeoutSeconds ran out, and States.HeartbeatTimeout takes missed heartbeats only. Add "States.Timeout".
                        """);
    }

    @Test
    void a_retrier_that_is_used_up() {
        assertThat(why(
                        charge(
                                """
                                "Retry": [{"ErrorEquals": ["Busy"], "MaxAttempts": 2}, {"ErrorEquals": ["States.ALL"]}],
                                """),
                        ORDER,
                        mocks -> mocks.mock("Charge").fails("Busy").always()))
                .isEqualTo(
                        """
                        "Charge" failed with Busy
                          Retry[0] ["Busy"] takes it, but its 2 retries are used up (MaxAttempts 2): attempt 3 was the last.
                          It has no Catch.
                          input             {"order":{"id":42}}
                          after parameters  {"FunctionName":"charge","Payload":{"id":42}}""");
    }

    @Test
    void a_retrier_that_forbids_retries() {
        assertThat(why(
                        charge("\"Retry\": [{\"ErrorEquals\": [\"Busy\"], \"MaxAttempts\": 0}],"),
                        ORDER,
                        mocks -> mocks.mock("Charge").fails("Busy")))
                .contains("  Retry[0] [\"Busy\"] takes it, but its MaxAttempts is 0: it forbids retries.\n");
    }

    @Test
    void which_catcher_took_an_error() {
        Execution execution = run(
                charge(
                        """
                        "Catch": [{"ErrorEquals": ["Fraud"], "Next": "Refund"}, {"ErrorEquals": ["States.ALL"], "Next": "Refund"}],
                        """),
                ORDER,
                mocks -> mocks.mock("Charge").fails("Card.Declined", "no money"));

        assertThat(execution.explain(visit(execution, "Charge")))
                .hasToString(
                        """
                        "Charge" failed with Card.Declined: no money
                          Catch[0] ["Fraud"] does not take it.
                          Catch[1] ["States.ALL"] takes it, and leads to "Refund".
                          input             {"order":{"id":42}}
                          after parameters  {"FunctionName":"charge","Payload":{"id":42}}""");
        assertThat(execution.explainWayTo(visit(execution, "Refund")).visit()).isEqualTo(visit(execution, "Charge"));
        assertThat(execution.explain(visit(execution, "Refund")).isEmpty()).isTrue();
    }

    @Test
    void a_path_that_finds_nothing() {
        assertThat(why(charge(""), "{'ordr': {'id': 42}}", mocks -> mocks.mock("Charge")
                        .returns("1")))
                .contains("  Nothing retries or catches States.Runtime, not even States.ALL.\n")
                .contains("  $.order finds nothing. Did you mean \"ordr\"?\n")
                .endsWith("  input  {\"ordr\":{\"id\":42}}");
    }

    private static final String CHOICE =
            """
            {"StartAt": "Choose", "States": {
              "Choose": {"Type": "Choice", "InputPath": "$.job", "Default": "Other", "Choices": [
                {"Variable": "$.status", "StringEquals": "DONE", "Next": "Done"},
                {"And": [{"Variable": "$.tries", "NumericGreaterThan": 3},
                         {"Not": {"Variable": "$.sttus", "IsPresent": true}}], "Next": "Done"},
                {"Variable": "$.tries", "StringMatches": "1*", "Next": "Done"}]},
              "Other": {"Type": "Fail", "Error": "Other"}, "Done": {"Type": "Succeed"}}}
            """;

    @Test
    void rules_are_shown_with_the_values_they_looked_at() {
        assertThat(why(CHOICE, "{'job': {'status': 'OPEN', 'tries': 1}}", mocks -> {}))
                .isEqualTo(
                        """
                        "Other" is a Fail state. What led there:
                        "Choose" went to "Other" by its Default, as no rule matched:
                          rule 0, no: $.status StringEquals "DONE"; $.status is "OPEN"
                          rule 1, no: $.tries NumericGreaterThan 3 and not ($.sttus IsPresent true); $.tries is 1, $.sttus finds nothing (Did you mean "status"?)
                          rule 2, no: $.tries StringMatches "1*"; $.tries is 1, a number and never equal to a string""");
    }

    @Test
    void rules_after_the_one_that_matched_were_not_tried() {
        Execution execution = run(CHOICE, "{'job': {'status': 'DONE', 'tries': 1}}", mocks -> {});

        assertThat(execution.explain(visit(execution, "Choose")))
                .hasToString(
                        """
                        "Choose" went to "Done" by rule 0:
                          rule 0, yes: $.status StringEquals "DONE"; $.status is "DONE\"""");
    }

    @Test
    void a_rule_that_cannot_be_tried() {
        assertThat(why(CHOICE, "{'job': {'state': 'DONE'}}", mocks -> {}))
                .startsWith(
                        "\"Choose\" failed, as a rule could not be tried:\n  An error occurred while executing the state")
                .contains(
                        "  rule 0: $.status StringEquals \"DONE\"; $.status finds nothing (Did you mean \"state\"?)\n");
    }

    @Test
    void no_rule_and_no_default() {
        assertThat(why(
                        """
                        {"StartAt": "Choose", "States": {
                          "Choose": {"Type": "Choice", "Choices": [
                            {"Variable": "$.n", "NumericEquals": 1, "Next": "Done"}]},
                          "Done": {"Type": "Succeed"}}}
                        """,
                        "{'n': 2}",
                        mocks -> {}))
                .startsWith("\"Choose\" failed: it has no Default, and no rule matched or one could not be tried:\n")
                .endsWith("  rule 0: $.n NumericEquals 1; $.n is 2");
    }

    @Test
    void conditions_of_jsonata_are_shown_with_what_they_refer_to() {
        assertThat(why(
                        """
                        {"QueryLanguage": "JSONata", "StartAt": "Keep", "States": {
                          "Keep": {"Type": "Pass", "Assign": {"limit": 100}, "Next": "Choose"},
                          "Choose": {"Type": "Choice", "Default": "Other", "Choices": [
                            {"Condition": "{% $states.input.order.total > $limit and $exists($states.input.vip) %}",
                             "Next": "Done"}]},
                          "Other": {"Type": "Fail"}, "Done": {"Type": "Succeed"}}}
                        """,
                        "{'order': {'total': 42}}", mocks -> {}))
                .endsWith("  rule 0, no: $states.input.order.total > $limit and $exists($states.input.vip);"
                        + " $states.input.order.total is 42, $states.input.vip finds nothing ($ has only \"order\"),"
                        + " $limit is 100");
    }

    @Test
    void of_many_rules_the_last_ones_are_shown() {
        StringBuilder rules = new StringBuilder();
        for (int i = 0; i < 20; i++) {
            rules.append(i == 0 ? "" : ",")
                    .append("{\"Variable\": \"$.n\", \"NumericEquals\": " + i + ", \"Next\": \"Done\"}");
        }
        String why = why(
                "{\"StartAt\": \"C\", \"States\": {\"C\": {\"Type\": \"Choice\", \"Default\": \"F\", \"Choices\": ["
                        + rules + "]}, \"F\": {\"Type\": \"Fail\"}, \"Done\": {\"Type\": \"Succeed\"}}}",
                "{'n': 99}",
                mocks -> {});

        assertThat(why).contains("\n  rules 0 to 11, no\n  rule 12, no: ").hasLineCount(11);
    }

    @Test
    void an_error_inside_a_map_is_followed_outwards() {
        assertThat(why(
                        """
                        {"StartAt": "Each", "States": {"Each": {"Type": "Map", "End": true,
                          "Retry": [{"ErrorEquals": ["Printer.Jammed"]}],
                          "ItemProcessor": {"StartAt": "Print", "States": {
                            "Print": {"Type": "Task", "End": true,
                              "Resource": "arn:aws:lambda:us-east-1:123456789012:function:print"}}}}}}
                        """,
                        "[1, 2]",
                        mocks -> {
                            mocks.mock("Print")
                                    .whenInput(input -> input.intValue() == 2)
                                    .fails("Printer.Jam", "paper");
                            mocks.mock("Print").returns("1").after(Duration.ofSeconds(1));
                        }))
                .isEqualTo(
                        """
                        "Each[1]/Print" failed with Printer.Jam: paper
                          It has no Retry and no Catch.
                          input  2
                        It went on to "Each".
                          Retry[0] ["Printer.Jammed"] does not take it: names must be equal, and "Printer.Jammed" is not "Printer.Jam".
                          It has no Catch.""");
    }

    @Test
    void what_an_execution_waits_for() {
        String definition =
                "{\"StartAt\": \"W\", \"States\": {\"W\": {\"Type\": \"Wait\", \"Seconds\": 60, \"End\": true}}}";
        Execution running = StateMachine.of(definition).startPaused("{}").advance(Duration.ofSeconds(30));
        Execution timedOut = StateMachine.of(definition.replaceFirst("\\{", "{\"TimeoutSeconds\": 20, "))
                .start();

        assertThat(running.explain()).hasToString("\"W\" has been running since +00:00:00.");
        assertThat(timedOut.explain()).hasToString("\"W\", running since +00:00:00, was cut off after 20s.");
    }

    @Test
    void a_history_of_aws_tells_less() {
        Execution execution =
                run(charge(""), ORDER, mocks -> mocks.mock("Charge").fails("Busy"));
        ExecutionHistory read = ExecutionHistory.parse(execution.history().toJson());

        assertThat(Explanation.of(execution.stateMachine().definition(), read, new RecordedDataFlow()))
                .hasToString(
                        """
                        "Charge" failed with Busy
                          input       {"order":{"id":42}}
                          task input  {"FunctionName":"charge","Payload":{"id":42}}""");
    }

    @Test
    void steps_are_recorded_attempt_by_attempt() {
        Execution execution = run(
                charge("\"Retry\": [{\"ErrorEquals\": [\"Busy\"]}], \"ResultSelector\": {\"r.$\": \"$.Payload\"},"),
                ORDER,
                mocks -> mocks.mock("Charge").fails("Busy").thenReturns("'r-1'"));

        assertThat(execution.dataFlow().of(visit(execution, "Charge")))
                .extracting(step -> step.attempt() + " " + step.step() + " " + step.value())
                .contains(
                        "1 INPUT {\"order\":{\"id\":42}}",
                        "2 AFTER_PARAMETERS {\"FunctionName\":\"charge\",\"Payload\":{\"id\":42}}",
                        "2 AFTER_RESULT_SELECTOR {\"r\":\"r-1\"}",
                        "2 OUTPUT {\"r\":\"r-1\"}");
    }

    @Test
    void of_a_long_execution_the_first_and_the_latest_visits_are_kept() {
        Execution execution = run(
                """
                {"StartAt": "Next", "States": {
                  "Next": {"Type": "Pass", "Parameters": {"n.$": "States.MathAdd($.n, 1)"}, "Next": "Again?"},
                  "Again?": {"Type": "Choice", "Default": "Next",
                    "Choices": [{"Variable": "$.n", "NumericEquals": 3000, "Next": "Stop"}]},
                  "Stop": {"Type": "Fail"}}}
                """,
                "{'n': 0}",
                mocks -> {});
        List<StateVisit> visits = execution.history().visits();

        assertThat(visits.stream().filter(each -> !execution.dataFlow().of(each).isEmpty()))
                .hasSize(2_000);
        assertThat(execution.dataFlow().of(visits.get(0))).isNotEmpty();
        assertThat(execution.dataFlow().of(visits.get(3_000))).isEmpty();
        assertThat(execution.dataFlow().of(visits.get(visits.size() - 2))).isNotEmpty();
    }

    @Test
    void the_walked_path_as_mermaid() {
        Execution execution = run(
                """
                {"StartAt": "Try \\"it\\"", "States": {
                  "Try \\"it\\"": {"Type": "Task", "Resource": "arn:aws:lambda:us-east-1:123456789012:function:f",
                    "Catch": [{"ErrorEquals": ["Busy"], "Next": "Try \\"it\\""}], "Next": "Both"},
                  "Both": {"Type": "Parallel", "End": true, "Branches": [
                    {"StartAt": "Left", "States": {"Left": {"Type": "Pass", "End": true}}},
                    {"StartAt": "Right", "States": {"Right": {"Type": "Fail", "Error": "No"}}}]}}}
                """,
                "{}",
                mocks -> mocks.mock("Try \"it\"").fails("Busy").times(2).thenReturns("{}"));

        assertThat(execution.toMermaid())
                .isEqualTo(
                        """
                        flowchart TD
                          start((" "))
                          n0["Try #34;it#34; · 3×"]
                          subgraph n1 ["Both"]
                            subgraph n1b0 ["branch 0"]
                              n2["Left"]
                            end
                            subgraph n1b1 ["branch 1"]
                              n3["Right"]
                            end
                          end
                          start --> n0
                          n0 -->|"Catch 0: Busy · 2×"| n0
                          n0 --> n1
                          classDef caught fill:#fff3dc,stroke:#a86400,color:#3a2500
                          classDef failed fill:#fdeaed,stroke:#c2334d,color:#45101a
                          classDef stopped fill:#e9eefc,stroke:#3658c9,color:#16265c
                          classDef walked fill:#e7f5ec,stroke:#1a7f4b,color:#14301f
                          class n0 caught
                          class n1 failed
                          class n2 walked
                          class n3 failed
                        """);
        assertThat(execution.toTree().render()).contains("Left");
    }

    @Test
    void to_ask_twice_for_the_data_flow_loses_nothing() {
        Execution execution = StateMachine.of(
                        "{\"StartAt\": \"A\", \"States\": {\"A\": {\"Type\": \"Pass\", \"End\": true}}}")
                .onStart(Execution::recordDataFlow)
                .onStart(Execution::recordDataFlow)
                .start();

        RecordedDataFlow recorded = execution.dataFlow();
        assertThat(execution.recordDataFlow().dataFlow()).isSameAs(recorded);
    }

    @Test
    void nested_executions_tell_their_data_as_well() {
        StateMachine child = StateMachine.of(
                        """
                        { "StartAt": "Call bank", "States": { "Call bank": {
                            "Type": "Task", "Resource": "arn:aws:states:::aws-sdk:sts:getCallerIdentity",
                            "InputPath": "$.order", "Parameters": { "Amount.$": "$.total" }, "End": true } } }""")
                .named("payment");
        TaskMocks tasks = new TaskMocks();
        tasks.mock("Call bank").fails("Sts.StsException", "not today").always();
        Execution execution = StateMachine.of(
                        """
                        { "StartAt": "Charge", "States": { "Charge": {
                            "Type": "Task", "Resource": "arn:aws:states:::states:startExecution.sync:2",
                            "Parameters": {
                              "StateMachineArn": "arn:aws:states:us-east-1:123456789012:stateMachine:payment",
                              "Input": { "order": { "total": 12 } } },
                            "End": true } } }""")
                .withStateMachines(child)
                .withTasks(tasks)
                .onStart(Execution::recordDataFlow)
                .start();

        Execution nested = execution.nestedExecution("Charge");

        assertThat(nested.explain().toString())
                .isEqualTo(
                        """
                        "Call bank" failed with Sts.StsException: not today
                          It has no Retry and no Catch.
                          input             {"order":{"total":12}}
                          after input path  {"total":12}
                          after parameters  {"Amount":12}""");
        assertThat(nested.dataFlow().of(nested.history().visits().get(0))).isNotEmpty();
        // Seen from another call it is the same.
        assertThat(execution.nestedExecutions().get(0).dataFlow()).isSameAs(nested.dataFlow());
    }
}
