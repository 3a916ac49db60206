package io.github.stepunit.rules;

import static io.github.stepunit.rules.Asl.graph;
import static io.github.stepunit.rules.Asl.invoke;
import static io.github.stepunit.rules.Asl.lambda;
import static io.github.stepunit.rules.Asl.machine;
import static io.github.stepunit.rules.Asl.output;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.stepunit.Execution;
import io.github.stepunit.ExecutionStatus;
import io.github.stepunit.StateMachine;
import io.github.stepunit.history.HistoryEventDetails.StateExited;
import io.github.stepunit.history.Trace;
import io.github.stepunit.task.TaskInvocation;
import io.github.stepunit.task.TaskOutcome;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Retriers: which one applies, how long it waits, how it counts (checklist 11). */
class RetryTest {

    private static final TaskOutcome OK = TaskOutcome.succeed("'ok'");

    /** When each attempt began, of a task that never succeeds. */
    private static List<String> attempts(String retry, TaskOutcome... outcomes) {
        return EventLines.times(run(retry, outcomes), "LambdaFunctionScheduled");
    }

    private static Execution run(String retry, TaskOutcome... outcomes) {
        return machine(lambda("T", "'Retry': [" + retry + "], 'End': true"))
                .withTasks(Answers.of("T", outcomes))
                .start();
    }

    @ParameterizedTest
    @CsvSource(
            quoteCharacter = '"',
            delimiter = '|',
            textBlock =
                    """
                    'MaxAttempts': 3                                             | 0s 1s 3s 7s
                    'BackoffRate': 1                                             | 0s 1s 2s 3s
                    'IntervalSeconds': 3, 'MaxAttempts': 2                       | 0s 3s 9s
                    'IntervalSeconds': 2, 'BackoffRate': 1.5                     | 0s 2s 5s 9.5s
                    'IntervalSeconds': 1, 'BackoffRate': 10, 'MaxDelaySeconds': 20 | 0s 1s 11s 31s
                    'MaxAttempts': 0                                             | 0s
                    'MaxAttempts': 1                                             | 0s 1s
                    """)
    void the_interval_grows_by_the_backoff_rate_up_to_the_longest_delay(String fields, String times) {
        assertThat(attempts("{'ErrorEquals': ['States.ALL'], " + fields + "}", TaskOutcome.fail("E")))
                .containsExactly(times.split(" "));
    }

    @Test
    void the_default_is_three_retries_after_one_two_and_four_seconds() {
        assertThat(attempts("{'ErrorEquals': ['States.ALL']}", TaskOutcome.fail("E")))
                .containsExactly("0s", "1s", "3s", "7s");
    }

    @Test
    void an_attempt_is_a_new_scheduled_event_of_the_same_visit() {
        Execution execution = machine(invoke("T", "'Retry': [{'ErrorEquals': ['E']}], 'End': true"))
                .withTasks(Answers.of("T", TaskOutcome.fail("E").after(Duration.ofSeconds(2)), OK))
                .start();

        assertThat(EventLines.of(execution))
                .isEqualTo(
                        """
                        1 0 ExecutionStarted
                        2 0 TaskStateEntered T
                        3 2 TaskScheduled
                        4 3 TaskStarted
                        5 4 TaskFailed @2s
                        6 5 TaskScheduled @3s
                        7 6 TaskStarted
                        8 7 TaskSucceeded
                        9 8 TaskStateExited T
                        10 9 ExecutionSucceeded""");
        assertThat(execution.history().events().get(5).trace())
                .isEqualTo(new Trace.Retried(0, 2, Duration.ofSeconds(1), "E"));
        assertThat(execution.history().events().get(2).trace()).isNull();
    }

    @Test
    void the_first_retrier_that_matches_is_the_retrier_even_when_it_is_used_up() {
        Execution execution = run(
                "{'ErrorEquals': ['A', 'B'], 'MaxAttempts': 1}, {'ErrorEquals': ['A', 'C'], 'MaxAttempts': 5}",
                TaskOutcome.fail("A"));

        assertThat(EventLines.times(execution, "LambdaFunctionScheduled")).containsExactly("0s", "1s");
        assertThat(EventLines.last(execution).trace()).isEqualTo(new Trace.Uncaught("T", "A", 0));
    }

    @Test
    void each_retrier_counts_for_itself() {
        List<String> attempts = attempts(
                "{'ErrorEquals': ['A'], 'MaxAttempts': 2}, {'ErrorEquals': ['B'], 'IntervalSeconds': 10}",
                TaskOutcome.fail("A"),
                TaskOutcome.fail("B"),
                TaskOutcome.fail("A"),
                TaskOutcome.fail("B"),
                OK);

        // 1 for the first A, 10 for the first B, 2 for the second A, 20 for the second B.
        assertThat(attempts).containsExactly("0s", "1s", "11s", "13s", "33s");
    }

    @Test
    void no_retrier_means_no_retry() {
        assertThat(attempts("{'ErrorEquals': ['Other', 'error']}", TaskOutcome.fail("Error")))
                .containsExactly("0s");
        assertThat(attempts("", TaskOutcome.fail("Error"))).containsExactly("0s");
    }

