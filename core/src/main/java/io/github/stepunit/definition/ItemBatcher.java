package io.github.stepunit.definition;

import io.github.stepunit.expression.Expression;
import io.github.stepunit.expression.PayloadTemplate;
import org.apiguardian.api.API;
import org.jspecify.annotations.Nullable;

/**
 * Gives several items to one child execution.
 *
 * @param maxItemsPerBatch the literal, the path or the expression; null when absent
 * @param maxInputBytesPerBatch the literal, the path or the expression; null when absent
 * @param batchInput {@code BatchInput}; null when absent
 */
@API(status = API.Status.EXPERIMENTAL, since = "0.1")
public record ItemBatcher(
        @Nullable Expression maxItemsPerBatch,
        @Nullable Expression maxInputBytesPerBatch,
        @Nullable PayloadTemplate batchInput) {}
