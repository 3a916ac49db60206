package io.github.stepunit.internal.interpreter;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.stepunit.definition.Distribution;
import io.github.stepunit.definition.MapState;
import io.github.stepunit.expression.EvaluationException;
import io.github.stepunit.history.HistoryEventDetails;
import io.github.stepunit.history.HistoryEventType;
import io.github.stepunit.internal.itemreader.Item;
import io.github.stepunit.internal.itemreader.ItemCollector;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Runs its processor as a child execution for each item, or for each batch of them. */
final class DistributedMapExecutor implements StateExecutor {

    private final MapState state;
    private final Distribution distribution;
    private final PlannedStateMachine processor;
    private final Items itemsOf;

    DistributedMapExecutor(MapState state, Distribution distribution, PlannedGraph processor) {
        this.state = state;
        this.distribution = distribution;
        this.processor = new PlannedStateMachine(processor);
        this.itemsOf = Items.of(state);
    }

    @Override
    public void execute(Visit visit) {
        JsonNode input = visit.effectiveInput();
        // With an ItemReader, ItemsPath is not looked at
        // (scenarios/…json_with_items_path__VALID_ITEMS_PATH_FROM_PREVIOUS).
        List<Item> items = distribution.itemReader() == null ? itemsIn(itemsOf.of(visit, input)) : null;
        long concurrency = concurrency(visit.scope(input));
        visit.frame()
                .emit(
                        HistoryEventType.MAP_STATE_STARTED,
                        new HistoryEventDetails.MapStateStarted(items == null ? 0 : items.size()),
                        visit.retried());
        // Tolerance and the like only after the start (scenarios/…test_map_state_tolerated_failure_count_path__-1).
        MapRunPlan plan = MapRunPlan.of(state, distribution, visit, input, concurrency);
        new DistributedMapRun(visit, plan, processor).start(items);
    }

    private static List<Item> itemsIn(JsonNode values) {
        ItemCollector items = new ItemCollector(Long.MAX_VALUE);
        items.addAll(values, Item.STATE_DATA);
        return items.collected();
    }

    private long concurrency(VisitScope scope) {
        return concurrency(NumberFields.integer(state.maxConcurrency(), "MaxConcurrency", scope));
    }

    private static long concurrency(@Nullable Long wanted) {
        if (wanted != null && wanted < 0) {
            throw new EvaluationException(StateError.RUNTIME, "MaxConcurrency cannot be negative.");
        }
        return wanted == null ? 0 : wanted;
    }
}
