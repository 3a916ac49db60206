package io.github.stepunit.rules;

import static io.github.stepunit.rules.Asl.graph;
import static io.github.stepunit.rules.Asl.invoke;
import static io.github.stepunit.rules.Asl.lambda;
import static io.github.stepunit.rules.Asl.machine;
import static io.github.stepunit.rules.Asl.output;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.stepunit.Execution;
import io.github.stepunit.ExecutionStatus;
import io.github.stepunit.StateMachine;
import io.github.stepunit.definition.Limits;
import io.github.stepunit.json.JsonText;
import io.github.stepunit.task.TaskOutcome;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What ends an execution that would go on, and payloads that are too large (checklist 20). */
class LimitsTest {

    private static final String LOOP = "'A': {'Type': 'Pass', 'Next': 'A2'}, 'A2': {'Type': 'Choice', 'Choices':"
            + " [{'Variable': '$.stop', 'IsPresent': true, 'Next': 'Z'}], 'Default': 'A'}, 'Z': {'Type': 'Succeed'}";

    /** Text whose JSON has exactly that many bytes, quotes included. */
    private static String text(int bytes) {
        return "\"" + "x".repeat(bytes - 2) + "\"";
    }

    @Test
    void event_25000_of_an_endless_loop_is_its_failure() {
        Execution execution = machine(LOOP).start();

        assertThat(execution.history().events()).hasSize(25_000);
        assertThat(EventLines.last(execution).type().awsName()).isEqualTo("ExecutionFailed");
        assertThat(execution.error()).isEqualTo("States.Runtime");
        assertThat(execution.cause()).isEqualTo("The execution reached the maximum number of history events (25000).");
    }

    @Test
    void an_execution_may_succeed_by_its_last_event() {
        // Started, three times entered and exited, succeeded: eight events.
        String three = "'A': {'Type': 'Pass', 'Next': 'B'}, 'B': {'Type': 'Pass', 'Next': 'C'},"
                + " 'C': {'Type': 'Pass', 'End': true}";

        Execution eight =
                machine(three).withLimits(Limits.STANDARD.withHistoryEvents(8)).start();
        Execution seven =
                machine(three).withLimits(Limits.STANDARD.withHistoryEvents(7)).start();

        assertThat(eight.status()).isEqualTo(ExecutionStatus.SUCCEEDED);
        assertThat(seven.status()).isEqualTo(ExecutionStatus.FAILED);
        assertThat(EventLines.of(seven)).endsWith("6 5 PassStateEntered C\n7 6 ExecutionFailed");
    }

    @Test
    void an_express_execution_has_no_limit_of_events_but_steps_are_counted() {
        Execution execution =
                Asl.express(LOOP).withLimits(Limits.EXPRESS.withSteps(30_000)).start();

        assertThat(execution.error()).isEqualTo("States.Runtime");
        assertThat(execution.cause())
                .isEqualTo("The execution used up its budget of 30000 steps, which is StepUnit's and not AWS's."
                        + " Does a loop have no way out? Limits.withSteps gives more.");
        assertThat(execution.history().events()).hasSizeGreaterThan(25_000);
    }

    @Test
    void the_history_is_full_in_the_middle_of_a_map_as_well() {
        Execution execution = machine("'M': {'Type': 'Map', 'End': true, 'ItemProcessor': {"
                        + graph(invoke("T", "'End': true")) + "}}")
                .withTasks(Answers.echo())
                .withLimits(Limits.STANDARD.withHistoryEvents(50))
                .start("[1,2,3,4,5,6,7,8,9,10,11,12,13,14,15]");

        assertThat(execution.history().events()).hasSize(50);
        assertThat(execution.error()).isEqualTo("States.Runtime");
    }

