package io.github.stepunit.internal.interpreter;

import io.github.stepunit.definition.ErrorHandling;
import io.github.stepunit.definition.State;
import io.github.stepunit.history.HistoryEventType;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A state with everything that does not change between its visits.
 *
 * @param state the state
 * @param executor what it does
 * @param pipeline its paths, templates and expressions
 * @param errorHandling its Retry and Catch
 * @param catchers what each catcher does with an error output
 * @param entered the event that enters it
 * @param exited the event that leaves it; null for Fail, which is never left
 * @param failed the event by which a state with inner machines fails; null for the others
 * @param aborted the event that aborts it; null where AWS has none
 */
record PlannedState(
        State state,
        StateExecutor executor,
        Pipeline pipeline,
        ErrorHandling errorHandling,
        List<Pipeline> catchers,
        HistoryEventType entered,
        @Nullable HistoryEventType exited,
        @Nullable HistoryEventType failed,
        @Nullable HistoryEventType aborted) {

    /** A state without Retry and Catch, and without inner machines. */
    static PlannedState of(
            State state,
            StateExecutor executor,
            Pipeline pipeline,
            HistoryEventType entered,
            @Nullable HistoryEventType exited,
            @Nullable HistoryEventType aborted) {
        return new PlannedState(
                state, executor, pipeline, ErrorHandling.NONE, List.of(), entered, exited, null, aborted);
    }

    /** The same state, whose work something else does. */
    PlannedState doneBy(StateExecutor other) {
        return new PlannedState(state, other, pipeline, errorHandling, catchers, entered, exited, failed, aborted);
    }

    String name() {
        return state.name();
    }
}
