package io.github.stepunit.internal.interpreter;

import io.github.stepunit.definition.DataFlow;
import io.github.stepunit.definition.ErrorHandling;
import io.github.stepunit.definition.State;
import io.github.stepunit.history.HistoryEventType;
import org.jspecify.annotations.Nullable;

/**
 * A state with everything that does not change between its visits.
 *
 * @param state the state
 * @param executor what it does
 * @param dataFlow its paths and templates
 * @param errorHandling its Retry and Catch
 * @param entered the event that enters it
 * @param exited the event that leaves it; null for Fail, which is never left
 * @param failed the event by which a state with inner machines fails; null for the others
 * @param aborted the event that aborts it; null where AWS has none
 */
record PlannedState(
        State state,
        StateExecutor executor,
        DataFlow dataFlow,
        ErrorHandling errorHandling,
        HistoryEventType entered,
        @Nullable HistoryEventType exited,
        @Nullable HistoryEventType failed,
        @Nullable HistoryEventType aborted) {

    String name() {
        return state.name();
    }
}
