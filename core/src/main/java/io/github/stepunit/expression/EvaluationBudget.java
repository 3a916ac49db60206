package io.github.stepunit.expression;

import com.dashjoin.jsonata.Jsonata.Frame;
import java.util.Collection;
import org.jspecify.annotations.Nullable;

/**
 * Ends runaway expressions. AWS bounds the depth, the size of a value, and the time; we count steps instead of time, so
 * that a test fails the same way on every machine.
 */
final class EvaluationBudget {

    /** Counting 8 for a number and 1 for a character. */
    static final long LARGEST_VALUE = 6_990_256;

    private static final int DEEPEST = 100;
    /** More than AWS gets through in its second. */
    private static final long STEPS = 2_000_000;

    /** Leaves the evaluation. */
    static final class ExceededException extends RuntimeException {

        private static final long serialVersionUID = 1L;

        ExceededException(String message) {
            super(message, null, false, false);
        }
    }

    private int depth;
    private long steps;

    void watch(Frame frame) {
        frame.setEvaluateEntryCallback((expression, input, environment) -> enter());
        frame.setEvaluateExitCallback((expression, input, environment, result) -> leave(result));
    }

    private void enter() {
        if (++depth > DEEPEST) {
            throw stack();
        }
        if (++steps > STEPS) {
            throw new ExceededException("Expression evaluation timeout");
        }
    }

    private void leave(@Nullable Object result) {
        depth--;
        if (result instanceof String text) {
            check(text.length());
        } else if (result instanceof Collection<?> items) {
            check(items.size() * 8L);
        }
    }

    /** Fails when a value of that size is too large. */
    static void check(long size) {
        if (size > LARGEST_VALUE) {
            throw memory();
        }
    }

    static ExceededException stack() {
        return new ExceededException("Stack overflow error");
    }

    static ExceededException memory() {
        return new ExceededException("Expression evaluation memory limit exceeded");
    }
}
