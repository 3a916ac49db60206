package io.github.stepunit.rules;

import static io.github.stepunit.rules.Asl.graph;
import static io.github.stepunit.rules.Asl.invoke;
import static io.github.stepunit.rules.Asl.machine;
import static io.github.stepunit.rules.Asl.output;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.stepunit.Execution;
import io.github.stepunit.history.HistoryEvent;
import io.github.stepunit.history.Scope;
import io.github.stepunit.history.Trace;
import io.github.stepunit.task.TaskOutcome;
import java.time.Duration;
import org.junit.jupiter.api.Test;

/** Parallel states: their results, their interleaving on the virtual clock, and how one failure ends the others. */
class ParallelTest {

    private static String parallel(String fields, String... branches) {
        StringBuilder text = new StringBuilder("'P': {'Type': 'Parallel', " + fields + ", 'Branches': [");
        for (int i = 0; i < branches.length; i++) {
            text.append(i == 0 ? "{" : ", {").append(graph(branches[i])).append('}');
        }
        return text + "]}";
    }

    private static TaskOutcome after(int seconds) {
        return TaskOutcome.succeed(String.valueOf(seconds)).after(Duration.ofSeconds(seconds));
    }

    @Test
    void results_stand_in_the_order_of_the_branches_whoever_is_first() {
        Execution execution = machine(parallel("'End': true", invoke("A", "'End': true"), invoke("B", "'End': true")))
                .withTasks(Answers.of("A", after(5)).and("B", after(2)))
                .start();

        assertThat(output(execution)).isEqualTo("[5,2]");
        assertThat(EventLines.of(execution))
                .isEqualTo(
                        """
                        1 0 ExecutionStarted
                        2 0 ParallelStateEntered P
                        3 2 ParallelStateStarted
                        4 3 TaskStateEntered A
                        5 4 TaskScheduled
                        6 5 TaskStarted
                        7 3 TaskStateEntered B
                        8 7 TaskScheduled
                        9 8 TaskStarted
                        10 9 TaskSucceeded @2s
                        11 10 TaskStateExited B
                        12 6 TaskSucceeded @5s
                        13 12 TaskStateExited A
                        14 13 ParallelStateSucceeded
                        15 13 ParallelStateExited P
                        16 15 ExecutionSucceeded""");
    }

    @Test
    void every_branch_gets_the_input_after_parameters_and_the_result_is_combined_with_the_raw_one() {
        Execution execution = machine(parallel(
                        "'Parameters': {'x.$': '$.n'}, 'ResultSelector': {'first.$': '$[0].x'},"
                                + " 'ResultPath': '$.r', 'End': true",
                        "'A': {'Type': 'Pass', 'End': true}",
                        "'B': {'Type': 'Pass', 'Result': 2, 'End': true}"))
                .start("{'n': 1}");

        assertThat(output(execution)).isEqualTo("{'n':1,'r':{'first':1}}");
    }

    @Test
    void branches_take_turns_state_by_state() {
        Execution execution = machine(parallel(
                        "'End': true",
                        "'A1': {'Type': 'Pass', 'Next': 'A2'}, 'A2': {'Type': 'Pass', 'End': true}",
                        "'B1': {'Type': 'Pass', 'Next': 'B2'}, 'B2': {'Type': 'Pass', 'End': true}"))
                .start();

        assertThat(EventLines.visited(execution)).containsExactly("P", "A1", "B1", "A2", "B2");
    }

    @Test
    void a_failure_aborts_what_the_other_branches_are_doing() {
        Execution execution = machine(parallel(
                        "'End': true",
                        "'W': {'Type': 'Wait', 'Seconds': 60, 'End': true}",
                        invoke("T", "'End': true"),
                        "'D': {'Type': 'Pass', 'End': true}",
                        "'V': {'Type': 'Wait', 'Seconds': 3, 'Next': 'F'}, 'F': {'Type': 'Fail', 'Error': 'E'}"))
                .withTasks(Answers.of("T", TaskOutcome.neverAnswer()))
                .start();

        assertThat(EventLines.of(execution))
                .isEqualTo(
                        """
                        1 0 ExecutionStarted
                        2 0 ParallelStateEntered P
                        3 2 ParallelStateStarted
                        4 3 WaitStateEntered W
                        5 3 TaskStateEntered T
                        6 5 TaskScheduled
                        7 6 TaskStarted
                        8 3 PassStateEntered D
                        9 8 PassStateExited D
                        10 3 WaitStateEntered V
                        11 10 WaitStateExited V @3s
                        12 11 FailStateEntered F
                        13 4 WaitStateAborted
                        14 7 TaskStateAborted
                        15 12 ParallelStateFailed
                        16 15 ExecutionFailed""");
    }

    @Test
    void a_task_whose_failure_ends_the_state_is_aborted_too() {
        // scenarios/test_base_scenarios.test_parallel_state_catch
        Execution execution = machine(parallel("'End': true", invoke("T", "'End': true")))
                .withTasks(Answers.of("T", TaskOutcome.fail("E")))
                .start();

        assertThat(EventLines.of(execution))
                .endsWith("7 6 TaskFailed\n8 7 TaskStateAborted\n9 7 ParallelStateFailed\n10 9 ExecutionFailed");
    }

