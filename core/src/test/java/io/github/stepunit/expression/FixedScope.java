package io.github.stepunit.expression;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.stepunit.json.JsonText;
import java.time.Instant;
import java.util.Map;
import java.util.Random;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;

/** A scope with values given in advance. */
record FixedScope(JsonNode input, JsonNode context, Map<String, JsonNode> variables, RandomGenerator random)
        implements EvaluationScope {

    static FixedScope of(String input) {
        return of(JsonText.parseLenient(input));
    }

    static FixedScope of(JsonNode input) {
        return new FixedScope(
                input,
                JsonText.parseLenient(
                        "{Execution: {Name: 'e-1', Input: {a: 7}}, StateMachine: {Id: 'arn', Name: 'm-n'}}"),
                Map.of("order", JsonText.parseLenient("{id: 42, lines: [{sku: 'x'}]}"), "né", JsonText.parse("1")),
                new Random(1));
    }

    @Override
    public JsonNode result() {
        return input;
    }

    @Override
    public Instant now() {
        return Instant.EPOCH;
    }

    @Override
    public @Nullable JsonNode variable(String name) {
        return variables.get(name);
    }
}
