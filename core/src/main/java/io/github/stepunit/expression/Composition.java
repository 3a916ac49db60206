package io.github.stepunit.expression;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.stepunit.json.JsonText;
import org.apiguardian.api.API;

/**
 * A template where one value is asked for: {@code "Items": [1, "{% $two %}"]}.
 *
 * @param template the value with the expressions in it
 */
@API(status = API.Status.EXPERIMENTAL, since = "0.1")
public record Composition(PayloadTemplate template) implements Expression {

    @Override
    public String text() {
        return JsonText.writeCompact(template.template());
    }

    @Override
    public JsonNode find(EvaluationScope scope) {
        return template.evaluate(scope);
    }
}
