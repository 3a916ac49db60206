package io.github.stepunit.definition;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import io.github.stepunit.expression.Composition;
import io.github.stepunit.expression.Expression;
import io.github.stepunit.expression.InvalidExpressionException;
import io.github.stepunit.expression.JsonataExpression;
import io.github.stepunit.expression.JsonataPlace;
import io.github.stepunit.expression.MissingDelimiterException;
import io.github.stepunit.expression.PayloadTemplate;
import io.github.stepunit.expression.ResultType;
import io.github.stepunit.expression.UnsupportedReferenceException;
import io.github.stepunit.json.JsonPointer;
import org.jspecify.annotations.Nullable;

/** Compiles the fields of one object that hold JSONata. */
final class JsonataReader {

    private static final String NO_CONTEXT =
            "There is no context item in a state: begin with $states.input, or a variable.";
    private static final String DELIMITERS = "Nothing may stand before {% and after %}, not even a blank.";

    private final FieldReader fields;
    private final String prefix;
    private final JsonataPlace place;

    /** @param prefix where in the state the object stands, as AWS's messages have it: {@code Catch[1]/}; empty for itself */
    JsonataReader(FieldReader fields, String prefix, JsonataPlace place) {
        this.fields = fields;
        this.prefix = prefix;
        this.place = place;
    }

    FieldReader fields() {
        return fields;
    }

    boolean isExpression(String field) {
        JsonNode value = fields.value(field);
        return value != null && JsonataExpression.isExpression(value);
    }

    /** The expression; null when absent or, with a report, invalid. */
    @Nullable
    Expression expression(String field, ResultType type) {
        JsonNode value = value(field);
        if (value == null) {
            return null;
        }
        try {
            return JsonataExpression.parse(value.textValue(), prefix + field, place, type);
        } catch (InvalidExpressionException e) {
            report(fields.at(field), e);
            return null;
        }
    }

    /** A value with expressions in it, as an expression. */
    Expression composed(String field) {
        PayloadTemplate template = template(field);
        if (template == null) {
            throw new IllegalArgumentException(field);
        }
        return new Composition(template);
    }

    /** A value in which every string may be an expression; null when absent. */
    @Nullable
    PayloadTemplate template(String field) {
        JsonNode value = value(field);
        return value == null
                ? null
                : PayloadTemplate.compileJsonata(value, fields.at(field), prefix + field, place, this::report);
    }

    /** The value; with something in the place of placeholders, which AWS never sees. */
    private @Nullable JsonNode value(String field) {
        JsonNode value = fields.value(field);
        return value == null ? null : withoutPlaceholders(value);
    }

    private static JsonNode withoutPlaceholders(JsonNode value) {
        if (JsonataExpression.isExpression(value)) {
            String text = value.textValue();
            return text.contains("${") ? TextNode.valueOf(Placeholders.inExpression(text)) : value;
        }
        if (value instanceof ObjectNode object) {
            ObjectNode copy = object.objectNode();
            object.properties().forEach(each -> copy.set(each.getKey(), withoutPlaceholders(each.getValue())));
            return copy;
        }
        if (value instanceof ArrayNode array) {
            ArrayNode copy = array.arrayNode();
            array.forEach(each -> copy.add(withoutPlaceholders(each)));
            return copy;
        }
        return value;
    }

    private void report(JsonPointer at, InvalidExpressionException problem) {
        String message = String.valueOf(problem.getMessage());
        if (problem instanceof MissingDelimiterException) {
            fields.problems().schema(at, message, DELIMITERS);
        } else if (problem instanceof UnsupportedReferenceException) {
            String remedy =
                    message.startsWith("Reference") ? NO_CONTEXT : "See which members $states has in this field.";
            fields.problems().report(DiagnosticCode.UNSUPPORTED_JSONATA_EXPRESSION, at, message, remedy);
        } else {
            fields.problems().report(DiagnosticCode.INVALID_JSONATA_EXPRESSION, at, message, null);
        }
    }
}
