package io.github.stepunit.expression;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.stepunit.expression.TemplatePart.Constant;
import io.github.stepunit.expression.TemplatePart.Dynamic;
import io.github.stepunit.expression.TemplatePart.Field;
import io.github.stepunit.expression.TemplatePart.Fields;
import io.github.stepunit.expression.TemplatePart.Items;
import io.github.stepunit.json.JsonPointer;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BiConsumer;

/** Compiles payload templates, and tells of what AWS would refuse. */
final class TemplateCompiler {

    private static final String SUFFIX = ".$";

    private final BiConsumer<JsonPointer, String> problems;

    TemplateCompiler(BiConsumer<JsonPointer, String> problems) {
        this.problems = problems;
    }

    TemplatePart compile(JsonNode value, JsonPointer at) {
        if (value.isObject()) {
            return object(value, at);
        }
        return value.isArray() ? array(value, at) : new Constant(value);
    }

    private TemplatePart array(JsonNode array, JsonPointer at) {
        List<TemplatePart> items = new ArrayList<>(array.size());
        for (JsonNode item : array) {
            items.add(compile(item, at.index(items.size())));
        }
        return items.stream().allMatch(Constant.class::isInstance) ? new Constant(array) : new Items(items);
    }

    /**
     * AWS's order: the fields without {@code .$} as written, then the others as a HashMap keyed by the name without
     * {@code .$} has them. Holds in all recordings; {@code test_start_execution_sync} shows it best.
     */
    private TemplatePart object(JsonNode object, JsonPointer at) {
        List<Field> fields = new ArrayList<>(object.size());
        Map<String, TemplatePart> dynamic = new HashMap<>();
        for (Map.Entry<String, JsonNode> field : object.properties()) {
            String name = field.getKey();
            if (name.endsWith(SUFFIX)) {
                String bare = name.substring(0, name.length() - SUFFIX.length());
                if (object.has(bare)) {
                    problems.accept(
                            at.field(name),
                            "The fields '" + bare + "' and '" + name + "' cannot be specified together");
                }
                dynamic.put(bare, dynamic(name, field.getValue(), at));
            } else {
                fields.add(new Field(name, compile(field.getValue(), at.field(name))));
            }
        }
        if (dynamic.isEmpty() && fields.stream().allMatch(field -> field.value() instanceof Constant)) {
            return new Constant(object);
        }
        dynamic.forEach((name, value) -> fields.add(new Field(name, value)));
        return new Fields(fields);
    }

    private TemplatePart dynamic(String name, JsonNode value, JsonPointer at) {
        if (value.isTextual()) {
            try {
                return new Dynamic(name, Expressions.parse(value.textValue()));
            } catch (InvalidExpressionException e) {
                // AWS says only that it is neither a path nor a function, and so do we below.
            }
        }
        problems.accept(
                at.field(name),
                "The value for the field '" + name + "' must be a valid JSONPath or a valid intrinsic function call");
        return new Constant(value);
    }
}
