package io.github.stepunit.explanation;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import io.github.stepunit.expression.EvaluationException;
import io.github.stepunit.expression.EvaluationScope;
import io.github.stepunit.expression.Expression;
import java.time.Instant;
import java.util.Map;
import java.util.Random;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;

/** What a state saw, as far as the history tells: its input and the variables; not the context object. */
record SeenScope(JsonNode input, Map<String, JsonNode> variables) implements EvaluationScope {

    /** What the expression finds; null when it finds nothing. */
    @Nullable
    JsonNode valueOf(Expression expression) {
        try {
            return expression.find(this);
        } catch (EvaluationException nothingFound) {
            return null;
        }
    }

    @Override
    public JsonNode context() {
        return JsonNodeFactory.instance.objectNode();
    }

    @Override
    public @Nullable JsonNode variable(String name) {
        return variables.get(name);
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
