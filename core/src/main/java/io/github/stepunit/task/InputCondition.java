package io.github.stepunit.task;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import io.github.stepunit.expression.EvaluationException;
import io.github.stepunit.expression.EvaluationScope;
import io.github.stepunit.expression.Path;
import io.github.stepunit.json.JsonComparison;
import java.time.Instant;
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
            JsonNode found = find(input);
            return found != null && JsonComparison.equalByValue(expected, found);
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
                    && JsonComparison.equalByValue(expected, that.expected);
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