    @Test
    void an_input_too_large_cannot_even_be_started() {
        StateMachine machine = machine("'A': {'Type': 'Pass', 'End': true}");

        assertThat(machine.start(text(262_144)).status()).isEqualTo(ExecutionStatus.SUCCEEDED);
        assertThatThrownBy(() -> machine.start(text(262_145)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage(
                        "The input of the execution has 262145 bytes; AWS accepts at most 262144 (StartExecution).");
    }

    @ParameterizedTest
    @ValueSource(strings = {"States.ALL", "States.DataLimitExceeded"})
    void a_task_result_too_large_can_be_caught(String errorEquals) {
        String states = invoke("T", "'Next': 'Z', 'Catch': [{'ErrorEquals': ['" + errorEquals + "'], 'Next': 'Z'}]")
                + ", 'Z': {'Type': 'Succeed'}";

        assertThat(output(machine(states)
                        .withTasks(Answers.of("T", TaskOutcome.succeed(JsonText.parse(text(262_145)))))
                        .start()))
                .isEqualTo(
                        "{'Error':'States.DataLimitExceeded','Cause':'The state/task 'lambda' returned a result with a"
                                + " size exceeding the maximum number of bytes service limit.'}");
        assertThat(output(machine(states)
                        .withTasks(Answers.of("T", TaskOutcome.succeed(JsonText.parse(text(262_144)))))
                        .start()))
                .hasSize(262_144);
    }

    @Test
    void a_lambda_function_too_talkative_is_named_by_its_arn() {
        Execution execution = machine(lambda("T", "'End': true"))
                .withTasks(Answers.of("T", TaskOutcome.succeed(JsonText.parse(text(262_145)))))
                .start();

        assertThat(execution.cause())
                .startsWith("The state/task 'arn:aws:lambda:us-east-1:123456789012:function:f' returned a result");
        assertThat(EventLines.names(execution)).endsWith("LambdaFunctionFailed", "ExecutionFailed");
    }

    @Test
    void the_output_of_a_pass_state_too_large_fails_the_execution() {
        Execution execution = machine("'A': {'Type': 'Pass', 'Parameters': {'a.$': '$', 'b.$': '$'}, 'End': true}")
                .start(text(200_000));

        assertThat(execution.error()).isEqualTo("States.DataLimitExceeded");
        assertThat(execution.cause()).startsWith("The state/task 'A' returned a result");
        assertThat(EventLines.of(execution)).endsWith("2 0 PassStateEntered A\n3 2 ExecutionFailed");
    }

    @Test
    void an_output_too_large_for_a_task_state_is_not_caught() {
        Execution execution = machine(lambda(
                                "T",
                                "'ResultPath': '$.b', 'Next': 'Z',"
                                        + " 'Catch': [{'ErrorEquals': ['States.ALL'], 'Next': 'Z'}]")
                        + ", 'Z': {'Type': 'Succeed'}")
                .withTasks(Answers.of("T", TaskOutcome.succeed(JsonText.parse(text(200_000)))))
                .start("{\"a\": " + text(200_000) + "}");

        assertThat(execution.error()).isEqualTo("States.DataLimitExceeded");
    }

    @Test
    void bytes_are_counted_as_utf_8() {
        String euros = "\"" + "€".repeat(100_000) + "\"";

        assertThatThrownBy(() -> machine("'A': {'Type': 'Pass', 'End': true}").start(euros))
                .hasMessageContaining("300002 bytes");
    }

    @Test
    void parameters_too_large_never_reach_the_task() {
        Answers answers = Answers.echo();
        Execution execution = machine(lambda("T", "'Parameters': {'a.$': '$', 'b.$': '$'}, 'End': true"))
                .withTasks(answers)
                .start(text(200_000));

        assertThat(execution.error()).isEqualTo("States.DataLimitExceeded");
        assertThat(execution.cause())
                .isEqualTo("The state/task 'T' provided parameters with a size exceeding the maximum number of bytes"
                        + " service limit.");
        assertThat(answers.invocations()).isEmpty();
    }

    @Test
    void the_joined_result_of_branches_or_iterations_counts_as_well() {
        Execution parallel = machine("'P': {'Type': 'Parallel', 'End': true, 'Branches': [{"
                        + graph("'A': {'Type': 'Pass', 'End': true}") + "}, {"
                        + graph("'B': {'Type': 'Pass', 'End': true}") + "}]}")
                .start(text(200_000));

        assertThat(parallel.error()).isEqualTo("States.DataLimitExceeded");
        assertThat(parallel.cause()).startsWith("The state/task 'P' returned a result");
    }

    @Test
    void a_limit_can_be_lifted() {
        Execution execution = machine("'A': {'Type': 'Pass', 'Parameters': {'a.$': '$', 'b.$': '$'}, 'End': true}")
                .withLimits(Limits.STANDARD.withPayloadBytes(Integer.MAX_VALUE))
                .start(text(300_000));

        assertThat(execution.status()).isEqualTo(ExecutionStatus.SUCCEEDED);
    }

    @Test
    void a_history_has_room_for_its_start_and_its_end_at_least() {
        StateMachine machine = machine("'A': {'Type': 'Pass', 'End': true}");

        assertThat(EventLines.of(
                        machine.withLimits(Limits.STANDARD.withHistoryEvents(2)).start()))
                .isEqualTo("1 0 ExecutionStarted\n2 1 ExecutionFailed");
        assertThatThrownBy(() -> Limits.STANDARD.withHistoryEvents(1))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("The limit of history events must be at least 2, for the start and the end of an execution,"
                        + " but was 1.");
    }

    @Test
    void an_endless_loop_ends_without_any_limit_set() {
        Execution execution = Asl.express(LOOP).start();

        assertThat(execution.cause()).startsWith("The execution used up its budget of 1000000 steps");
    }

    @Test
    void limits_that_no_execution_could_keep_are_refused() {
        assertThatThrownBy(() -> Limits.STANDARD.withPayloadBytes(0))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("The limit of a payload must be at least 1 byte, but was 0.");
        assertThatThrownBy(() -> Limits.STANDARD.withDuration(java.time.Duration.ZERO))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("The limit of an execution's duration must be positive, but was PT0S.");
        assertThatThrownBy(() -> Limits.STANDARD.withSteps(0))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("The budget of steps must be at least 1, but was 0.");
    }
}
