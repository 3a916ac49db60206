package io.github.stepunit.internal.interpreter;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.stepunit.expression.EvaluationException;
import io.github.stepunit.expression.PayloadTemplate;
import io.github.stepunit.internal.itemreader.Item;
import io.github.stepunit.json.JsonText;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The inputs of the child executions of a Map Run, in the order of the items; made when they are asked for. */
final class Batches {

    /** {@code {"Items":[]}}. */
    private static final int BYTES_AROUND_ITEMS = 12;
    /** {@code "BatchInput":,}. */
    private static final int BYTES_AROUND_BATCH_INPUT = 14;

    private final Visit visit;
    private final MapRunPlan plan;
    private final List<Item> items;
    private int next;
    /** The item that did not fit into the batch before; null when there is none. */
    private @Nullable JsonNode selected;

    Batches(Visit visit, MapRunPlan plan, List<Item> items) {
        this.visit = visit;
        this.plan = plan;
        this.items = items;
    }

    boolean hasNext() {
        return next < items.size();
    }

    /** How many items have been given out. */
    int given() {
        return next;
    }

    /**
     * The next input.
     *
     * @throws EvaluationException when the ItemSelector fails
     */
    JsonNode next() {
        MapRunPlan.Batch batch = plan.batch();
        if (batch == null) {
            return select(next++);
        }
        List<JsonNode> members = new ArrayList<>();
        long bytes = BYTES_AROUND_ITEMS;
        if (batch.input() != null) {
            bytes += BYTES_AROUND_BATCH_INPUT + sizeOf(batch.input());
        }
        while (hasNext() && members.size() < batch.maxItems()) {
            JsonNode member = selected == null ? select(next) : selected;
            bytes += sizeOf(member) + (members.isEmpty() ? 0 : 1);
            if (bytes > batch.maxBytes() && !members.isEmpty()) {
                selected = member;
                break;
            }
            selected = null;
            members.add(member);
            next++;
        }
        return input(batch.input(), members);
    }

    private static ObjectNode input(@Nullable JsonNode batchInput, List<JsonNode> members) {
        ObjectNode input = JsonNodeFactory.instance.objectNode();
        if (batchInput != null) {
            input.set("BatchInput", batchInput);
        }
        input.set("Items", JsonText.arrayOf(members));
        return input;
    }

    private long sizeOf(JsonNode value) {
        return visit.run().simulation().sizeOf(value);
    }

    private JsonNode select(int index) {
        Item item = items.get(index);
        PayloadTemplate selector = plan.state().itemSelector();
        if (selector == null) {
            return item.value();
        }
        VisitScope scope = visit.scope(plan.effectiveInput());
        scope.selecting(new MapItem(index, item.value(), item.key(), item.source()));
        try {
            return selector.evaluate(scope);
        } finally {
            // When it fails, the Assign of a catcher sees this scope again: without an item.
            scope.selecting(null);
        }
    }
}
