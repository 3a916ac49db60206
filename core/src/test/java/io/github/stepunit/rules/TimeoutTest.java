package io.github.stepunit.rules;

import static io.github.stepunit.rules.Asl.activity;
import static io.github.stepunit.rules.Asl.callback;
import static io.github.stepunit.rules.Asl.failure;
import static io.github.stepunit.rules.Asl.invoke;
import static io.github.stepunit.rules.Asl.lambda;
import static io.github.stepunit.rules.Asl.machine;
import static io.github.stepunit.rules.Asl.output;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.stepunit.Execution;
import io.github.stepunit.ExecutionStatus;
import io.github.stepunit.history.HistoryEventDetails.Failed;
import io.github.stepunit.history.HistoryEventDetails.TaskFailed;
import io.github.stepunit.history.HistoryEventDetails.TaskScheduled;
import io.github.stepunit.task.TaskOutcome;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Timeouts and heartbeats of tasks, and of the whole machine (checklist 12, docs/adr/0001). */
class TimeoutTest {

    private static final TaskOutcome OK = TaskOutcome.succeed("'ok'");

    private static Duration[] seconds(int... seconds) {
        return java.util.Arrays.stream(seconds).mapToObj(Duration::ofSeconds).toArray(Duration[]::new);
    }

    private static Execution task(String fields, String input, TaskOutcome outcome) {
        return machine(invoke("T", fields + ", 'End': true"))
                .withTasks(Answers.of("T", outcome))
                .start(input);
    }

    @Test
    void a_task_that_does_not_answer_in_time_fails_with_states_timeout_and_no_cause() {
        Execution execution = task("'TimeoutSeconds': 5", "{}", TaskOutcome.neverAnswer());

        assertThat(EventLines.of(execution))
                .isEqualTo(
                        """
                        1 0 ExecutionStarted
                        2 0 TaskStateEntered T
                        3 2 TaskScheduled
                        4 3 TaskStarted
                        5 4 TaskTimedOut @5s
                        6 5 ExecutionFailed""");
        assertThat(execution.history().events().get(4).details())
                .isEqualTo(new TaskFailed("lambda", "invoke", "States.Timeout", null));
        assertThat(execution.error()).isEqualTo("States.Timeout");
        assertThat(execution.cause()).isNull();
    }

    @Test
    void a_lambda_function_called_by_its_arn_times_out_by_its_own_event() {
        Execution execution = machine(lambda("T", "'TimeoutSeconds': 5, 'End': true"))
                .withTasks(Answers.of("T", TaskOutcome.neverAnswer()))
                .start();

        assertThat(EventLines.names(execution)).contains("LambdaFunctionTimedOut");
    }

    @ParameterizedTest
    @CsvSource(
            quoteCharacter = '"',
            delimiter = '|',
            textBlock =
                    """
                    4999 | SUCCEEDED
                    5000 | SUCCEEDED
                    5001 | FAILED
                    """)
    void an_answer_at_the_very_instant_of_the_timeout_is_in_time(long milliseconds, ExecutionStatus status) {
        Duration latency = Duration.ofMillis(milliseconds);

        assertThat(task("'TimeoutSeconds': 5", "{}", OK.after(latency)).status())
                .isEqualTo(status);
        assertThat(task("'HeartbeatSeconds': 5", "{}", OK.after(latency)).status())
                .isEqualTo(status);
    }

    @Test
    void both_come_from_a_path_as_well_and_are_recorded_as_numbers() {
        Execution execution = task(
                "'TimeoutSecondsPath': '$.t', 'HeartbeatSecondsPath': '$.h'",
                "{'t': 30, 'h': '10'}",
                TaskOutcome.neverAnswer());

        assertThat(execution.duration()).isEqualTo(Duration.ofSeconds(10));
        TaskScheduled scheduled =
                (TaskScheduled) execution.history().events().get(2).details();
        assertThat(scheduled.timeoutInSeconds()).isEqualTo(30);
        assertThat(scheduled.heartbeatInSeconds()).isEqualTo(10);
    }

