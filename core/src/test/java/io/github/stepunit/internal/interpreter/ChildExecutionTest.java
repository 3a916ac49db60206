package io.github.stepunit.internal.interpreter;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.stepunit.definition.Limits;
import io.github.stepunit.definition.StateMachineDefinition;
import io.github.stepunit.definition.StateMachineType;
import io.github.stepunit.history.HistoryEvent;
import io.github.stepunit.history.HistoryEventType;
import io.github.stepunit.json.JsonText;
import io.github.stepunit.task.TaskHandler;
import io.github.stepunit.task.TaskOutcome;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** Executions that share a clock: what a Distributed Map and a nested workflow start. */
class ChildExecutionTest {

    private static final Instant START = Instant.parse("2025-01-01T00:00:00Z");
    private static final StateMachineRegistry NO_MACHINES = new StateMachineRegistry() {
        @Override
        public @org.jspecify.annotations.Nullable RegisteredMachine find(String arn) {
            return null;
        }

        @Override
        public boolean isClosed() {
            return false;
        }
    };
    private static final JsonNode INPUT = JsonText.parse("{\"n\":1}");
    private static final String WAITS_5 = "'W': {'Type': 'Wait', 'Seconds': 5, 'End': true}";
    private static final String WAITS_60 = "'W': {'Type': 'Wait', 'Seconds': 60, 'End': true}";
    private static final String LOOPS = "'W': {'Type': 'Wait', 'Seconds': 1, 'Next': 'X'},"
            + " 'X': {'Type': 'Choice', 'Choices': [{'Variable': '$.n', 'NumericEquals': 2, 'Next': 'Y'}],"
            + " 'Default': 'W'}, 'Y': {'Type': 'Succeed'}";
    private static final String TASK =
            "'W': {'Type': 'Task', 'Resource': 'arn:aws:lambda:us-east-1:123456789012:function:f', 'End': true}";

    private final List<String> ended = new ArrayList<>();

    @Test
    void a_child_runs_on_the_clock_of_its_parent_with_a_history_of_its_own() {
        ExecutionRun parent = root(WAITS_60);
        ExecutionRun child = child(parent, WAITS_5, Limits.STANDARD, 0);

        runToEnd(parent);

        assertThat(types(child))
                .containsExactly("ExecutionStarted", "WaitStateEntered", "WaitStateExited", "ExecutionSucceeded");
        assertThat(child.endTime()).isEqualTo(START.plusSeconds(5));
        assertThat(parent.endTime()).isEqualTo(START.plusSeconds(60));
        assertThat(ended).containsExactly("child-0 SUCCEEDED at PT5S");
    }

    @Test
    void driving_the_child_drives_all() {
        ExecutionRun parent = root(WAITS_5);
        ExecutionRun child = child(parent, WAITS_60, Limits.STANDARD, 0);

        runToEnd(child);

        assertThat(parent.endTime()).isEqualTo(START.plusSeconds(5));
        assertThat(child.endTime()).isEqualTo(START.plusSeconds(60));
    }

    @Test
    void a_child_times_out_on_its_own_and_after_what_is_due_at_that_instant() {
        ExecutionRun parent = root(WAITS_60);
        child(parent, WAITS_60, Limits.STANDARD.withDuration(Duration.ofSeconds(7)), 0);
        child(parent, WAITS_5, Limits.STANDARD.withDuration(Duration.ofSeconds(5)), 1);

        runToEnd(parent);

        assertThat(ended).containsExactly("child-1 SUCCEEDED at PT5S", "child-0 TIMED_OUT at PT7S");
    }

    @Test
    void a_child_that_fills_its_history_fails_alone() {
        ExecutionRun parent = root(WAITS_60);
        ExecutionRun child = child(parent, LOOPS, Limits.STANDARD.withHistoryEvents(10), 0);

        runToEnd(parent);

        assertThat(child.events()).hasSize(10);
        assertThat(ended).containsExactly("child-0 FAILED at PT2S");
        assertThat(last(parent).type()).isEqualTo(HistoryEventType.EXECUTION_SUCCEEDED);
    }

    @Test
    void a_child_that_is_stopped_with_its_parent_tells_nobody() {
        ExecutionRun parent = root(WAITS_60);
        ExecutionRun child = child(parent, WAITS_60, Limits.STANDARD, 0);
        ExecutionRun grandchild = child(child, WAITS_60, Limits.STANDARD, 0);

        parent.stopChild(child);
        parent.stopChild(grandchild);
        runToEnd(parent);

        assertThat(last(child).type()).isEqualTo(HistoryEventType.EXECUTION_ABORTED);
        assertThat(last(grandchild).type()).isEqualTo(HistoryEventType.EXECUTION_ABORTED);
        assertThat(ended).isEmpty();
    }

