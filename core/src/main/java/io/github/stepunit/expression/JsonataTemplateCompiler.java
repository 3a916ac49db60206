package io.github.stepunit.expression;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.stepunit.json.JsonPointer;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.BiConsumer;

/** Compiles the values of JSONata states, and tells of what AWS would refuse. Fields keep the definition's order. */
final class JsonataTemplateCompiler {

    private final JsonataPlace place;
    private final BiConsumer<JsonPointer, InvalidExpressionException> problems;

    JsonataTemplateCompiler(JsonataPlace place, BiConsumer<JsonPointer, InvalidExpressionException> problems) {
        this.place = place;
        this.problems = problems;
    }

    TemplatePart compile(JsonNode value, JsonPointer at, String field) {
        if (value.isObject()) {
            return object(value, at, field);
        }
        if (value.isArray()) {
            return array(value, at, field);
        }
        return JsonataExpression.isExpression(value) ? expression(value, at, field) : new TemplatePart.Constant(value);
    }

    private TemplatePart expression(JsonNode value, JsonPointer at, String field) {
        try {
            return new TemplatePart.Evaluated(JsonataExpression.parse(value.textValue(), field, place, ResultType.ANY));
        } catch (InvalidExpressionException e) {
            problems.accept(at, e);
            return new TemplatePart.Constant(value);
        }
    }

    private TemplatePart object(JsonNode object, JsonPointer at, String field) {
        List<TemplatePart.Field> fields = new ArrayList<>(object.size());
        for (Map.Entry<String, JsonNode> each : object.properties()) {
            String name = each.getKey();
            fields.add(new TemplatePart.Field(name, compile(each.getValue(), at.field(name), field + "/" + name)));
        }
        return fields.stream().allMatch(each -> each.value() instanceof TemplatePart.Constant)
                ? new TemplatePart.Constant(object)
                : new TemplatePart.Fields(fields);
    }

    private TemplatePart array(JsonNode array, JsonPointer at, String field) {
        List<TemplatePart> items = new ArrayList<>(array.size());
        for (JsonNode item : array) {
            int index = items.size();
            items.add(compile(item, at.index(index), field + "[" + index + "]"));
        }
        return items.stream().allMatch(TemplatePart.Constant.class::isInstance)
                ? new TemplatePart.Constant(array)
                : new TemplatePart.Items(items);
    }
}
