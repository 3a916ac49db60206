package io.github.stepunit.internal.interpreter;

import io.github.stepunit.definition.MapState;
import io.github.stepunit.expression.EvaluationException;

/**
 * How many items of a Map may fail. Zero is the same as none given: then none may.
 *
 * @param count {@code ToleratedFailureCount}; 0 when absent
 * @param percentage {@code ToleratedFailurePercentage}; 0 when absent
 */
record Tolerance(long count, double percentage) {

    /** As the state has it. */
    static Tolerance of(MapState state, VisitScope scope) {
        Long count = NumberFields.integer(state.toleratedFailureCount(), "ToleratedFailureCount", scope);
        if (count != null && count < 0) {
            throw new EvaluationException(StateError.RUNTIME, "ToleratedFailureCount cannot be negative.");
        }
        Double percentage =
                NumberFields.decimal(state.toleratedFailurePercentage(), "ToleratedFailurePercentage", scope);
        if (percentage != null && !(percentage >= 0 && percentage <= 100)) {
            throw new EvaluationException(StateError.RUNTIME, "ToleratedFailurePercentage must be between 0 and 100.");
        }
        return new Tolerance(count == null ? 0 : count, percentage == null ? 0 : percentage);
    }

    boolean isExceeded(long failed, long total) {
        if (count == 0 && percentage == 0) {
            return failed > 0;
        }
        return (count > 0 && failed > count) || (percentage > 0 && 100.0 * failed / total > percentage);
    }
}