    @Test
    void a_child_that_the_test_stops_tells_its_parent() {
        ExecutionRun parent = root(WAITS_60);
        ExecutionRun child = child(parent, WAITS_60, Limits.STANDARD, 0);

        child.stop("Stopped", "by hand");
        runToEnd(parent);

        assertThat(ended).containsExactly("child-0 ABORTED at PT0S");
    }

    @Test
    void a_task_of_a_child_is_known_by_its_path_from_the_outermost_execution_on() {
        List<String> paths = new ArrayList<>();
        ExecutionRun parent = root(WAITS_60, invocation -> {
            paths.add(invocation.statePath() + " of item " + invocation.mapIndex());
            return TaskOutcome.succeed(INPUT);
        });
        ExecutionRun child = child(parent, TASK, Limits.STANDARD, 3);
        child(child, TASK, Limits.STANDARD, null);

        runToEnd(parent);

        assertThat(paths).containsExactly("Import[3]/W of item 3", "Import[3]/W/W of item null");
    }

    @Test
    void what_a_handler_throws_in_a_child_breaks_everything_off() {
        ExecutionRun parent = root(WAITS_60, invocation -> {
            throw new IllegalStateException("no mock");
        });
        child(parent, TASK, Limits.STANDARD, 0);

        assertThatThrownBy(() -> runToEnd(parent)).hasMessage("no mock");
        assertThatThrownBy(parent::step).hasMessage("no mock");
    }

    @Test
    void how_deep_executions_are_nested_costs_no_stack() {
        ExecutionRun parent = root(WAITS_60);
        List<ExecutionRun> chain = new ArrayList<>(List.of(parent));
        for (int i = 0; i < 20_000; i++) {
            ExecutionRun outer = chain.get(i);
            chain.add(outer.startChild(
                    planned(WAITS_60),
                    settings("c" + i, Limits.STANDARD),
                    INPUT,
                    new Origin(outer, "W", null),
                    c -> {}));
        }

        chain.get(1).stopChild(chain.get(1));
        runToEnd(chain.get(20_000));

        assertThat(last(chain.get(1)).type()).isEqualTo(HistoryEventType.EXECUTION_ABORTED);
        assertThat(last(chain.get(20_000)).type()).isEqualTo(HistoryEventType.EXECUTION_SUCCEEDED);
    }

    private ExecutionRun child(ExecutionRun parent, String states, Limits limits, @Nullable Integer index) {
        String statePath = parent.fullPathOf(index == null ? "W" : "Import");
        return parent.startChild(
                planned(states),
                settings("child-" + index, limits),
                INPUT,
                new Origin(parent, statePath, index),
                child -> ended.add(child.settings().executionName() + " " + status(child) + " at "
                        + Duration.between(START, child.endTime())));
    }

    private static String status(ExecutionRun run) {
        return switch (last(run).type()) {
            case EXECUTION_SUCCEEDED -> "SUCCEEDED";
            case EXECUTION_FAILED -> "FAILED";
            case EXECUTION_TIMED_OUT -> "TIMED_OUT";
            default -> "ABORTED";
        };
    }

    private static ExecutionRun root(String states) {
        return root(states, invocation -> TaskOutcome.succeed(INPUT));
    }

    private static ExecutionRun root(String states, TaskHandler tasks) {
        return new ExecutionRun(
                planned(states), settings("root", Limits.STANDARD), INPUT, new Outside(tasks, null, NO_MACHINES));
    }

    private static PlannedStateMachine planned(String states) {
        String asl = "{'StartAt': 'W', 'States': {" + states + "}}";
        return new PlannedStateMachine(
                StateMachineDefinition.parse("test", asl.replace('\'', '"'), StateMachineType.STANDARD));
    }

    private static RunSettings settings(String name, Limits limits) {
        return new RunSettings(
                new StateMachineIdentity(StateMachineType.STANDARD, "m", "123456789012", "us-east-1", null, null),
                name,
                "arn:" + name,
                "arn:role",
                START,
                0,
                limits,
                RedundantDelivery.NONE);
    }

    private static void runToEnd(ExecutionRun run) {
        while (!run.hasEnded()) {
            run.step();
        }
    }

    private static List<String> types(ExecutionRun run) {
        return run.events().stream().map(event -> event.type().awsName()).toList();
    }

    private static HistoryEvent last(ExecutionRun run) {
        return run.events().get(run.events().size() - 1);
    }
}
