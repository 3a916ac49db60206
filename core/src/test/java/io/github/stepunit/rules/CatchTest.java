package io.github.stepunit.rules;

import static io.github.stepunit.rules.Asl.graph;
import static io.github.stepunit.rules.Asl.lambda;
import static io.github.stepunit.rules.Asl.machine;
import static io.github.stepunit.rules.Asl.output;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.stepunit.Execution;
import io.github.stepunit.task.TaskOutcome;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Catchers: which one applies, and what the next state gets (checklist 11). */
class CatchTest {

    private static final String Z = ", 'Z': {'Type': 'Succeed'}";

    private static Execution caught(String fields, TaskOutcome outcome) {
        return machine(lambda("T", fields + ", 'Next': 'Z'") + Z)
                .withTasks(Answers.of("T", outcome))
                .start("{'in': 1}");
    }

    @ParameterizedTest
    @CsvSource(
            quoteCharacter = '"',
            delimiter = '|',
            textBlock =
                    """
                    "'ErrorEquals': ['E']"                          | {'Error':'E','Cause':'c'}
                    "'ErrorEquals': ['E'], 'ResultPath': '$'"       | {'Error':'E','Cause':'c'}
                    "'ErrorEquals': ['E'], 'ResultPath': '$.err'"   | {'in':1,'err':{'Error':'E','Cause':'c'}}
                    "'ErrorEquals': ['E'], 'ResultPath': '$.a.b'"   | {'in':1,'a':{'b':{'Error':'E','Cause':'c'}}}
                    "'ErrorEquals': ['E'], 'ResultPath': null"      | {'in':1}
                    """)
    void the_error_output_is_put_by_the_catchers_own_result_path(String catcher, String output) {
        Execution execution = caught("'Catch': [{" + catcher + ", 'Next': 'Z'}]", TaskOutcome.fail("E", "c"));

        assertThat(output(execution)).isEqualTo(output);
    }

    @Test
    void the_states_own_paths_do_not_apply_to_a_caught_error() {
        // error_handling/test_task_service_lambda.test_raise_exception_catch_output_path
        Execution execution = caught(
                "'InputPath': '$.in', 'ResultPath': '$.r', 'OutputPath': '$.none',"
                        + " 'Catch': [{'ErrorEquals': ['E'], 'ResultPath': '$.err', 'Next': 'Z'}]",
                TaskOutcome.fail("E", "c"));

        assertThat(output(execution)).isEqualTo("{'in':1,'err':{'Error':'E','Cause':'c'}}");
    }

    @Test
    void an_error_without_cause_has_an_empty_one() {
        // error_handling/test_task_service_lambda.test_invoke_timeout
        String catcher = "'Catch': [{'ErrorEquals': ['States.ALL'], 'Next': 'Z'}]";

        assertThat(output(caught(catcher, TaskOutcome.fail("E")))).isEqualTo("{'Error':'E','Cause':''}");
        assertThat(output(caught(catcher, TaskOutcome.timeOut()))).isEqualTo("{'Error':'States.Timeout','Cause':''}");
        assertThat(output(caught("'TimeoutSeconds': 5, " + catcher, TaskOutcome.neverAnswer())))
                .isEqualTo("{'Error':'States.Timeout','Cause':''}");
    }

    @Test
    void the_first_catcher_that_matches_is_taken() {
        Execution execution = machine(lambda(
                                "T",
                                """
                                        'Catch': [{'ErrorEquals': ['Other'], 'Next': 'A'},
                                                  {'ErrorEquals': ['X', 'E'], 'Next': 'B'},
                                                  {'ErrorEquals': ['States.ALL'], 'Next': 'A'}], 'Next': 'A'
                                        """)
                        + ", 'A': {'Type': 'Succeed'}, 'B': {'Type': 'Succeed'}")
                .withTasks(Answers.of("T", TaskOutcome.fail("E")))
                .start();

        assertThat(EventLines.visited(execution)).containsExactly("T", "B");
    }

    @Test
    void a_caught_error_still_leaves_the_state_by_its_exit_event() {
        Execution execution = caught("'Catch': [{'ErrorEquals': ['States.ALL'], 'Next': 'Z'}]", TaskOutcome.fail("E"));

        assertThat(EventLines.of(execution))
                .isEqualTo(
                        """
                        1 0 ExecutionStarted
                        2 0 TaskStateEntered T
                        3 2 LambdaFunctionScheduled
                        4 3 LambdaFunctionStarted
                        5 4 LambdaFunctionFailed
                        6 5 TaskStateExited T
                        7 6 SucceedStateEntered Z
                        8 7 SucceedStateExited Z
                        9 8 ExecutionSucceeded""");
    }

