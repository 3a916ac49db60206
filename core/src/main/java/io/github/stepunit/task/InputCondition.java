package io.github.stepunit.task;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.stepunit.expression.Path;
import io.github.stepunit.json.JsonComparison;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * Which inputs a mock is for.
 *
 * @param text how messages call it: {@code when $.orderId is 42}
 * @param test the condition itself
 */
record InputCondition(String text, Predicate<JsonNode> test) {

    static InputCondition at(Path path, JsonNode expected) {
        return new InputCondition(
                "when " + path.text() + " is " + MockErrors.excerpt(expected, 200), new ValueAt(path, expected));
    }

    /** Whether both are for the same inputs, as far as that can be told: equal path and value, or one predicate. */
    boolean isSameAs(InputCondition other) {
        return test.equals(other.test);
    }

    private record ValueAt(Path path, JsonNode expected) implements Predicate<JsonNode> {

        @Override
        public boolean test(JsonNode input) {
            JsonNode found = path.findIn(input);
            return found != null && JsonComparison.equalByValue(expected, found);
        }

        @Override
        public boolean equals(@Nullable Object other) {
            return other instanceof ValueAt that
                    && path.text().equals(that.path.text())
                    && JsonComparison.equalByValue(expected, that.expected);
        }

        @Override
        public int hashCode() {
            return path.text().hashCode();
        }
    }
}
