package io.github.stepunit.expression;

import com.fasterxml.jackson.databind.JsonNode;
import org.apiguardian.api.API;

/** A value written out in the definition. */
@API(status = API.Status.EXPERIMENTAL, since = "0.1")
public record Literal(JsonNode value) implements Expression {

    @Override
    public String text() {
        return value.toString();
    }

    @Override
    public JsonNode find(EvaluationScope scope) {
        return value;
    }
}
