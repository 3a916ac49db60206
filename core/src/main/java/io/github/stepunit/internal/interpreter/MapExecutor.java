package io.github.stepunit.internal.interpreter;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import io.github.stepunit.definition.MapState;
import io.github.stepunit.expression.EvaluationException;
import io.github.stepunit.history.HistoryEventDetails;
import io.github.stepunit.history.HistoryEventType;

/** Runs its processor once for each item. */
final class MapExecutor implements StateExecutor {

    /** What AWS runs at once of an inline Map, whatever MaxConcurrency says. */
    private static final int INLINE_CONCURRENCY = 40;

    private final MapState state;
    private final PlannedGraph processor;
    private final Items itemsOf;

    MapExecutor(MapState state, PlannedGraph processor) {
        this.state = state;
        this.processor = processor;
        this.itemsOf = Items.of(state);
    }

    @Override
    public void execute(Visit visit) {
        JsonNode effectiveInput = visit.effectiveInput();
        ArrayNode items = (ArrayNode) itemsOf.of(visit, effectiveInput);
        int concurrency = concurrency(visit.scope(effectiveInput));
        // An inline Map tolerates no failure, but AWS checks the values all the same.
        Tolerance.of(state, visit.scope(effectiveInput));
        visit.frame()
                .emit(
                        HistoryEventType.MAP_STATE_STARTED,
                        new HistoryEventDetails.MapStateStarted(items.size()),
                        visit.retried());
        new IterationGroup(visit, state, processor, effectiveInput, items, concurrency).start();
    }

    private int concurrency(VisitScope scope) {
        Long wanted = NumberFields.integer(state.maxConcurrency(), "MaxConcurrency", scope);
        if (wanted != null && wanted < 0) {
            throw new EvaluationException(StateError.RUNTIME, "MaxConcurrency cannot be negative.");
        }
        return wanted == null || wanted == 0 ? INLINE_CONCURRENCY : (int) Math.min(wanted, INLINE_CONCURRENCY);
    }
}