    @Test
    void an_aborted_task_answers_nobody_any_more() {
        Execution execution = machine(parallel(
                                "'Next': 'W', 'Catch': [{'ErrorEquals': ['States.ALL'], 'Next': 'W'}]",
                                invoke("T", "'End': true"),
                                "'F': {'Type': 'Fail', 'Error': 'E'}")
                        + ", 'W': {'Type': 'Wait', 'Seconds': 60, 'End': true}")
                .withTasks(Answers.of("T", after(5)))
                .start();

        assertThat(EventLines.names(execution)).doesNotContain("TaskSucceeded");
        assertThat(execution.duration()).isEqualTo(Duration.ofSeconds(60));
    }

    @Test
    void a_failure_deep_inside_ends_all_levels_up_to_the_one_that_catches() {
        String inner = parallel(
                        "'End': true",
                        "'F': {'Type': 'Fail', 'Error': 'E'}",
                        "'W': {'Type': 'Wait', 'Seconds': 9, 'End': true}")
                .replace("'P'", "'Inner'");
        Execution execution = machine(parallel(
                                "'Next': 'Z', 'Catch': [{'ErrorEquals': ['E'], 'Next': 'Z'}]",
                                inner,
                                "'X': {'Type': 'Wait', 'Seconds': 9, 'End': true}")
                        + ", 'Z': {'Type': 'Succeed'}")
                .start();

        assertThat(EventLines.names(execution))
                .containsExactly(
                        "ExecutionStarted",
                        "ParallelStateEntered P",
                        "ParallelStateStarted",
                        "ParallelStateEntered Inner",
                        "ParallelStateStarted",
                        "WaitStateEntered X",
                        "FailStateEntered F",
                        "ParallelStateFailed",
                        "ParallelStateAborted",
                        "WaitStateAborted",
                        "ParallelStateFailed",
                        "ParallelStateExited P",
                        "SucceedStateEntered Z",
                        "SucceedStateExited Z",
                        "ExecutionSucceeded");
    }

    @Test
    void aborting_a_nested_state_goes_from_the_inside_out() {
        String inner = parallel("'End': true", "'W': {'Type': 'Wait', 'Seconds': 9, 'End': true}")
                .replace("'P'", "'Inner'");
        Execution execution = machine(parallel(
                        "'End': true",
                        inner,
                        "'V': {'Type': 'Wait', 'Seconds': 1, 'Next': 'F'}, 'F': {'Type': 'Fail', 'Error': 'E'}"))
                .start();

        assertThat(EventLines.names(execution))
                .endsWith(
                        "FailStateEntered F",
                        "WaitStateAborted",
                        "ParallelStateAborted",
                        "ParallelStateFailed",
                        "ExecutionFailed");
    }

    @Test
    void a_retry_that_waits_inside_an_aborted_branch_never_happens() {
        Answers answers = Answers.of("T", TaskOutcome.fail("E"));
        Execution execution = machine(parallel(
                        "'End': true",
                        invoke("T", "'Retry': [{'ErrorEquals': ['E'], 'IntervalSeconds': 10}], 'End': true"),
                        "'V': {'Type': 'Wait', 'Seconds': 1, 'Next': 'F'}, 'F': {'Type': 'Fail', 'Error': 'X'}"))
                .withTasks(answers)
                .start();

        assertThat(answers.invocations()).hasSize(1);
        assertThat(EventLines.names(execution)).endsWith("TaskStateAborted", "ParallelStateFailed", "ExecutionFailed");
    }

    @Test
    void events_know_the_branch_they_belong_to() {
        Execution execution = machine(parallel(
                        "'End': true",
                        "'A': {'Type': 'Pass', 'End': true}",
                        "'B': {'Type': 'Pass', 'Next': 'F'}, 'F': {'Type': 'Fail', 'Error': 'E'}"))
                .start();

        HistoryEvent entered = execution.history().events().stream()
                .filter(event -> "B".equals(event.stateName()))
                .findFirst()
                .orElseThrow();
        assertThat(entered.scope()).isEqualTo(new Scope(Scope.EXECUTION, "P", Scope.Kind.BRANCH, 1));
        assertThat(entered.scope().pathOf("B")).isEqualTo("P[1]/B");
        assertThat(execution.history().events())
                .filteredOn(event -> event.type().awsName().equals("ParallelStateFailed"))
                .extracting(HistoryEvent::trace)
                .containsExactly(new Trace.Uncaught("P[1]/F", "E", null));
    }

    @Test
    void two_branches_that_fail_at_the_same_instant_fail_by_the_first() {
        Execution execution = machine(parallel(
                        "'End': true",
                        "'A': {'Type': 'Wait', 'Seconds': 1, 'Next': 'FA'}, 'FA': {'Type': 'Fail', 'Error': 'EA'}",
                        "'B': {'Type': 'Wait', 'Seconds': 1, 'Next': 'FB'}, 'FB': {'Type': 'Fail', 'Error': 'EB'}"))
                .start();

        assertThat(execution.error()).isEqualTo("EA");
        assertThat(EventLines.visited(execution)).doesNotContain("FB");
    }
}