    @Test
    void a_misspelt_wildcard_is_an_ordinary_name() {
        // scenarios/test_base_scenarios.test_map_state_retry_multiple_retriers
        assertThat(attempts("{'ErrorEquals': ['State.ALL']}", TaskOutcome.fail("E")))
                .containsExactly("0s");
    }

    @ParameterizedTest
    @CsvSource(
            quoteCharacter = '"',
            delimiter = '|',
            textBlock =
                    """
                    States.ALL              | E                       | true
                    States.ALL              | States.Timeout          | true
                    States.TaskFailed       | E                       | true
                    States.TaskFailed       | States.TaskFailed       | true
                    States.TaskFailed       | States.Timeout          | false
                    States.TaskFailed       | States.HeartbeatTimeout | false
                    States.Timeout          | States.Timeout          | true
                    States.Timeout          | States.HeartbeatTimeout | true
                    States.HeartbeatTimeout | States.HeartbeatTimeout | true
                    States.HeartbeatTimeout | States.Timeout          | false
                    States.ALL              | States.Runtime          | false
                    States.Runtime          | States.Runtime          | false
                    States.TaskFailed       | States.Runtime          | false
                    """)
    void wildcards_match(String errorEquals, String error, boolean matches) {
        Execution execution = run("{'ErrorEquals': ['" + errorEquals + "']}", TaskOutcome.fail(error), OK);

        assertThat(execution.status()).isEqualTo(matches ? ExecutionStatus.SUCCEEDED : ExecutionStatus.FAILED);
    }

    @ParameterizedTest
    @ValueSource(strings = {"States.ALL", "States.Timeout"})
    void a_timeout_is_retried_with_a_fresh_clock(String errorEquals) {
        Execution execution = machine(invoke(
                        "T", "'TimeoutSeconds': 5, 'Retry': [{'ErrorEquals': ['" + errorEquals + "']}], 'End': true"))
                .withTasks(Answers.of("T", TaskOutcome.neverAnswer(), OK.after(Duration.ofSeconds(4))))
                .start();

        assertThat(execution.status()).isEqualTo(ExecutionStatus.SUCCEEDED);
        assertThat(EventLines.times(execution, "TaskTimedOut")).containsExactly("5s");
        assertThat(EventLines.times(execution, "TaskSucceeded")).containsExactly("10s");
    }

    @Test
    void full_jitter_stays_within_the_interval_and_repeats_for_the_same_seed() {
        StateMachine machine = machine(lambda(
                        "T",
                        "'Retry': [{'ErrorEquals': ['E'], 'IntervalSeconds': 8, 'MaxAttempts': 4, 'MaxDelaySeconds': 20,"
                                + " 'JitterStrategy': 'FULL'}], 'End': true"))
                .withTasks(Answers.of("T", TaskOutcome.fail("E")));
        long[] bounds = {8, 16, 20, 20};
        for (long seed = 0; seed < 50; seed++) {
            Execution execution = machine.withSeed(seed).start();
            List<Duration> waits = waits(execution);
            assertThat(waits).hasSize(4);
            for (int i = 0; i < 4; i++) {
                assertThat(waits.get(i)).isBetween(Duration.ZERO, Duration.ofSeconds(bounds[i]));
            }
            assertThat(waits(machine.withSeed(seed).start())).isEqualTo(waits);
        }
        assertThat(waits(machine.withSeed(1).start()))
                .isNotEqualTo(waits(machine.withSeed(2).start()));
    }

    private static List<Duration> waits(Execution execution) {
        return execution.history().events().stream()
                .filter(event -> event.trace() instanceof Trace.Retried)
                .map(event -> ((Trace.Retried) event.trace()).waited())
                .toList();
    }

    @Test
    void the_context_object_and_the_invocation_count_the_attempts() {
        Answers answers = Answers.of("T", TaskOutcome.fail("A"), TaskOutcome.fail("B"), OK);
        machine(
                        """
                'T': {'Type': 'Task', 'Resource': 'arn:aws:states:::lambda:invoke',
                      'Parameters': {'FunctionName': 'f', 'Payload': {'n.$': '$$.State.RetryCount'}},
                      'Retry': [{'ErrorEquals': ['A']}, {'ErrorEquals': ['B']}], 'End': true}
                """)
                .withTasks(answers)
                .start();

        assertThat(answers.invocations()).extracting(TaskInvocation::attempt).containsExactly(1, 2, 3);
        assertThat(answers.invocations())
                .extracting(invocation -> invocation.input().at("/Payload/n").intValue())
                .containsExactly(0, 1, 2);
    }

    @Test
    void another_visit_of_the_state_counts_from_the_start() {
        Answers answers = Answers.of(
                "T", TaskOutcome.fail("E"), TaskOutcome.succeed("1"), TaskOutcome.fail("E"), TaskOutcome.succeed("2"));
        Execution execution = machine(lambda("T", "'Retry': [{'ErrorEquals': ['E'], 'MaxAttempts': 1}], 'Next': 'C'")
                        + ", 'C': {'Type': 'Choice', 'Choices': [{'Variable': '$', 'NumericEquals': 1, 'Next': 'T'}],"
                        + " 'Default': 'Z'}, 'Z': {'Type': 'Succeed'}")
                .withTasks(answers)
                .start();

        assertThat(output(execution)).isEqualTo("2");
        assertThat(answers.invocations()).extracting(TaskInvocation::attempt).containsExactly(1, 2, 1, 2);
    }

