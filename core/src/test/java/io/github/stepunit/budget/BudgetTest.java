package io.github.stepunit.budget;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.stepunit.Execution;
import io.github.stepunit.StateMachine;
import io.github.stepunit.definition.Limits;
import io.github.stepunit.definition.StateMachineType;
import io.github.stepunit.task.TaskMocks;
import java.time.Duration;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

class BudgetTest {

    private static final StateMachine POLLER = StateMachine.of(
                    """
                    {
                      "StartAt": "Start job",
                      "States": {
                        "Start job": {
                          "Type": "Task", "Resource": "arn:aws:states:::lambda:invoke", "TimeoutSeconds": 10,
                          "Parameters": { "FunctionName": "start" }, "ResultPath": null, "Next": "Wait"
                        },
                        "Wait": { "Type": "Wait", "Seconds": 30, "Next": "Get status" },
                        "Get status": {
                          "Type": "Task", "Resource": "arn:aws:states:::lambda:invoke", "TimeoutSeconds": 10,
                          "Parameters": { "FunctionName": "status" },
                          "Retry": [ { "ErrorEquals": ["States.ALL"], "IntervalSeconds": 2, "MaxAttempts": 4, "BackoffRate": 2, "MaxDelaySeconds": 9 } ],
                          "ResultSelector": { "status.$": "$.Payload.status" }, "Next": "Done?"
                        },
                        "Done?": {
                          "Type": "Choice",
                          "Choices": [ { "Variable": "$.status", "StringEquals": "DONE", "Next": "Done" } ],
                          "Default": "Wait"
                        },
                        "Done": { "Type": "Succeed" }
                      }
                    }""")
            .named("poller");

    private static Execution poll(int times) {
        TaskMocks tasks = new TaskMocks();
        tasks.mock("Start job").returns("{}");
        tasks.mock("Get status").returns("{'status': 'RUNNING'}").times(times).thenReturns("{'status': 'DONE'}");
        return POLLER.withTasks(tasks).start();
    }

    // --- events

    @Test
    void a_loop_uses_up_the_events_at_a_foreseeable_hour() {
        EventBudget budget = poll(9).eventBudget();

        assertThat(budget.used()).isEqualTo(99);
        assertThat(budget.exhaustedAfter()).contains(Duration.ofSeconds(2_777 * 30));
        assertThat(budget.text())
                .isEqualTo(
                        """
                        99 of 25,000 events used (0 %).
                        The loop through `Wait` takes 9 events and 30s a round, and would have used them all 23h 8m 30s after the start.""");
    }

    @Test
    void it_is_the_hour_at_which_the_execution_really_ends() {
        TaskMocks tasks = new TaskMocks();
        tasks.mock("Start job").returns("{}");
        tasks.mock("Get status").returns("{'status': 'RUNNING'}").always();

        Execution execution = POLLER.withTasks(tasks).start();

        assertThat(execution.error()).isEqualTo("States.Runtime");
        assertThat(execution.eventBudget().left()).isZero();
        assertThat(execution.duration())
                .isBetween(
                        poll(2).eventBudget().exhaustedAfter().orElseThrow().minusSeconds(60),
                        poll(2).eventBudget().exhaustedAfter().orElseThrow().plusSeconds(60));
    }

    @Test
    void an_execution_without_a_loop_or_a_limit_exhausts_nothing() {
        StateMachine express = StateMachine.of(
                "{\"StartAt\": \"A\", \"States\": {\"A\": {\"Type\": \"Succeed\"}}}", StateMachineType.EXPRESS);

        assertThat(express.start().eventBudget().text()).isEqualTo("4 events used.");
        assertThat(express.start().eventBudget().exhaustedAfter()).isEmpty();
        assertThat(express.withLimits(Limits.EXPRESS.withHistoryEvents(8))
                        .start()
                        .eventBudget()
                        .text())
                .isEqualTo("4 of 8 events used (50 %).");
    }

    // --- payloads