    @ParameterizedTest
    @CsvSource(
            quoteCharacter = '"',
            delimiter = '|',
            textBlock =
                    """
                    'TimeoutSecondsPath': '$.none'   | Invalid path '$.none' : No results for path: $['none']
                    'HeartbeatSecondsPath': '$.none' | Invalid path '$.none' : No results for path: $['none']
                    'TimeoutSecondsPath': '$.minus'  | The TimeoutSecondsPath parameter references a negative value: $.minus == -1
                    'TimeoutSecondsPath': '$.part'   | The TimeoutSecondsPath parameter cannot be parsed as a long value: $.part == 1.5
                    """)
    void a_path_that_gives_no_seconds_fails_before_the_task_is_scheduled(String fields, String cause) {
        Execution execution = task(fields, "{'minus': -1, 'part': 1.5}", OK);

        assertThat(failure(execution)).isEqualTo("States.Runtime: " + cause);
        assertThat(EventLines.names(execution)).doesNotContain("TaskScheduled");
    }

    @Test
    void heartbeats_keep_a_task_alive_until_one_is_late() {
        String heartbeat = "'HeartbeatSeconds': 10";

        assertThat(task(heartbeat, "{}", OK.after(Duration.ofSeconds(29)).withHeartbeats(seconds(9, 19)))
                        .status())
                .isEqualTo(ExecutionStatus.SUCCEEDED);
        assertThat(task(heartbeat, "{}", OK.after(Duration.ofSeconds(30)).withHeartbeats(seconds(9, 19)))
                        .duration())
                .isEqualTo(Duration.ofSeconds(29));
    }

    @Test
    void a_heartbeat_at_the_very_instant_of_its_timeout_is_in_time() {
        Execution execution = task(
                "'HeartbeatSeconds': 10", "{}", OK.after(Duration.ofSeconds(25)).withHeartbeats(seconds(10, 20)));

        assertThat(execution.status()).isEqualTo(ExecutionStatus.SUCCEEDED);
    }

    @Test
    void heartbeats_do_not_move_the_timeout() {
        Execution execution = task(
                "'HeartbeatSeconds': 10, 'TimeoutSeconds': 25",
                "{}",
                TaskOutcome.neverAnswer().withHeartbeats(seconds(5, 10, 15, 20, 25, 30)));

        assertThat(execution.duration()).isEqualTo(Duration.ofSeconds(25));
    }

    @ParameterizedTest
    @CsvSource({
        "States.HeartbeatTimeout, caught",
        "States.Timeout, caught",
        "States.ALL, caught",
        "States.TaskFailed, failed"
    })
    void a_late_heartbeat_shows_as_a_timeout_that_has_a_name_of_its_own_as_well(String name, String what) {
        Execution execution = machine(callback(
                                "T",
                                "'HeartbeatSeconds': 10, 'Next': 'Z', 'Catch': [{'ErrorEquals': ['" + name
                                        + "'], 'Next': 'Z'}]")
                        + ", 'Z': {'Type': 'Succeed'}")
                .withTasks(Answers.of("T", TaskOutcome.neverAnswer()))
                .start();

        assertThat(EventLines.times(execution, "TaskTimedOut")).containsExactly("10s");
        if (what.equals("caught")) {
            assertThat(output(execution)).isEqualTo("{'Error':'States.Timeout','Cause':''}");
        } else {
            assertThat(execution.error()).isEqualTo("States.Timeout");
        }
    }

    @Test
    void the_clocks_of_an_activity_start_when_a_worker_takes_it_up() {
        Execution execution = machine(activity("T", "'TimeoutSeconds': 20, 'HeartbeatSeconds': 5, 'End': true"))
                .withTasks(Answers.of("T", TaskOutcome.neverAnswer().pickedUpAfter(Duration.ofMinutes(1), "w")))
                .start();

        assertThat(EventLines.of(execution))
                .isEqualTo(
                        """
                        1 0 ExecutionStarted
                        2 0 TaskStateEntered T
                        3 2 ActivityScheduled
                        4 3 ActivityStarted @60s
                        5 4 ActivityTimedOut @65s
                        6 5 ExecutionFailed""");
    }

