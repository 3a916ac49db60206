package io.github.stepunit.internal.interpreter;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import io.github.stepunit.definition.Distribution;
import io.github.stepunit.definition.MapState;
import io.github.stepunit.expression.PayloadTemplate;
import io.github.stepunit.history.DataFlowStep;
import io.github.stepunit.internal.itemreader.Item;
import io.github.stepunit.internal.itemreader.ItemCollector;
import io.github.stepunit.task.TaskOutcome.Answer;
import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Stands for a Map state whose iterations are not run: its items and numbers are made as ever, and the answer of a mock
 * stands for the outputs of the iterations.
 */
final class MockedMapExecutor implements StateExecutor {

    private static final String THRESHOLD_EXCEEDED = "States.ExceedToleratedFailureThreshold";

    private final MapState state;
    private final StateTest test;
    private final Answer answer;
    private final Consumer<MapFigures> figuresTaken;

    MockedMapExecutor(MapState state, StateTest test, Answer answer, Consumer<MapFigures> figuresTaken) {
        this.state = state;
        this.test = test;
        this.answer = answer;
        this.figuresTaken = figuresTaken;
    }

    @Override
    public void execute(Visit visit) {
        JsonNode effectiveInput = visit.effectiveInput();
        JsonNode values = values(visit, effectiveInput);
        List<Item> items = values == null ? List.of() : itemsIn(values);
        if (values != null) {
            visit.passed(DataFlowStep.AFTER_ITEMS_PATH, values);
            select(visit, effectiveInput, items);
        }
        MapFigures figures = MapFigures.of(state, visit.scope(effectiveInput));
        figuresTaken.accept(figures);
        batch(visit, effectiveInput, items);
        int failures = test.failedIterations() == null ? 0 : test.failedIterations();
        boolean succeeds = answer instanceof Answer.Succeeded;
        if (succeeds && figures.isExceededBy(failures, iterations(values))) {
            visit.fail(StateError.of(THRESHOLD_EXCEEDED, "The specified tolerated failure threshold was exceeded"));
        } else {
            MockedGroupExecutor.answer(visit, answer);
        }
    }

    /** Null when an ItemReader would read them, and the test has not said what. */
    private @Nullable JsonNode values(Visit visit, JsonNode effectiveInput) {
        if (test.itemReaderData() != null) {
            return test.itemReaderData();
        }
        Distribution distribution = state.distribution();
        return distribution != null && distribution.itemReader() != null
                ? null
                : Items.of(state).of(visit, effectiveInput);
    }

    private List<Item> itemsIn(JsonNode values) {
        ItemCollector items = new ItemCollector(Long.MAX_VALUE);
        items.addAll(values, Item.STATE_DATA);
        return items.collected();
    }

    private int iterations(@Nullable JsonNode values) {
        return values != null
                ? values.size()
                : ((Answer.Succeeded) answer).output().size();
    }

    private void select(Visit visit, JsonNode effectiveInput, List<Item> items) {
        PayloadTemplate selector = state.itemSelector();
        if (selector == null) {
            return;
        }
        boolean distributed = state.distribution() != null;
        ArrayNode selected = JsonNodeFactory.instance.arrayNode(items.size());
        VisitScope scope = visit.scope(effectiveInput);
        try {
            for (int i = 0; i < items.size(); i++) {
                Item item = items.get(i);
                scope.selecting(
                        distributed
                                ? new MapItem(i, item.value(), item.key(), item.source())
                                : MapItem.of(i, item.value()));
                selected.add(selector.evaluate(scope));
            }
        } finally {
            scope.selecting(null);
        }
        visit.passed(DataFlowStep.AFTER_ITEM_SELECTOR, selected);
    }

    private void batch(Visit visit, JsonNode effectiveInput, List<Item> items) {
        Distribution distribution = state.distribution();
        if (distribution == null || distribution.itemBatcher() == null || items.isEmpty()) {
            return;
        }
        Batches batches = new Batches(visit, MapRunPlan.of(state, distribution, visit, effectiveInput, 0), items);
        ArrayNode inputs = JsonNodeFactory.instance.arrayNode();
        while (batches.hasNext()) {
            inputs.add(batches.next());
        }
        visit.passed(DataFlowStep.AFTER_ITEM_BATCHER, inputs);
    }
}
