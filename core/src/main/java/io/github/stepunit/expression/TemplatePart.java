package io.github.stepunit.expression;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.stepunit.json.JsonText;
import java.util.List;

/** A compiled value in a payload template. */
sealed interface TemplatePart {

    JsonNode evaluate(EvaluationScope scope);

    /** A value without any {@code .$} in it: the definition's own tree. */
    record Constant(JsonNode value) implements TemplatePart {

        @Override
        public JsonNode evaluate(EvaluationScope scope) {
            return value;
        }
    }

    /** The value of a field with {@code .$}; {@code field} is its name as written. */
    record Dynamic(String field, Expression expression) implements TemplatePart {

        @Override
        public JsonNode evaluate(EvaluationScope scope) {
            JsonNode value =
                    expression instanceof Path path ? path.findOrNullPastTheEnd(scope) : expression.find(scope);
            if (value == null) {
                throw new EvaluationException(
                        "States.Runtime",
                        "The JSONPath '" + expression.text() + "' specified for the field '" + field
                                + "' could not be found in the input '" + JsonText.write(scope.input()) + "'");
            }
            return JsonText.withoutText(value);
        }
    }

    /** A JSONata expression, which never finds nothing: it fails. */
    record Evaluated(JsonataExpression expression) implements TemplatePart {

        @Override
        public JsonNode evaluate(EvaluationScope scope) {
            return expression.find(scope);
        }
    }

    /** An object with something dynamic in it; its fields in the order of the result. */
    record Fields(List<Field> fields) implements TemplatePart {

        @Override
        public JsonNode evaluate(EvaluationScope scope) {
            ObjectNode object = JsonNodeFactory.instance.objectNode();
            for (Field field : fields) {
                object.set(field.name(), field.value().evaluate(scope));
            }
            return object;
        }
    }

    /** A field of the result. */
    record Field(String name, TemplatePart value) {}

    /** An array with something dynamic in it. */
    record Items(List<TemplatePart> items) implements TemplatePart {

        @Override
        public JsonNode evaluate(EvaluationScope scope) {
            ArrayNode array = JsonNodeFactory.instance.arrayNode(items.size());
            for (TemplatePart item : items) {
                array.add(item.evaluate(scope));
            }
            return array;
        }
    }
}