    @Test
    void states_runtime_is_not_caught_by_any_name() {
        // scenarios/test_base_scenarios.test_catch_states_runtime
        Execution execution = caught(
                "'InputPath': '$.none', 'Catch': [{'ErrorEquals': ['States.Runtime'], 'Next': 'Z'},"
                        + " {'ErrorEquals': ['States.ALL'], 'Next': 'Z'}]",
                TaskOutcome.succeed("1"));

        assertThat(execution.error()).isEqualTo("States.Runtime");
        assertThat(EventLines.of(execution))
                .isEqualTo(
                        """
                        1 0 ExecutionStarted
                        2 0 TaskStateEntered T
                        3 2 ExecutionFailed""");
    }

    @Test
    void an_intrinsic_function_that_fails_can_be_caught() {
        Execution execution = caught(
                "'ResultSelector': {'x.$': 'States.MathAdd($.s, 1)'},"
                        + " 'Catch': [{'ErrorEquals': ['States.IntrinsicFailure'], 'ResultPath': null, 'Next': 'Z'}]",
                TaskOutcome.succeed("{'s': 'text'}"));

        assertThat(output(execution)).isEqualTo("{'in':1}");
    }

    @Test
    void a_catcher_whose_result_path_cannot_be_fails_the_machine() {
        Execution execution = caught(
                "'Catch': [{'ErrorEquals': ['States.ALL'], 'ResultPath': '$.in.x', 'Next': 'Z'}]",
                TaskOutcome.fail("E"));

        assertThat(execution.error()).isEqualTo("States.ResultPathMatchFailure");
    }

    @Test
    void a_parallel_state_catches_the_error_of_its_branch_by_its_own_name() {
        Execution execution = machine("'P': {'Type': 'Parallel', 'Next': 'Z', 'Catch':"
                        + " [{'ErrorEquals': ['Custom'], 'Next': 'Z'}], 'Branches': [{"
                        + graph("'F': {'Type': 'Fail', 'Error': 'Custom', 'Cause': 'why'}") + "}]}" + Z)
                .start();

        assertThat(output(execution)).isEqualTo("{'Error':'Custom','Cause':'why'}");
        assertThat(EventLines.of(execution))
                .isEqualTo(
                        """
                        1 0 ExecutionStarted
                        2 0 ParallelStateEntered P
                        3 2 ParallelStateStarted
                        4 3 FailStateEntered F
                        5 4 ParallelStateFailed
                        6 5 ParallelStateExited P
                        7 6 SucceedStateEntered Z
                        8 7 SucceedStateExited Z
                        9 8 ExecutionSucceeded""");
    }

    @Test
    void a_map_state_catches_the_error_of_its_iteration() {
        Execution execution = machine("'M': {'Type': 'Map', 'Next': 'Z', 'Catch':"
                        + " [{'ErrorEquals': ['States.ALL'], 'ResultPath': '$[0]', 'Next': 'Z'}], 'ItemProcessor': {"
                        + graph("'F': {'Type': 'Fail', 'Error': 'Custom'}") + "}}" + Z)
                .start("[1]");

        assertThat(output(execution)).isEqualTo("[{'Error':'Custom','Cause':''}]");
    }

    @Test
    void a_fail_state_without_error_is_caught_by_the_wildcard_only() {
        Execution execution = machine("'P': {'Type': 'Parallel', 'Next': 'Z', 'Catch':"
                        + " [{'ErrorEquals': ['States.ALL'], 'Next': 'Z'}], 'Branches': [{"
                        + graph("'F': {'Type': 'Fail'}") + "}]}" + Z)
                .start();

        assertThat(output(execution)).isEqualTo("{'Error':'','Cause':''}");
    }

    @Test
    void a_caught_error_too_large_for_its_state_is_recorded_as_one_failure() {
        String large = "x".repeat(300);
        Execution execution = machine("'P': {'Type': 'Parallel', 'Next': 'Z', 'Catch':"
                        + " [{'ErrorEquals': ['States.ALL'], 'Next': 'Z'}], 'Branches': [{"
                        + graph("'F': {'Type': 'Fail', 'Error': 'E', 'Cause': '" + large + "'}") + "}]}" + Z)
                .withLimits(io.github.stepunit.definition.Limits.STANDARD.withPayloadBytes(200))
                .start();

        assertThat(execution.error()).isEqualTo("States.DataLimitExceeded");
        assertThat(EventLines.names(execution)).containsOnlyOnce("ParallelStateFailed");
    }
}
