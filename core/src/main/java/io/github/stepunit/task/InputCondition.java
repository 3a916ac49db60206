package io.github.stepunit.task;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import io.github.stepunit.expression.EvaluationException;
import io.github.stepunit.expression.EvaluationScope;
import io.github.stepunit.expression.Path;
import io.github.stepunit.json.JsonComparison;
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
        return new InputCondition("when " + path.text() + " is " + MockErrors.excerpt(expected, 200), input -> {
            JsonNode found = find(path, input);
            return found != null && JsonComparison.equalByValue(expected, found);
        });
    }

    private static @Nullable JsonNode find(Path path, JsonNode input) {
        try {
            return path.find(new InputScope(input));
        } catch (EvaluationException noSuchValue) {
            return null;
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
        public RandomGenerator random() {
            return new Random(0);
        }
    }
}
