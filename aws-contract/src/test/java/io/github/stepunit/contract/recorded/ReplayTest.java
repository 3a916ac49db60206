package io.github.stepunit.contract.recorded;

import static io.github.stepunit.contract.assertj.ContractAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.stepunit.Execution;
import io.github.stepunit.StateMachine;
import io.github.stepunit.json.JsonText;
import io.github.stepunit.task.TaskMocks;
import java.time.Duration;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** Recordings made by a run of ours, whose history has AWS's shape. */
class ReplayTest {

    private static final String ORDERS =
            """
            {
              "StartAt": "Charge",
              "States": {
                "Charge": {
                  "Type": "Task", "Resource": "arn:aws:states:::lambda:invoke", "TimeoutSeconds": 60,
                  "Parameters": { "FunctionName": "charge", "Payload": { "Amount.$": "$.amount", "Id.$": "States.UUID()" } },
                  "ResultSelector": { "ok.$": "$.Payload.ok" }, "ResultPath": "$.charge",
                  "Retry": [{ "ErrorEquals": ["Busy"], "MaxAttempts": 2 }],
                  "Next": "Ok?"
                },
                "Ok?": {
                  "Type": "Choice",
                  "Choices": [{ "Variable": "$.charge.ok", "BooleanEquals": true, "Next": "Ship all" }],
                  "Default": "Refund"
                },
                "Ship all": {
                  "Type": "Map", "ItemsPath": "$.lines", "MaxConcurrency": 2,
                  "ItemProcessor": {
                    "StartAt": "Ship",
                    "States": { "Ship": { "Type": "Task", "Resource": "arn:aws:lambda:eu-west-1:111122223333:function:ship", "End": true } }
                  },
                  "End": true
                },
                "Refund": { "Type": "Fail", "Error": "Refunded" }
              }
            }""";

    private static RecordedExecution recording(String input) {
        TaskMocks tasks = new TaskMocks();
        tasks.mock("Charge")
                .fails("Busy", "try later")
                .times(1)
                .thenReturns("{'ok': true}")
                .after(Duration.ofSeconds(3));
        tasks.mock("Ship all[0]/Ship").returns("'parcel 0'").after(Duration.ofSeconds(9));
        tasks.mock("Ship all[1]/Ship").returns("'parcel 1'").after(Duration.ofSeconds(5));
        Execution execution = StateMachine.of(ORDERS)
                .named("orders")
                .inAccount("111122223333", "eu-west-1")
                .withExecutionName("order-42")
                .withSeed(7)
                .withTasks(tasks)
                .start(input);
        return RecordedExecution.of(
                execution.arn(),
                execution.stateMachine().arn(),
                execution.history().toJson());
    }

    private static final RecordedExecution ORDER_42 = recording("{'amount': 100, 'lines': ['a', 'b']}");

    private static ReplayResult replay(String from, String to) {
        return Replay.of(StateMachine.of(ORDERS.replace(from, to))).replay(ORDER_42);
    }

    @Test
    void the_same_definition_departs_nowhere_although_uuids_differ() {
        ReplayResult result = Replay.of(StateMachine.of(ORDERS)).replay(ORDER_42);

        assertThat(result).hasNoDivergence();
        assertThat(result.describe()).isEqualTo("order-42: all 30 events as recorded");
        assertThat(result.replayed().arn()).isEqualTo(ORDER_42.arn());
        assertThat(result.replayed().duration()).isEqualTo(Duration.ofSeconds(1 + 3 + 9));
    }

    @Test
    void other_parameters_are_shown_at_the_call() {
        assertThat(replay("\"Amount.$\": \"$.amount\"", "\"Amount\": 120").describe())
                .isEqualTo(
                        """
                        order-42 departs at event 3 of 30
                          state "Charge" (/States/Charge): TaskScheduled has other data
                            parameters.Payload.Amount: recorded 100, now 120
                          … and 1 more events differ after it
                          recorded  Charge > Ok? > Ship all > Ship all[0]/Ship > Ship all[1]/Ship, SUCCEEDED
                          now       Charge > Ok? > Ship all > Ship all[0]/Ship > Ship all[1]/Ship, SUCCEEDED""");
    }

    @Test
    void another_way_is_shown_at_its_first_state() {
        assertThat(replay("\"BooleanEquals\": true", "\"BooleanEquals\": false").describe())
                .isEqualTo(
                        """
                        order-42 departs at event 12 of 30
                          state "Ship all" (/States/Ship all): recorded MapStateEntered of "Ship all", now FailStateEntered of "Refund"
                          recorded  Charge > Ok? > Ship all > Ship all[0]/Ship > Ship all[1]/Ship, SUCCEEDED
                          now       Charge > Ok? > Refund, FAILED""");
    }

    @Test
    void a_call_that_was_never_made_ends_the_replay() {
        RecordedExecution failed = RecordedExecution.of(ORDER_42.arn(), ORDER_42.stateMachineArn(), exhausted());

        assertThat(Replay.of(StateMachine.of(ORDERS.replace("\"MaxAttempts\": 2", "\"MaxAttempts\": 5")))
                        .replay(failed)
                        .describe())
                .isEqualTo(
                        """
                        order-42 departs at event 12 of 12
                          state "Charge" (/States/Charge): recorded ExecutionFailed, now nothing
                            attempt 4 of "Charge" (arn:aws:states:::lambda:invoke) was never made on AWS, so nobody knows its answer: the replay ends here
                          recorded  Charge, FAILED
                          now       Charge, RUNNING""");
    }

