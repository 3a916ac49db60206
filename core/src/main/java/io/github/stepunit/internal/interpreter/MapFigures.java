package io.github.stepunit.internal.interpreter;

import io.github.stepunit.definition.MapState;
import org.jspecify.annotations.Nullable;

/**
 * The numbers of a Map state, evaluated.
 *
 * @param maxConcurrency 0 when the state has none
 * @param toleratedFailureCount null when the state has none
 * @param toleratedFailurePercentage null when the state has none
 */
public record MapFigures(
        long maxConcurrency, @Nullable Long toleratedFailureCount, @Nullable Double toleratedFailurePercentage) {

    static MapFigures of(MapState state, VisitScope scope) {
        Long concurrency = NumberFields.integer(state.maxConcurrency(), "MaxConcurrency", scope);
        return new MapFigures(
                concurrency == null ? 0 : concurrency,
                NumberFields.integer(state.toleratedFailureCount(), "ToleratedFailureCount", scope),
                NumberFields.decimal(state.toleratedFailurePercentage(), "ToleratedFailurePercentage", scope));
    }

    /** Whether that many failures are more than the state tolerates. A state without a threshold is not failed by them. */
    boolean isExceededBy(int failures, int items) {
        boolean count = toleratedFailureCount != null && failures > toleratedFailureCount;
        boolean percentage =
                toleratedFailurePercentage != null && failures * 100.0 > toleratedFailurePercentage * items;
        return count || percentage;
    }
}
