package io.github.stepunit.task;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import io.github.stepunit.expression.EvaluationException;
import io.github.stepunit.expression.EvaluationScope;
import io.github.stepunit.expression.Path;
import java.time.Instant;
import java.util.Comparator;
import java.util.Random;
import java.util.function.Predicate;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;

/**
 * Which inputs a mock is for.
 *
 * @param text how messages call it: {@code when $.orderId is 42}
 * @param test the condition itself
 */
record InputCondition(String text, Predicate<JsonNode> test) {

    /** JSON knows one kind of number: 42 in a test is 42 in the input, whether Java calls it int or long. */
    private static final Comparator<JsonNode> BY_NUMBER = (left, right) -> {
        if (left.isNumber() && right.isNumber()) {
            if (isInfiniteOrNaN(left) || isInfiniteOrNaN(right)) {
                return 1; // 1e400 is beyond a double: nobody knows any more which number it was
            }
            return left.decimalValue().compareTo(right.decimalValue());
        }
        return left.equals(right) ? 0 : 1;
    };

    private static boolean isInfiniteOrNaN(JsonNode number) {
        return number.isFloatingPointNumber() && !number.isBigDecimal() && !Double.isFinite(number.doubleValue());
    }

    static InputCondition at(Path path, JsonNode expected) {
        return new InputCondition("when " + path.text() + " is " + expected, new ValueAt(path, expected));
    }

    /** Whether both are for the same inputs, as far as that can be told: equal path and value, or one predicate. */
    boolean isSameAs(InputCondition other) {
        return test.equals(other.test);
    }

    private record ValueAt(Path path, JsonNode expected) implements Predicate<JsonNode> {

        @Override
        public boolean test(JsonNode input) {
            JsonNode found = find(input);
            return found != null && expected.equals(BY_NUMBER, found);
        }

        private @Nullable JsonNode find(JsonNode input) {
            try {
                return path.find(new InputScope(input));
            } catch (EvaluationException noSuchValue) {
                return null;
            }
        }

        @Override
        public boolean equals(@Nullable Object other) {
            return other instanceof ValueAt that
                    && path.text().equals(that.path.text())
                    && expected.equals(BY_NUMBER, that.expected);
        }

        @Override
        public int hashCode() {
            return path.text().hashCode();
        }
    }

    private record InputScope(JsonNode input) implements EvaluationScope {

        @Override
        public JsonNode context() {
            return JsonNodeFactory.instance.objectNode();
        }

        @Override
        public @Nullable JsonNode variable(String name) {
            return null;
        }

        @Override
        public @Nullable JsonNode result() {
            return null;
        }

        @Override
        public Instant now() {
            return Instant.EPOCH; // a path asks for no time
        }

        @Override
        public RandomGenerator random() {
            return new Random(0);
        }
    }
}