    @Test
    void the_largest_payload_of_each_state_is_known() {
        StateMachine machine = StateMachine.of(
                """
                {
                  "StartAt": "Each",
                  "States": {
                    "Each": { "Type": "Map", "ItemsPath": "$.items", "ResultPath": "$.texts", "Next": "Done",
                      "ItemProcessor": { "StartAt": "Read", "States": { "Read": {
                        "Type": "Task", "Resource": "arn:aws:states:::lambda:invoke",
                        "Parameters": { "FunctionName": "read", "Payload.$": "$" }, "OutputPath": "$.Payload", "End": true } } } },
                    "Done": { "Type": "Succeed" }
                  }
                }""");
        TaskMocks tasks = new TaskMocks();
        tasks.mock("Read").returnsRaw("{'Payload': '" + "x".repeat(100) + "'}").thenReturnsRaw("{'Payload': 'short'}");

        PayloadSizes sizes = machine.withTasks(tasks).start("{'items': [1, 2]}").payloadSizes();

        assertThat(sizes.text())
                .isEqualTo(
                        """
                        bytes  of 256 KiB  state         payload
                        136    0 %         Each          output, where no Catch helps
                        136    0 %         Done          input
                        114    0 %         Each[0]/Read  result
                        35     0 %         Each[1]/Read  request""");
        assertThat(sizes.largestOfAll()).map(PayloadSizes.Payload::statePath).contains("Each");
        assertThat(sizes.atLeast(120)).hasSize(2);
    }

    // --- the worst case

    @Test
    void attempts_back_off_and_timeouts_add_up() {
        StateBudget status = POLLER.worstCase().state("Get status");

        assertThat(status.attempts()).isEqualTo(5);
        assertThat(status.backOff()).isEqualTo(Duration.ofSeconds(2 + 4 + 8 + 9));
        assertThat(status.worstCase().atMost()).isEqualTo(Duration.ofSeconds(5 * 10 + 23));
    }

    @Test
    void a_loop_has_no_bound_and_the_reason_is_told() {
        assertThat(POLLER.worstCase().text())
                .isEqualTo(
                        """
                        state       attempts  each  back-off  worst case
                        Start job   1         10s   0s        10s
                        Wait        1         30s   0s        30s
                        Get status  5         10s   23s       1m 13s
                        total: unbounded (the loop `Wait` > `Get status` > `Done?` > `Wait` may go on for ever)""");
        assertThat(POLLER.worstCase().fitsExpress()).isFalse();
    }

    @Test
    void the_longest_way_goes_through_catch_and_branches() {
        StateMachine machine = StateMachine.of(
                """
                {
                  "StartAt": "Both",
                  "States": {
                    "Both": {
                      "Type": "Parallel",
                      "Branches": [
                        { "StartAt": "Short", "States": { "Short": { "Type": "Wait", "Seconds": 5, "End": true } } },
                        { "StartAt": "Each", "States": { "Each": { "Type": "Parallel", "End": true, "Branches": [ {
                          "StartAt": "Long", "States": { "Long": { "Type": "Wait", "Seconds": 7, "End": true } } } ] } } }
                      ],
                      "Retry": [ { "ErrorEquals": ["States.ALL"], "IntervalSeconds": 1, "MaxAttempts": 1 } ],
                      "Catch": [ { "ErrorEquals": ["States.ALL"], "Next": "Pause" } ],
                      "Next": "Done"
                    },
                    "Pause": { "Type": "Wait", "Seconds": 60, "Next": "Done" },
                    "Done": { "Type": "Succeed" }
                  }
                }""");

        assertThat(machine.worstCase().text())
                .isEqualTo(
                        """
                        state           attempts  each  back-off  worst case
                        Both            2         7s    1s        15s
                        Both/Short      1         5s    0s        5s
                        Both/Each       1         7s    0s        7s
                        Both/Each/Long  1         7s    0s        7s
                        Pause           1         1m    0s        1m
                        total: 1m 15s
                        longest way: Both > Pause > Done""");
        assertThat(machine.worstCase().fitsExpress()).isTrue();
    }

