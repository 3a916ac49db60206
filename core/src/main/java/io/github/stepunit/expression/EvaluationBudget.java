package io.github.stepunit.expression;

import com.dashjoin.jsonata.Jsonata.Frame;
import java.util.Collection;
import java.util.Map;
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
    /** How often regular expressions may look at a character: a fraction of a second's worth. */
    private static final long LOOKS = 20_000_000;
    /** How many items of a list count as one more step: whatever comes of it next has to go through them. */
    private static final int ITEMS_A_STEP = 256;

    /** Leaves the evaluation. */
    static final class ExceededException extends RuntimeException {

        private static final long serialVersionUID = 1L;

        ExceededException(String message) {
            super(message, null, false, false);
        }
    }

    private int depth;
    private long steps;
    private long looks;

    void watch(Frame frame) {
        frame.setEvaluateEntryCallback((expression, input, environment) -> enter());
        frame.setEvaluateExitCallback((expression, input, environment, result) -> leave(result));
    }

    private void enter() {
        if (++depth > DEEPEST) {
            throw stack();
        }
        step(1);
    }

    private void step(long count) {
        steps += count;
        if (steps > STEPS) {
            throw timeout();
        }
    }

    /** A regular expression looks at a character. */
    void look() {
        if (++looks > LOOKS) {
            throw timeout();
        }
    }

    private void leave(@Nullable Object result) {
        depth--;
        if (result instanceof String text) {
            check(text.length());
        } else if (result instanceof Collection<?> items) {
            int size = items.size();
            check(size * 8L);
            step(size / ITEMS_A_STEP);
        }
    }

    /** Fails when a value is too large, all that is in it counted. */
    void measure(@Nullable Object value) {
        measure(value, LARGEST_VALUE);
    }

    /** The room that is left. */
    private static long measure(@Nullable Object value, long room) {
        long left = room - (value instanceof String text ? text.length() : 8);
        if (left < 0) {
            throw memory();
        }
        if (value instanceof Collection<?> items) {
            for (Object item : items) {
                left = measure(item, left);
            }
        } else if (value instanceof Map<?, ?> members) {
            for (Map.Entry<?, ?> member : members.entrySet()) {
                left = measure(
                        member.getValue(),
                        left - String.valueOf(member.getKey()).length());
            }
        }
        return left;
    }

    /** Fails when a value of that size is too large. */
    static void check(long size) {
        if (size > LARGEST_VALUE) {
            throw memory();
        }
    }

    private static ExceededException timeout() {
        return new ExceededException("Expression evaluation timeout");
    }

    static ExceededException stack() {
        return new ExceededException("Stack overflow error");
    }

    static ExceededException memory() {
        return new ExceededException("Expression evaluation memory limit exceeded");
    }
}
