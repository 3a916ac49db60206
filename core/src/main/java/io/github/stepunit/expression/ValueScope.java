package io.github.stepunit.expression;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.time.Instant;
import java.util.Random;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;

/** A value by itself, outside of any execution: no context, no variables. */
record ValueScope(JsonNode input) implements EvaluationScope {

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
