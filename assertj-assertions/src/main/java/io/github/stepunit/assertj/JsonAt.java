package io.github.stepunit.assertj;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import io.github.stepunit.expression.EvaluationException;
import io.github.stepunit.expression.EvaluationScope;
import io.github.stepunit.expression.InvalidExpressionException;
import io.github.stepunit.expression.Path;
import java.time.Instant;
import java.util.Random;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;

/** Looks into a value by JSONPath, as the machine itself would. */
final class JsonAt {

    private JsonAt() {}

    /**
     * What the path finds; null when it finds nothing.
     *
     * @throws IllegalArgumentException when the path cannot be used here; says what to write
     */
    static @Nullable JsonNode find(String path, JsonNode value) {
        try {
            return parse(path).find(new ValueScope(value));
        } catch (EvaluationException nothingFound) {
            return null;
        }
    }

    private static Path parse(String text) {
        try {
            Path path = Path.parse(text);
            if (!path.isContextPath() && path.variable() == null) {
                return path;
            }
        } catch (InvalidExpressionException invalid) {
            throw new IllegalArgumentException(remedy(text), invalid);
        }
        throw new IllegalArgumentException(remedy(text));
    }

    private static String remedy(String text) {
        return "\"" + text
                + "\" is not a JSONPath into a value. Write it as in the definition, for instance \"$.order.id\""
                + " or \"$.lines[0]\".";
    }

    private record ValueScope(JsonNode input) implements EvaluationScope {

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
