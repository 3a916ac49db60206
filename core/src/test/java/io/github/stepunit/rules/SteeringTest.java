package io.github.stepunit.rules;

import static io.github.stepunit.rules.Asl.callback;
import static io.github.stepunit.rules.Asl.graph;
import static io.github.stepunit.rules.Asl.invoke;
import static io.github.stepunit.rules.Asl.machine;
import static io.github.stepunit.rules.Asl.output;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.stepunit.Execution;
import io.github.stepunit.ExecutionStatus;
import io.github.stepunit.ExecutionStuckException;
import io.github.stepunit.StateMachine;
import io.github.stepunit.history.HistoryEventDetails.Failed;
import io.github.stepunit.task.TaskOutcome;
import java.time.Duration;
import org.junit.jupiter.api.Test;

/** A test that steers: run until, advance, stop; and what the execution says when it cannot. */
class SteeringTest {

    private static final StateMachine WAITS = machine(
            """
            'A': {'Type': 'Wait', 'Seconds': 10, 'Next': 'B'},
            'B': {'Type': 'Wait', 'Seconds': 10, 'Next': 'C'},
            'C': {'Type': 'Succeed'}
            """);

    @Test
    void a_paused_execution_has_started_and_entered_nothing() {
        Execution execution = WAITS.startPaused("{}");

        assertThat(EventLines.of(execution)).isEqualTo("1 0 ExecutionStarted");
        assertThat(execution.status()).isEqualTo(ExecutionStatus.RUNNING);
        assertThat(execution.now()).isEqualTo(StateMachine.DEFAULT_START);
        assertThat(execution.duration()).isZero();
    }

    @Test
    void it_runs_until_a_state_is_entered() {
        Execution execution = WAITS.startPaused("{}").runUntilState("B");

        assertThat(EventLines.names(execution)).endsWith("WaitStateExited A", "WaitStateEntered B");
        assertThat(execution.duration()).isEqualTo(Duration.ofSeconds(10));
        assertThat(execution.runToEnd().status()).isEqualTo(ExecutionStatus.SUCCEEDED);
    }

    @Test
    void it_runs_until_a_state_is_entered_once_more() {
        Execution execution = machine(
                        """
                        'L': {'Type': 'Wait', 'Seconds': 1, 'Next': 'K'},
                        'K': {'Type': 'Choice', 'Choices': [{'Variable': '$.x', 'IsPresent': true, 'Next': 'Z'}],
                              'Default': 'L'},
                        'Z': {'Type': 'Succeed'}
                        """)
                .startPaused("{}");
        execution.runUntilState("L").runUntilState("L").runUntilState("L");

        assertThat(execution.duration()).isEqualTo(Duration.ofSeconds(2));
    }

    @Test
    void it_runs_until_an_instant_and_stands_there() {
        Execution execution = WAITS.startPaused("{}");

        execution.runUntil(StateMachine.DEFAULT_START.plusSeconds(4));
        assertThat(execution.duration()).isEqualTo(Duration.ofSeconds(4));
        assertThat(EventLines.visited(execution)).containsExactly("A");

        execution.advance(Duration.ofSeconds(6));
        assertThat(EventLines.visited(execution)).containsExactly("A", "B");

        execution.advance(Duration.ofDays(1));
        assertThat(execution.status()).isEqualTo(ExecutionStatus.SUCCEEDED);
        assertThat(execution.duration()).isEqualTo(Duration.ofSeconds(20));
    }

    @Test
    void an_instant_in_the_past_changes_nothing_but_what_is_due() {
        Execution execution = WAITS.startPaused("{}").advance(Duration.ofSeconds(4));
        execution.runUntil(StateMachine.DEFAULT_START);

        assertThat(execution.duration()).isEqualTo(Duration.ofSeconds(4));
    }

