package io.github.stepunit.internal.interpreter;

import io.github.stepunit.definition.ChoiceState;
import io.github.stepunit.definition.Distribution;
import io.github.stepunit.definition.ErrorHandling;
import io.github.stepunit.definition.FailState;
import io.github.stepunit.definition.MapState;
import io.github.stepunit.definition.ParallelState;
import io.github.stepunit.definition.PassState;
import io.github.stepunit.definition.State;
import io.github.stepunit.definition.StateGraph;
import io.github.stepunit.definition.StateVisitor;
import io.github.stepunit.definition.SucceedState;
import io.github.stepunit.definition.TaskState;
import io.github.stepunit.definition.WaitState;
import io.github.stepunit.history.HistoryEventType;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Turns a definition into what runs: each state once into one executor. */
final class Planner implements StateVisitor<PlannedState> {

    static PlannedGraph plan(StateGraph graph) {
        Planner planner = new Planner();
        Map<String, PlannedState> states = new HashMap<>();
        for (State state : graph.states().values()) {
            states.put(state.name(), state.accept(planner));
        }
        PlannedState start = states.get(graph.startAt());
        if (start == null) {
            throw new IllegalStateException("No state \"" + graph.startAt() + "\" to start at");
        }
        return new PlannedGraph(start, Map.copyOf(states));
    }

    private static List<Pipeline> catchers(Pipeline pipeline, ErrorHandling errorHandling) {
        return errorHandling.catchers().stream().map(pipeline::ofCatcher).toList();
    }

    @Override
    public PlannedState visit(TaskState state) {
        Pipeline pipeline = Pipeline.of(state.dataFlow());
        return new PlannedState(
                state,
                new TaskExecutor(state),
                pipeline,
                state.errorHandling(),
                catchers(pipeline, state.errorHandling()),
                HistoryEventType.TASK_STATE_ENTERED,
                HistoryEventType.TASK_STATE_EXITED,
                null,
                HistoryEventType.TASK_STATE_ABORTED);
    }

    @Override
    public PlannedState visit(PassState state) {
        return PlannedState.of(
                state,
                new PassExecutor(state),
                Pipeline.of(state.dataFlow()),
                HistoryEventType.PASS_STATE_ENTERED,
                HistoryEventType.PASS_STATE_EXITED,
                null);
    }

    @Override
    public PlannedState visit(ChoiceState state) {
        Pipeline pipeline = Pipeline.of(state.dataFlow());
        return PlannedState.of(
                state,
                new ChoiceExecutor(state, pipeline),
                pipeline,
                HistoryEventType.CHOICE_STATE_ENTERED,
                HistoryEventType.CHOICE_STATE_EXITED,
                null);
    }

    @Override
    public PlannedState visit(WaitState state) {
        return PlannedState.of(
                state,
                new WaitExecutor(state),
                Pipeline.of(state.dataFlow()),
                HistoryEventType.WAIT_STATE_ENTERED,
                HistoryEventType.WAIT_STATE_EXITED,
                HistoryEventType.WAIT_STATE_ABORTED);
    }

    @Override
    public PlannedState visit(SucceedState state) {
        return PlannedState.of(
                state,
                new SucceedExecutor(),
                Pipeline.of(state.dataFlow()),
                HistoryEventType.SUCCEED_STATE_ENTERED,
                HistoryEventType.SUCCEED_STATE_EXITED,
                null);
    }

    @Override
    public PlannedState visit(FailState state) {
        return PlannedState.of(
                state, new FailExecutor(state), Pipeline.NONE, HistoryEventType.FAIL_STATE_ENTERED, null, null);
    }

    @Override
    public PlannedState visit(ParallelState state) {
        Pipeline pipeline = Pipeline.of(state.dataFlow());
        return new PlannedState(
                state,
                new ParallelExecutor(
                        state.branches().stream().map(Planner::plan).toList()),
                pipeline,
                state.errorHandling(),
                catchers(pipeline, state.errorHandling()),
                HistoryEventType.PARALLEL_STATE_ENTERED,
                HistoryEventType.PARALLEL_STATE_EXITED,
                HistoryEventType.PARALLEL_STATE_FAILED,
                HistoryEventType.PARALLEL_STATE_ABORTED);
    }

    private static StateExecutor executorOf(MapState state) {
        PlannedGraph processor = plan(state.processor());
        Distribution distribution = state.distribution();
        return distribution == null
                ? new MapExecutor(state, processor)
                : new DistributedMapExecutor(state, distribution, processor);
    }

    @Override
    public PlannedState visit(MapState state) {
        Pipeline pipeline = Pipeline.of(state.dataFlow());
        return new PlannedState(
                state,
                executorOf(state),
                pipeline,
                state.errorHandling(),
                catchers(pipeline, state.errorHandling()),
                HistoryEventType.MAP_STATE_ENTERED,
                HistoryEventType.MAP_STATE_EXITED,
                HistoryEventType.MAP_STATE_FAILED,
                HistoryEventType.MAP_STATE_ABORTED);
    }
}