    private static String exhausted() {
        TaskMocks tasks = new TaskMocks();
        tasks.mock("Charge").fails("Busy", "try later");
        return StateMachine.of(ORDERS)
                .inAccount("111122223333", "eu-west-1")
                .withTasks(tasks)
                .start("{'amount': 1, 'lines': []}")
                .history()
                .toJson();
    }

    @Test
    void iterations_get_their_own_answers_whoever_takes_turns() {
        ReplayResult result = replay("\"MaxConcurrency\": 2", "\"MaxConcurrency\": 1");

        assertThat(result).hasNoDivergence();
        assertThat(JsonText.write(result.replayed().output())).isEqualTo("[\"parcel 0\",\"parcel 1\"]");
    }

    @Test
    void a_changed_iteration_is_shown_by_its_path() {
        assertThat(replay("\"StartAt\": \"Ship\"", "\"StartAt\": \"Ship\", \"Comment\": \"x\"")
                        .isSame())
                .isTrue();
        Divergence first = replay("function:ship\"", "function:ship-fast\"")
                .firstDivergence()
                .orElseThrow();

        assertThat(first.statePath()).isEqualTo("Ship all[0]/Ship");
        assertThat(first.pointer()).hasToString("/States/Ship all/ItemProcessor/States/Ship");
        assertThat(first.differences()).extracting(ValueDifference::path).containsExactly("resource");
    }

    @Test
    void a_shorter_timeout_is_found_by_what_it_does() {
        ReplayResult result = replay("\"TimeoutSeconds\": 60", "\"TimeoutSeconds\": 2");

        assertThat(result.firstDivergence().orElseThrow().describe())
                .isEqualTo("state \"Charge\" (/States/Charge): TaskScheduled has other data"
                        + "\n  timeoutInSeconds: recorded 60, now 2");
        assertThat(result.divergences().get(2).describe()).contains("recorded TaskSucceeded, now TaskTimedOut");
    }

    @Test
    void what_is_ignored_does_not_count_as_long_as_it_is_there() {
        StateMachine changed = StateMachine.of(ORDERS.replace("\"Amount.$\": \"$.amount\"", "\"Amount\": 120"));

        assertThat(Replay.of(changed).ignoringMembers("Amount").replay(ORDER_42))
                .hasNoDivergence();
        assertThat(Replay.of(StateMachine.of(
                                ORDERS.replace("\"FunctionName\": \"charge\"", "\"FunctionName\": \"charge:7\"")))
                        .ignoringTexts(Pattern.compile("charge(:\\d+)?"))
                        .replay(ORDER_42))
                .hasNoDivergence();
        assertThat(Replay.of(StateMachine.of(ORDERS.replace("\"Amount.$\": \"$.amount\", ", "")))
                        .ignoringMembers("Amount")
                        .replay(ORDER_42)
                        .isSame())
                .isFalse();
    }

    @Test
    void many_are_summed_up_by_what_departs() {
        RecordedExecution other = recording("{'amount': 7, 'lines': ['c', 'd']}");
        ReplaySummary summary = Replay.of(StateMachine.of(ORDERS.replace("$.amount", "$.amount_")))
                .replayAll(List.of(ORDER_42, other));

        assertThat(summary.describe())
                .startsWith(
                        "0 of 2 recorded executions run as recorded\n\n2 depart in the same way, for instance\norder-42"
                                + " departs at event 3 of 30\n");
        assertThatThrownBy(() -> assertThat(summary).hasNoDivergence())
                .hasMessageStartingWith(
                        "\nExpecting all recorded executions to run as recorded, but\n0 of 2 recorded executions run as");
    }

    @Test
    void a_stopped_execution_is_replayed_as_far_as_it_went() {
        TaskMocks tasks = new TaskMocks();
        tasks.mock("Charge").returns("{'ok': true}").after(Duration.ofSeconds(3));
        tasks.mock("Ship").returns("1").after(Duration.ofHours(1));
        Execution stopped = StateMachine.of(ORDERS)
                .withTasks(tasks)
                .startPaused("{'amount': 1, 'lines': [1]}")
                .runUntilState("Ship")
                .stop("Cancelled", "by hand");
        RecordedExecution recorded = RecordedExecution.of(
                stopped.arn(), stopped.stateMachine().arn(), stopped.history().toJson());

        assertThat(Replay.of(StateMachine.of(ORDERS)).replay(recorded)).hasNoDivergence();
    }

    @Test
    void without_execution_data_there_is_nothing_to_replay() {
        RecordedExecution bare = RecordedExecution.of(
                ORDER_42.arn(),
                ORDER_42.stateMachineArn(),
                "{\"events\": [{\"id\": 1, \"previousEventId\": 0, \"timestamp\": 0, \"type\": \"ExecutionStarted\","
                        + " \"executionStartedEventDetails\": {}}]}");

        assertThatThrownBy(() -> Replay.of(StateMachine.of(ORDERS)).replay(bare))
                .hasMessage(
                        "The execution " + ORDER_42.arn() + " was recorded without execution data, so that nobody knows"
                                + " its input.\n  do      record it with includeExecutionData; RecordedExecutions does.");
    }
}