    @Test
    void running_up_to_the_timeout_of_the_machine_ends_it() {
        Execution execution = machine("'TimeoutSeconds': 5", "'A': {'Type': 'Wait', 'Seconds': 10, 'End': true}")
                .startPaused("{}");

        assertThat(execution.advance(Duration.ofMillis(4_999)).status()).isEqualTo(ExecutionStatus.RUNNING);
        assertThat(execution.advance(Duration.ofMillis(1)).status()).isEqualTo(ExecutionStatus.TIMED_OUT);
    }

    @Test
    void a_state_that_does_not_exist_is_named_with_what_there_is() {
        Execution execution = WAITS.startPaused("{}");

        assertThatThrownBy(() -> execution.runUntilState("BB"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("There is no state \"BB\" in definition. Did you mean \"B\"? Its states are: A, B, C.");
    }

    @Test
    void a_state_that_is_never_entered_is_told_with_how_it_ended() {
        Execution execution = machine(
                        """
                        'K': {'Type': 'Choice', 'Choices': [{'Variable': '$.x', 'IsPresent': true, 'Next': 'Y'}],
                              'Default': 'Z'},
                        'Y': {'Type': 'Succeed'}, 'Z': {'Type': 'Fail', 'Error': 'E', 'Cause': 'c'}
                        """)
                .startPaused("{}");

        assertThatThrownBy(() -> execution.runUntilState("Y"))
                .isInstanceOf(ExecutionStuckException.class)
                .hasMessage(
                        "The execution never entered the state \"Y\". It has ended as FAILED with E (c) at +00:00:00.");
    }

    @Test
    void a_task_that_never_waits_for_its_token_is_told() {
        Execution execution = WAITS.startPaused("{}");

        assertThatThrownBy(() -> execution.runUntilTaskToken("A"))
                .isInstanceOf(ExecutionStuckException.class)
                .hasMessage("No task of the state \"A\" ever waited for its task token."
                        + " It has ended as SUCCEEDED at +00:00:20.");
    }

    @Test
    void stopping_aborts_it_where_it_stands() {
        Execution execution = WAITS.startPaused("{}").advance(Duration.ofSeconds(12));
        execution.stop("Why", "because");

        assertThat(execution.status()).isEqualTo(ExecutionStatus.ABORTED);
        assertThat(execution.error()).isEqualTo("Why");
        assertThat(execution.cause()).isEqualTo("because");
        // Points at 0 and leaves the open state open (api/test_sfn_api.test_stop_execution).
        assertThat(EventLines.of(execution)).endsWith("4 3 WaitStateEntered B\n5 0 ExecutionAborted @12s");
        assertThat(EventLines.last(execution).details()).isEqualTo(new Failed("Why", "because"));
        int events = execution.history().events().size();
        execution.stop("again", null).runToEnd().advance(Duration.ofDays(1));
        assertThat(execution.history().events()).hasSize(events);
        assertThat(execution.duration()).isEqualTo(Duration.ofSeconds(12));
    }

    @Test
    void a_stop_without_reason_has_none() {
        Execution execution = WAITS.startPaused("{}").stop(null, null);

        assertThat(execution.status()).isEqualTo(ExecutionStatus.ABORTED);
        assertThat(execution.error()).isNull();
    }

    @Test
    void stopping_ends_what_waits_for_its_token() {
        Execution execution = machine(callback("T", "'End': true"))
                .withTasks(Answers.of("T", TaskOutcome.answerByHand()))
                .startPaused("{}");
        String token = execution.runUntilTaskToken("T");
        execution.stop(null, null);

        assertThatThrownBy(() -> execution.sendTaskSuccess(token, "{}"))
                .hasMessageContaining("It has ended as ABORTED");
    }

    @Test
    void a_wait_for_a_token_ends_with_the_machine_when_the_test_moves_the_clock_there() {
        Execution execution = machine("'TimeoutSeconds': 60", callback("T", "'End': true"))
                .withTasks(Answers.of("T", TaskOutcome.answerByHand()))
                .startPaused("{}");
        execution.runUntilTaskToken("T");

        assertThat(execution.advance(Duration.ofMinutes(1)).status()).isEqualTo(ExecutionStatus.TIMED_OUT);
    }

    @Test
    void a_wait_for_a_token_runs_into_the_machines_own_timeout() {
        Execution execution = machine("'TimeoutSeconds': 60", callback("T", "'End': true"))
                .withTasks(Answers.of("T", TaskOutcome.answerByHand()))
                .start("{}");

        assertThat(execution.status()).isEqualTo(ExecutionStatus.TIMED_OUT);
        assertThat(execution.duration()).isEqualTo(Duration.ofMinutes(1));
    }

    @Test
    void other_branches_go_on_while_one_waits_for_the_test() {
        Execution execution = machine("'P': {'Type': 'Parallel', 'End': true, 'Branches': [{"
                        + graph(callback("T", "'End': true")) + "}, {"
                        + graph("'W': {'Type': 'Wait', 'Seconds': 5, 'End': true}") + "}]}")
                .withTasks(Answers.of("T", TaskOutcome.answerByHand()))
                .startPaused("1");

        assertThatThrownBy(execution::runToEnd).isInstanceOf(ExecutionStuckException.class);
        assertThat(execution.duration()).isEqualTo(Duration.ofSeconds(5));
        execution.sendTaskSuccess(execution.runUntilTaskToken("T"), "2").runToEnd();
        assertThat(output(execution)).isEqualTo("[2,1]");
    }

    @Test
    void a_fault_of_the_task_handler_reaches_the_test_and_no_catcher() {
        StateMachine machine = machine(
                        invoke("T", "'Catch': [{'ErrorEquals': ['States.ALL'], 'Next': 'Z'}]," + " 'Next': 'Z'")
                                + ", 'Z': {'Type': 'Succeed'}")
                .withTasks(call -> {
                    throw new IllegalStateException("my own fault");
                });

        assertThatThrownBy(machine::start)
                .isInstanceOf(IllegalStateException.class)
                .hasMessage("my own fault");
    }

    @Test
    void the_same_machine_runs_many_executions_that_know_nothing_of_each_other() {
        Execution first = WAITS.startPaused("1").advance(Duration.ofSeconds(12));
        Execution second = WAITS.start("2");

        assertThat(output(second)).isEqualTo("2");
        assertThat(output(first.runToEnd())).isEqualTo("1");
    }

    @Test
    void time_stops_at_its_ends() {
        Execution waiting = machine("'W': {'Type': 'Wait', 'Seconds': 60, 'End': true}")
                .startingAt(java.time.Instant.parse("9999-12-31T23:59:59.999Z"))
                .withLimits(io.github.stepunit.definition.Limits.STANDARD.withDuration(
                        java.time.Duration.ofSeconds(Long.MAX_VALUE)))
                .startPaused("{}");

        waiting.advance(java.time.Duration.ofSeconds(Long.MAX_VALUE));

        assertThat(waiting.duration()).hasSeconds(60);
        assertThatThrownBy(() -> waiting.advance(java.time.Duration.ofSeconds(-1)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("Virtual time goes forward only, but should advance by PT-1S.");
        assertThatThrownBy(() -> waiting.stateMachine().startingAt(java.time.Instant.MAX))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage(
                        "An execution can start in the years 0000 to 9999 only, as AWS's timestamps have four digits"
                                + " for the year, but should start at +1000000000-12-31T23:59:59.999999999Z.");
    }

    @Test
    void what_a_task_handler_throws_is_thrown_again_instead_of_going_on() {
        Execution execution = machine(Asl.lambda("T", "'End': true"))
                .withTasks(new io.github.stepunit.task.TaskMocks())
                .startPaused("{}");
        Throwable first = org.assertj.core.api.Assertions.catchThrowable(execution::runToEnd);

        assertThat(first).isInstanceOf(RuntimeException.class);
        assertThatThrownBy(execution::runToEnd).isSameAs(first);
        assertThatThrownBy(() -> execution.advance(java.time.Duration.ofDays(400)))
                .isSameAs(first);
        assertThat(execution.status()).isEqualTo(io.github.stepunit.ExecutionStatus.RUNNING);
        assertThat(execution.duration()).isZero();
    }
}
