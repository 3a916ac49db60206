package io.github.stepunit.internal.interpreter;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.stepunit.definition.Distribution;
import io.github.stepunit.definition.ItemBatcher;
import io.github.stepunit.definition.ItemReader;
import io.github.stepunit.definition.MapState;
import io.github.stepunit.definition.ResultWriter;
import io.github.stepunit.expression.EvaluationException;
import io.github.stepunit.expression.Expression;
import io.github.stepunit.expression.PayloadTemplate;
import org.jspecify.annotations.Nullable;

/**
 * What the fields of a Distributed Map came to in one attempt.
 *
 * @param maxConcurrency {@code MaxConcurrency}; 0 when absent
 * @param readRequest what the ItemReader calls S3 with; null without ItemReader
 * @param maxItems null when the ItemReader has no limit
 * @param batch null without ItemBatcher
 * @param writeRequest what the ResultWriter calls S3 with; null when it exports nothing
 */
record MapRunPlan(
        MapState state,
        Distribution distribution,
        JsonNode effectiveInput,
        long maxConcurrency,
        Tolerance tolerance,
        @Nullable JsonNode readRequest,
        @Nullable Long maxItems,
        @Nullable Batch batch,
        @Nullable JsonNode writeRequest) {

    /** What AWS runs at once when MaxConcurrency does not say less. */
    private static final int MOST_CHILDREN = 10_000;

    private static final long MOST_BATCH_BYTES = 262_144;

    /**
     * How items are batched.
     *
     * @param maxItems items in a batch
     * @param maxBytes bytes of the input of a child
     * @param input {@code BatchInput}; null when absent
     */
    record Batch(long maxItems, long maxBytes, @Nullable JsonNode input) {}

    /** Evaluates everything but the items. */
    static MapRunPlan of(MapState state, Distribution distribution, Visit visit, JsonNode input, long concurrency) {
        Tolerance tolerance = Tolerance.of(state, visit.scope(input));
        ItemReader reader = distribution.itemReader();
        ItemBatcher batcher = distribution.itemBatcher();
        ResultWriter writer = distribution.resultWriter();
        return new MapRunPlan(
                state,
                distribution,
                input,
                concurrency,
                tolerance,
                reader == null ? null : request(reader.request(), visit, input),
                reader == null ? null : NumberFields.integer(reader.maxItems(), "MaxItems", visit.scope(input)),
                batcher == null ? null : batch(batcher, visit, input),
                writer == null || writer.request() == null ? null : request(writer.request(), visit, input));
    }

    private static JsonNode request(@Nullable PayloadTemplate template, Visit visit, JsonNode input) {
        return template == null ? Pipeline.emptyObject() : template.evaluate(visit.scope(input));
    }

    private static Batch batch(ItemBatcher batcher, Visit visit, JsonNode input) {
        PayloadTemplate batchInput = batcher.batchInput();
        return new Batch(
                positive(batcher.maxItemsPerBatch(), "MaxItemsPerBatch", visit.scope(input), Long.MAX_VALUE),
                Math.min(
                        MOST_BATCH_BYTES,
                        positive(
                                batcher.maxInputBytesPerBatch(),
                                "MaxInputBytesPerBatch",
                                visit.scope(input),
                                MOST_BATCH_BYTES)),
                batchInput == null ? null : batchInput.evaluate(visit.scope(input)));
    }

    private static long positive(@Nullable Expression expression, String field, VisitScope scope, long otherwise) {
        Long number = NumberFields.integer(expression, field, scope);
        if (number != null && number <= 0) {
            throw new EvaluationException(StateError.RUNTIME, field + " must be positive.");
        }
        return number == null ? otherwise : number;
    }

    /** How many children may run at once. */
    long concurrency() {
        return maxConcurrency == 0 ? MOST_CHILDREN : Math.min(maxConcurrency, MOST_CHILDREN);
    }
}