    @Test
    void what_the_definition_does_not_bound_is_unbounded() {
        assertThat(total("\"Type\": \"Wait\", \"SecondsPath\": \"$.seconds\""))
                .isEqualTo("unbounded `A` waits for what its data say");
        assertThat(
                        total(
                                "\"Type\": \"Task\", \"Resource\": \"arn:aws:states:::sqs:sendMessage.waitForTaskToken\", \"Parameters\": {\"QueueUrl\": \"q\", \"MessageBody.$\": \"$$.Task.Token\"}"))
                .isEqualTo("unbounded `A` waits without TimeoutSeconds");
        assertThat(total("\"Type\": \"Task\", \"Resource\": \"arn:aws:lambda:us-east-1:123456789012:function:f\""))
                .isEqualTo("15m ");
        assertThat(
                        total(
                                "\"Type\": \"Task\", \"Resource\": \"arn:aws:states:::sqs:sendMessage\", \"Parameters\": {\"QueueUrl\": \"q\", \"MessageBody\": \"b\"}"))
                .isEqualTo("0s the services' own time is not counted");
        assertThat(
                        total(
                                "\"Type\": \"Map\", \"MaxConcurrency\": 2, \"ItemProcessor\": {\"StartAt\": \"B\", \"States\": {\"B\": {\"Type\": \"Wait\", \"Seconds\": 2, \"End\": true}}}"))
                .isEqualTo("unbounded `A` takes as long as it has items, 2s each");
    }

    @Test
    void a_map_takes_as_long_as_it_has_items_with_or_without_concurrency() {
        String items =
                "\"Type\": \"Map\", %s\"ItemProcessor\": {\"StartAt\": \"B\", \"States\": {\"B\": {\"Type\": \"Wait\", \"Seconds\": %d, \"End\": true}}}";

        assertThat(total(items.formatted("", 2))).isEqualTo("unbounded `A` takes as long as it has items, 2s each");
        assertThat(total(items.formatted("\"MaxConcurrency\": 0, ", 2)))
                .isEqualTo("unbounded `A` takes as long as it has items, 2s each");
        assertThat(total(items.formatted("", 0))).isEqualTo("0s ");
    }

    @Test
    void a_function_takes_15_minutes_at_most_however_it_is_called() {
        assertThat(
                        total(
                                "\"Type\": \"Task\", \"Resource\": \"arn:aws:states:::aws-sdk:lambda:invoke\", \"Parameters\": {\"FunctionName\": \"f\"}"))
                .isEqualTo("15m ");
    }

    private static String choice(String target, String otherwise) {
        return "{\"Type\": \"Choice\", \"Default\": \"" + otherwise
                + "\", \"Choices\": [{\"Variable\": \"$.x\", \"IsPresent\": true, \"Next\": \"" + target + "\"}]}";
    }

    private static String wait(int seconds, String next) {
        return "{\"Type\": \"Wait\", \"Seconds\": " + seconds + ", \"Next\": \"" + next + "\"}";
    }

    private static String next(String next) {
        return "{\"Type\": \"Pass\", \"Next\": \"" + next + "\"}";
    }

    private static WorstCase worstCase(String startAt, Map<String, String> states) {
        return StateMachine.of("{\"StartAt\": \"" + startAt + "\", \"States\": {"
                        + states.entrySet().stream()
                                .map(each -> "\"" + each.getKey() + "\": " + each.getValue())
                                .collect(Collectors.joining(", "))
                        + ", \"End\": {\"Type\": \"Succeed\"}}}")
                .worstCase();
    }

