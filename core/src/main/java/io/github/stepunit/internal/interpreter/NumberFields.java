package io.github.stepunit.internal.interpreter;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.stepunit.expression.EvaluationException;
import io.github.stepunit.expression.EvaluationScope;
import io.github.stepunit.expression.Expression;
import io.github.stepunit.expression.Literal;
import io.github.stepunit.expression.Path;
import io.github.stepunit.json.JsonText;
import org.jspecify.annotations.Nullable;

/** Reads the fields that want a number, with AWS's texts for what is none. A numeric string counts as a number. */
final class NumberFields {

    private static final long LONGEST_SECONDS = 99_999_999;

    private NumberFields() {}

    /**
     * Seconds of a Wait state.
     *
     * @param field the path form of the field, for messages
     * @param value what the expression gave; null when it found nothing
     */
    static long seconds(Expression expression, String field, @Nullable JsonNode value) {
        if (value == null) {
            throw runtime("The " + field + " parameter does not reference an input value: " + expression.text());
        }
        Long seconds = asLong(value);
        if (seconds == null) {
            throw runtime("The " + field + " parameter cannot be parsed as a long value: " + expression.text() + " == "
                    + plain(value));
        }
        if (seconds < 0) {
            throw runtime(
                    "The " + field + " parameter references a negative value: " + expression.text() + " == " + seconds);
        }
        return Math.min(seconds, LONGEST_SECONDS);
    }

    /** TimeoutSeconds and HeartbeatSeconds: a missing path is told as InputPath tells it; must be positive. */
    static @Nullable Long timeout(@Nullable Expression expression, String field, EvaluationScope scope) {
        if (expression == null) {
            return null;
        }
        JsonNode value = require(expression, scope);
        long seconds = seconds(expression, field, value);
        if (seconds == 0) {
            throw runtime("The " + field + " parameter references a value that is not positive: " + expression.text()
                    + " == " + plain(value));
        }
        return seconds;
    }

    /** An integer of a Map state, such as MaxConcurrency; null when the field is absent. */
    static @Nullable Long integer(@Nullable Expression expression, String field, EvaluationScope scope) {
        if (expression == null) {
            return null;
        }
        JsonNode value = require(expression, scope);
        Long number = asLong(value);
        if (number == null) {
            throw runtime("The " + field + "Path field refers to value \"" + plain(value)
                    + "\" which is not a valid integer: " + expression.text());
        }
        return number;
    }

    /** A number of a Map state with a fraction; null when the field is absent. */
    static @Nullable Double decimal(@Nullable Expression expression, String field, EvaluationScope scope) {
        if (expression == null) {
            return null;
        }
        JsonNode value = require(expression, scope);
        if (value.isNumber()) {
            return value.doubleValue();
        }
        try {
            return Double.valueOf(value.asText().trim());
        } catch (NumberFormatException e) {
            throw runtime("The " + field + "Path field refers to value \"" + plain(value)
                    + "\" which is not a valid float: " + expression.text());
        }
    }

    private static JsonNode require(Expression expression, EvaluationScope scope) {
        if (expression instanceof Literal literal) {
            return literal.value();
        }
        if (expression instanceof Path path) {
            return path.require(scope);
        }
        JsonNode value = expression.find(scope);
        if (value == null) {
            throw runtime("Invalid path '" + expression.text() + "' : No results");
        }
        return value;
    }

    private static @Nullable Long asLong(JsonNode value) {
        if (value.isIntegralNumber()) {
            return value.canConvertToLong() ? value.longValue() : null;
        }
        if (!value.isTextual()) {
            return null;
        }
        try {
            return Long.valueOf(value.textValue());
        } catch (NumberFormatException e) {
            return null;
        }
    }

    private static String plain(JsonNode value) {
        return value.isTextual() ? value.textValue() : JsonText.writeCompact(value);
    }

    private static EvaluationException runtime(String cause) {
        return new EvaluationException(StateError.RUNTIME, cause);
    }
}