    @Test
    void a_retry_of_a_parallel_state_reruns_all_branches() {
        Execution execution = machine("'P': {'Type': 'Parallel', 'Retry': [{'ErrorEquals': ['E']}], 'End': true,"
                        + " 'Branches': [{" + graph("'A': {'Type': 'Pass', 'End': true}") + "}, {"
                        + graph(lambda("B", "'End': true")) + "}]}")
                .withTasks(Answers.of("B", TaskOutcome.fail("E"), OK))
                .start("1");

        assertThat(output(execution)).isEqualTo("[1,'ok']");
        assertThat(EventLines.of(execution))
                .isEqualTo(
                        """
                        1 0 ExecutionStarted
                        2 0 ParallelStateEntered P
                        3 2 ParallelStateStarted
                        4 3 PassStateEntered A
                        5 4 PassStateExited A
                        6 3 TaskStateEntered B
                        7 6 LambdaFunctionScheduled
                        8 7 LambdaFunctionStarted
                        9 8 LambdaFunctionFailed
                        10 9 TaskStateAborted
                        11 9 ParallelStateStarted @1s
                        12 11 PassStateEntered A
                        13 12 PassStateExited A
                        14 11 TaskStateEntered B
                        15 14 LambdaFunctionScheduled
                        16 15 LambdaFunctionStarted
                        17 16 LambdaFunctionSucceeded
                        18 17 TaskStateExited B
                        19 18 ParallelStateSucceeded
                        20 18 ParallelStateExited P
                        21 20 ExecutionSucceeded""");
    }

    @Test
    void a_retry_of_a_map_state_reruns_all_iterations_with_fresh_counters() {
        Answers answers = Answers.of(
                "B",
                TaskOutcome.succeed("1"),
                TaskOutcome.fail("E"),
                TaskOutcome.fail("E"),
                TaskOutcome.succeed("2"),
                TaskOutcome.fail("E"),
                TaskOutcome.succeed("3"));
        Execution execution = machine("'M': {'Type': 'Map', 'MaxConcurrency': 1, 'Retry': [{'ErrorEquals': ['E']}],"
                        + " 'End': true, 'ItemProcessor': {"
                        + graph(lambda("B", "'Retry': [{'ErrorEquals': ['E'], 'MaxAttempts': 1}], 'End': true")) + "}}")
                .withTasks(answers)
                .start("[1, 2]");

        assertThat(output(execution)).isEqualTo("[2,3]");
        assertThat(answers.invocations()).extracting(TaskInvocation::attempt).containsExactly(1, 1, 2, 1, 1, 2);
        assertThat(answers.invocations()).extracting(TaskInvocation::mapIndex).containsExactly(0, 1, 1, 0, 1, 1);
    }

    @Test
    void what_a_retried_parallel_state_does_wrong_afterwards_is_not_recorded_as_a_failed_branch() {
        // The second attempt succeeds, and then ResultSelector finds nothing.
        Execution execution = machine("'P': {'Type': 'Parallel', 'Retry': [{'ErrorEquals': ['E']}], 'End': true,"
                        + " 'ResultSelector': {'x.$': '$.none'}, 'Branches': [{" + graph(lambda("B", "'End': true"))
                        + "}]}")
                .withTasks(Answers.of("B", TaskOutcome.fail("E"), OK))
                .start();

        assertThat(execution.error()).isEqualTo("States.Runtime");
        assertThat(EventLines.names(execution)).endsWith("ParallelStateSucceeded", "ExecutionFailed");
    }

    @Test
    void a_caught_error_leaves_with_the_retrier_that_was_used_up_in_its_trace() {
        Execution execution = machine(lambda(
                                "T",
                                "'Retry': [{'ErrorEquals': ['E'], 'MaxAttempts': 1}],"
                                        + " 'Catch': [{'ErrorEquals': ['E'], 'Next': 'Z'}], 'Next': 'Z'")
                        + ", 'Z': {'Type': 'Succeed'}")
                .withTasks(Answers.of("T", TaskOutcome.fail("E", "c")))
                .start();

        assertThat(execution.history().events())
                .filteredOn(event -> event.details() instanceof StateExited && "T".equals(event.stateName()))
                .singleElement()
                .extracting(event -> event.trace())
                .isEqualTo(new Trace.Caught(0, "E", "c", 0));
    }

    @Test
    void an_interval_beyond_all_time_ends_with_the_execution() {
        Execution execution = run(
                "{'ErrorEquals': ['E'], 'IntervalSeconds': 99999999, 'BackoffRate': 1e300, 'MaxAttempts': 99999999}",
                TaskOutcome.fail("E"));

        assertThat(execution.status()).isEqualTo(ExecutionStatus.TIMED_OUT);
        assertThat(execution.duration()).isEqualTo(Duration.ofDays(365));
    }
}
