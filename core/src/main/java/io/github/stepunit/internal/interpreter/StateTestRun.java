package io.github.stepunit.internal.interpreter;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.stepunit.definition.MapState;
import io.github.stepunit.definition.ParallelState;
import io.github.stepunit.definition.StateGraph;
import io.github.stepunit.history.DataFlowStep;
import io.github.stepunit.history.HistoryEvent;
import io.github.stepunit.history.HistoryEventDetails;
import io.github.stepunit.history.Trace;
import io.github.stepunit.task.TaskHandler;
import io.github.stepunit.task.TaskOutcome;
import io.github.stepunit.task.TaskOutcome.Answer;
import java.time.Duration;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Runs one state alone, with the interpreter's own pipeline, executors and error stage: an execution that begins with
 * that state and that nobody drives on once the state is left, or would be tried again.
 */
public final class StateTestRun implements VisitListener {

    /** What a state starts is another test's business: its mock, or whatever answers its Task, says what came of it. */
    private static final StateMachineRegistry NO_MACHINES = new StateMachineRegistry() {
        @Override
        public @Nullable RegisteredMachine find(String arn) {
            return null;
        }

        @Override
        public boolean isClosed() {
            return false;
        }
    };

    /** How it ended. */
    public enum End {
        /** The state succeeded. */
        SUCCEEDED,
        /** An error that nothing retries or catches. */
        FAILED,
        /** A retrier takes the error. */
        RETRIED,
        /** A catcher takes the error. */
        CAUGHT
    }

    private final Map<DataFlowStep, JsonNode> steps = new EnumMap<>(DataFlowStep.class);
    private final Map<String, JsonNode> variables;
    private @Nullable End end;
    private boolean raised;
    private @Nullable String error;
    private @Nullable String cause;
    private @Nullable JsonNode output;
    private @Nullable String next;
    private @Nullable Integer retrier;
    private @Nullable Duration backoff;
    private @Nullable Integer catcher;
    private @Nullable MapFigures figures;

    private StateTestRun(StateTest test) {
        this.variables = new LinkedHashMap<>(test.variables());
    }

    /**
     * Runs the state.
     *
     * @param graph the graph that the state is in
     * @throws RuntimeException what the task handler throws
     */
    public static StateTestRun run(StateGraph graph, String stateName, RunSettings settings, StateTest test) {
        StateTestRun run = new StateTestRun(test);
        run.drive(graph, stateName, settings, test);
        return run;
    }

    private void drive(StateGraph graph, String stateName, RunSettings settings, StateTest test) {
        VisitSetup setup = new VisitSetup(
                this,
                test.retries(),
                test.variables(),
                test.isInsideMap() ? MapItem.of(0, test.input()) : null,
                new ContextOverlay(test.hasRole(), test.context()));
        Answer mock = test.mock();
        TaskHandler tasks = mock == null ? test.tasks() : invocation -> mocked(mock);
        ExecutionRun execution = new ExecutionRun(
                planned(graph, stateName, test), settings, test.input(), new Outside(tasks, null, NO_MACHINES), setup);
        while (end == null && !execution.hasEnded()) {
            execution.step();
        }
        if (end == null) {
            // The time or the steps of the execution are used up.
            List<HistoryEvent> events = execution.events();
            HistoryEventDetails details = events.get(events.size() - 1).details();
            end = End.FAILED;
            if (details instanceof HistoryEventDetails.Failed failed) {
                error = failed.error();
                cause = failed.cause();
            }
        }
    }

    private static TaskOutcome mocked(Answer mock) {
        return mock instanceof Answer.Succeeded succeeded
                ? TaskOutcome.succeed(succeeded.output())
                : TaskOutcome.fail(((Answer.Failed) mock).error(), ((Answer.Failed) mock).cause());
    }

    private PlannedStateMachine planned(StateGraph graph, String stateName, StateTest test) {
        Map<String, PlannedState> states = new HashMap<>(Planner.plan(graph).states());
        PlannedState tested = states.get(stateName);
        if (tested == null) {
            throw new IllegalArgumentException("No state \"" + stateName + "\" in " + states.keySet());
        }
        Answer mock = test.mock();
        if (mock != null && tested.state() instanceof MapState map) {
            tested = tested.doneBy(new MockedMapExecutor(map, test, mock, taken -> figures = taken));
        } else if (mock != null && tested.state() instanceof ParallelState) {
            tested = tested.doneBy(new MockedGroupExecutor(mock));
        }
        states.put(stateName, tested);
        return new PlannedStateMachine(new PlannedGraph(tested, Map.copyOf(states)));
    }

    // --- what is seen

    @Override
    public void passed(VisitPoint at, DataFlowStep step, JsonNode value) {
        if (!raised) {
            steps.put(step, value);
        }
    }

    @Override
    public void raised(VisitPoint at, @Nullable String raisedError, @Nullable String raisedCause) {
        raised = true;
        error = raisedError;
        cause = raisedCause;
    }

    @Override
    public void retried(VisitPoint at, Trace.Retried by) {
        end = End.RETRIED;
        retrier = by.retrier();
        backoff = by.waited();
    }

    @Override
    public void failed(VisitPoint at, Trace.Uncaught how) {
        end = End.FAILED;
        retrier = how.exhaustedRetrier();
    }

    @Override
    public void left(
            VisitPoint at,
            JsonNode newOutput,
            @Nullable String nextState,
            Map<String, JsonNode> assigned,
            @Nullable Trace how) {
        output = newOutput;
        next = nextState;
        variables.putAll(assigned);
        end = End.SUCCEEDED;
        if (how instanceof Trace.Caught caught) {
            end = End.CAUGHT;
            catcher = caught.catcher();
            retrier = caught.exhaustedRetrier();
        }
    }

    // --- what came of it

    /** How it ended. */
    public End end() {
        return end == null ? End.FAILED : end;
    }

    /** The payload after each step, up to the error if there was one. */
    public Map<DataFlowStep, JsonNode> steps() {
        return steps;
    }

    /** The variables after the state. */
    public Map<String, JsonNode> variables() {
        return variables;
    }

    /** The output, unless it failed or is retried. */
    public @Nullable JsonNode output() {
        return output;
    }

    /** The state that follows, or null. */
    public @Nullable String next() {
        return next;
    }

    /** The error, or null. */
    public @Nullable String error() {
        return error;
    }

    /** The cause, or null. */
    public @Nullable String cause() {
        return cause;
    }

    /** The retrier that took the error, or would have with attempts left; null for none. */
    public @Nullable Integer retrier() {
        return retrier;
    }

    /** The interval before the retry; null when there is none. */
    public @Nullable Duration backoff() {
        return backoff;
    }

    /** The catcher that took the error, or null. */
    public @Nullable Integer catcher() {
        return catcher;
    }

    /** The numbers of a mocked Map state, or null. */
    public @Nullable MapFigures figures() {
        return figures;
    }
}