    @Test
    void a_task_that_times_out_by_itself_needs_no_timeout() {
        Execution execution =
                task("'ResultPath': null", "{}", TaskOutcome.timeOut().after(Duration.ofSeconds(3)));

        assertThat(EventLines.times(execution, "TaskTimedOut")).containsExactly("3s");
    }

    // --- the whole machine

    @Test
    void a_machine_times_out_exactly_at_its_start_and_its_timeout() {
        Execution execution = machine(
                        "'TimeoutSeconds': 7",
                        "'A': {'Type': 'Wait', 'Seconds': 4, 'Next': 'B'}, 'B': {'Type': 'Wait', 'Seconds': 4, 'End': true}")
                .start();

        assertThat(EventLines.of(execution))
                .isEqualTo(
                        """
                        1 0 ExecutionStarted
                        2 0 WaitStateEntered A
                        3 2 WaitStateExited A @4s
                        4 3 WaitStateEntered B
                        5 0 ExecutionTimedOut @7s""");
        assertThat(EventLines.last(execution).details()).isEqualTo(new Failed("States.Timeout", null));
        assertThat(execution.status()).isEqualTo(ExecutionStatus.TIMED_OUT);
        assertThat(execution.error()).isNull();
        assertThat(execution.cause()).isNull();
        assertThat(execution.duration()).isEqualTo(Duration.ofSeconds(7));
    }

    @Test
    void what_is_due_at_the_very_end_is_still_done() {
        Execution execution = machine("'TimeoutSeconds': 4", "'A': {'Type': 'Wait', 'Seconds': 4, 'End': true}")
                .start();

        assertThat(execution.status()).isEqualTo(ExecutionStatus.SUCCEEDED);
    }

    @Test
    void a_machine_timeout_of_zero_is_none() {
        Execution execution = machine("'TimeoutSeconds': 0", "'A': {'Type': 'Wait', 'Seconds': 4, 'End': true}")
                .start();

        assertThat(execution.status()).isEqualTo(ExecutionStatus.SUCCEEDED);
    }

    @Test
    void nothing_catches_the_timeout_of_the_machine() {
        Execution execution = machine(
                        "'TimeoutSeconds': 5",
                        invoke("T", "'Next': 'Z', 'Catch': [{'ErrorEquals': ['States.ALL'], 'Next': 'Z'}]")
                                + ", 'Z': {'Type': 'Succeed'}")
                .withTasks(Answers.of("T", TaskOutcome.neverAnswer()))
                .start();

        assertThat(execution.status()).isEqualTo(ExecutionStatus.TIMED_OUT);
        assertThat(EventLines.names(execution)).endsWith("TaskStarted", "ExecutionTimedOut");
    }

    @Test
    void an_express_execution_lasts_five_minutes_at_most() {
        String wait = "'A': {'Type': 'Wait', 'Seconds': %d, 'End': true}";

        assertThat(Asl.express(wait.formatted(300)).start().status()).isEqualTo(ExecutionStatus.SUCCEEDED);
        Execution late = Asl.express(wait.formatted(301)).start();
        assertThat(late.status()).isEqualTo(ExecutionStatus.TIMED_OUT);
        assertThat(late.duration()).isEqualTo(Duration.ofMinutes(5));
    }

    @Test
    void a_standard_execution_lasts_a_year_at_most_even_if_its_timeout_is_longer() {
        Execution execution = machine("'TimeoutSeconds': 99999999", invoke("T", "'End': true"))
                .withTasks(Answers.of("T", TaskOutcome.neverAnswer()))
                .start();

        assertThat(execution.status()).isEqualTo(ExecutionStatus.TIMED_OUT);
        assertThat(execution.duration()).isEqualTo(Duration.ofDays(365));
    }
}
