package io.github.stepunit.internal.interpreter;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import io.github.stepunit.definition.MapState;
import io.github.stepunit.expression.PayloadTemplate;
import io.github.stepunit.history.DataFlowStep;
import io.github.stepunit.task.TaskOutcome.Answer;
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
        ArrayNode items = items(visit, effectiveInput);
        if (items != null) {
            visit.passed(DataFlowStep.AFTER_ITEMS_PATH, items);
            select(visit, effectiveInput, items);
        }
        MapFigures figures = MapFigures.of(state, visit.scope(effectiveInput));
        figuresTaken.accept(figures);
        int failures = test.failedIterations() == null ? 0 : test.failedIterations();
        boolean succeeds = answer instanceof Answer.Succeeded;
        if (succeeds && figures.isExceededBy(failures, iterations(items))) {
            visit.fail(StateError.of(THRESHOLD_EXCEEDED, "The specified tolerated failure threshold was exceeded"));
        } else {
            MockedGroupExecutor.answer(visit, answer);
        }
    }

    private @Nullable ArrayNode items(Visit visit, JsonNode effectiveInput) {
        return test.itemReaderData() != null
                ? test.itemReaderData()
                : Items.of(state).of(visit, effectiveInput);
    }

    private int iterations(@Nullable ArrayNode items) {
        return items != null
                ? items.size()
                : ((Answer.Succeeded) answer).output().size();
    }

    private void select(Visit visit, JsonNode effectiveInput, ArrayNode items) {
        PayloadTemplate selector = state.itemSelector();
        if (selector == null) {
            return;
        }
        ArrayNode selected = JsonNodeFactory.instance.arrayNode(items.size());
        VisitScope scope = visit.scope(effectiveInput);
        try {
            for (int i = 0; i < items.size(); i++) {
                scope.selecting(new MapItem(i, items.get(i)));
                selected.add(selector.evaluate(scope));
            }
        } finally {
            scope.selecting(null);
        }
        visit.passed(DataFlowStep.AFTER_ITEM_SELECTOR, selected);
    }
}
