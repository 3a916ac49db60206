package io.github.stepunit.expression;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.jayway.jsonpath.EvaluationListener;
import com.jayway.jsonpath.spi.json.JacksonJsonNodeJsonProvider;
import org.jspecify.annotations.Nullable;

/**
 * Ends a path that goes over its data again and again: {@code $..a..a..a..a} finds each way through nested {@code a}s, of which
 * there are more than anybody waits for. Counts looks at the data and not time, so that a test ends the same way on every
 * machine. For one evaluation.
 */
final class JaywayBudget extends JacksonJsonNodeJsonProvider implements EvaluationListener {

    /** A payload of AWS's size has some 100,000 values at most, at each of which a usual path looks a few times. */
    private static final int LOOKS = 5_000_000;
    /** Of each match its path is kept as well. */
    private static final int CHARACTERS_A_LOOK = 8;

    /** Leaves the evaluation. */
    static final class ExceededException extends RuntimeException {

        private static final long serialVersionUID = 1L;

        ExceededException() {
            super("too many looks at the data", null, false, false);
        }
    }

    private int looks;

    JaywayBudget(ObjectMapper mapper) {
        super(mapper);
    }

    private void spend(int count) {
        looks += count;
        if (looks > LOOKS) {
            throw new ExceededException();
        }
    }

    @Override
    public boolean isMap(@Nullable Object value) {
        spend(1);
        return super.isMap(value);
    }

    @Override
    public @Nullable Object getArrayIndex(Object array, int index) {
        spend(1);
        return super.getArrayIndex(array, index);
    }

    @Override
    public EvaluationContinuation resultFound(FoundResult found) {
        spend(1 + found.path().length() / CHARACTERS_A_LOOK);
        return EvaluationContinuation.CONTINUE;
    }
}