    @Test
    void a_loop_takes_time_when_one_of_its_ways_does() {
        WorstCase worstCase = worstCase(
                "Get",
                Map.of(
                        "Get", next("Choice"),
                        "Choice",
                                "{\"Type\": \"Choice\", \"Default\": \"End\", \"Choices\": ["
                                        + "{\"Variable\": \"$.x\", \"IsPresent\": true, \"Next\": \"Inc\"},"
                                        + "{\"Variable\": \"$.y\", \"IsPresent\": true, \"Next\": \"Wait\"}]}",
                        "Inc", next("Get"),
                        "Wait", wait(30, "Inc")));

        assertThat(worstCase.total().isBounded()).isFalse();
        assertThat(worstCase.total().reason())
                .isEqualTo("the loop `Get` > `Choice` > `Wait` > `Inc` > `Get` may go on for ever");
        assertThat(worstCase.way()).containsExactly("Get", "Choice", "Wait", "Inc", "Get");
    }

    @Test
    void what_lies_behind_a_loop_that_takes_no_time_counts_for_all_of_its_states() {
        WorstCase worstCase = worstCase(
                "S",
                Map.of(
                        "S", choice("A", "X"),
                        "A", next("B"),
                        "B", choice("A", "C"),
                        "C", wait(5, "End"),
                        "X", wait(10, "B")));

        assertThat(worstCase.total()).hasToString("15s");
        assertThat(worstCase.way()).containsExactly("S", "X", "B", "C", "End");
    }

    @Test
    void the_longest_way_crosses_a_loop_that_takes_no_time() {
        WorstCase worstCase = worstCase(
                "A",
                Map.of(
                        "A", choice("A", "B"),
                        "B", next("C"),
                        "C", choice("A", "W"),
                        "W", wait(5, "End")));

        assertThat(worstCase.total()).hasToString("5s");
        assertThat(worstCase.way()).containsExactly("A", "B", "C", "W", "End");
    }

    @Test
    void a_loop_of_requests_has_no_bound_though_their_time_is_not_counted() {
        String read =
                "{\"Type\": \"Task\", \"Resource\": \"arn:aws:states:::dynamodb:getItem\", \"Parameters\": {\"TableName\": \"t\", \"Key\": {}}, \"Next\": \"Found?\"}";

        assertThat(worstCase("Read", Map.of("Read", read, "Found?", choice("End", "Read")))
                        .total()
                        .reason())
                .isEqualTo("the loop `Read` > `Found?` > `Read` may go on for ever");
    }

    private static String total(String state) {
        TimeBound total = StateMachine.of("{\"StartAt\": \"A\", \"States\": {\"A\": {" + state + ", \"End\": true}}}")
                .worstCase()
                .total();
        return total + " " + total.reason();
    }

    @Test
    void the_timeout_of_the_machine_is_a_bound() {
        StateMachine machine = StateMachine.of(
                "{\"TimeoutSeconds\": 300, \"StartAt\": \"A\", \"States\": {\"A\": {\"Type\": \"Wait\", \"SecondsPath\": \"$.s\", \"End\": true}}}");

        assertThat(machine.worstCase().total()).hasToString("5m");
        assertThat(machine.worstCase().fitsExpress()).isTrue();
    }

    @Test
    void a_chain_of_thousands_of_states_costs_no_stack() {
        StringBuilder states = new StringBuilder();
        for (int i = 0; i < 5_000; i++) {
            states.append("\"s")
                    .append(i)
                    .append("\": {\"Type\": \"Wait\", \"Seconds\": 1, \"Next\": \"s")
                    .append(i + 1)
                    .append("\"},");
        }
        StateMachine machine = StateMachine.of(
                "{\"StartAt\": \"s0\", \"States\": {" + states + "\"s5000\": {\"Type\": \"Succeed\"}}}");

        assertThat(machine.worstCase().total().atMost()).isEqualTo(Duration.ofSeconds(5_000));
    }

    @Test
    void a_state_that_takes_no_time_has_no_budget() {
        assertThatThrownBy(() -> POLLER.worstCase().state("Done?"))
                .hasMessage("No state `Done?` takes time. Those that do: Start job, Wait, Get status.");
    }
}
