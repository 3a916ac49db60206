package io.github.stepunit.expression;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.stepunit.json.JsonText;
import java.util.Locale;
import org.apiguardian.api.API;
import org.jspecify.annotations.Nullable;

/** A JSONata expression: <code>{% $states.input.total > 100 %}</code>. Compiled once; any number of threads may evaluate it. */
@API(status = API.Status.EXPERIMENTAL, since = "0.1")
public final class JsonataExpression implements Expression {

    private static final String OPENING = "{%";
    private static final String CLOSING = "%}";

    private final String text;
    private final String field;
    private final ResultType type;
    private final DashjoinJsonata compiled;

    private JsonataExpression(String text, String field, ResultType type, DashjoinJsonata compiled) {
        this.text = text;
        this.field = field;
        this.type = type;
        this.compiled = compiled;
    }

    /** Whether a value of a definition means to be an expression: a string that starts as one does. */
    public static boolean isExpression(JsonNode value) {
        return value.isTextual() && value.textValue().startsWith(OPENING);
    }

    /**
     * Compiles an expression.
     *
     * @param source the string with its delimiters
     * @param field where in the state it stands, as AWS's messages have it: {@code Output/total}, {@code Seconds}
     * @param place decides what {@code $states} has
     * @param type what the field takes
     * @throws MissingDelimiterException when it is not closed
     * @throws UnsupportedReferenceException when it refers to what a state machine does not have
     * @throws InvalidExpressionException when it is not JSONata
     */
    public static JsonataExpression parse(String source, String field, JsonataPlace place, ResultType type)
            throws InvalidExpressionException {
        if (!source.startsWith(OPENING)
                || !source.endsWith(CLOSING)
                || source.length() < OPENING.length() + CLOSING.length()) {
            throw new MissingDelimiterException();
        }
        String text = source.substring(OPENING.length(), source.length() - CLOSING.length())
                .strip();
        return new JsonataExpression(text, field, type, DashjoinJsonata.compile(text, place));
    }

    /** The expression without its delimiters. */
    @Override
    public String text() {
        return text;
    }

    /** Where in the state it stands. */
    public String field() {
        return field;
    }

    /**
     * The value; a container that the expression passes on is shared with the tree that it was found in.
     *
     * @return never null
     * @throws EvaluationException {@code States.QueryEvaluationError}: it failed, gave nothing, or gave something that
     *     the field does not take
     */
    @Override
    public JsonNode find(EvaluationScope scope) {
        Object result = evaluate(scope);
        if (result == null) {
            throw failure(" returned nothing (undefined).");
        }
        JsonNode value = tree(result);
        if (value == null) {
            throw failure(" returned an unsupported result type.");
        }
        if (!type.takes(value)) {
            throw failure(" returned an unexpected result type. Expected '" + type.description() + "', but was '"
                    + value.getNodeType().name().toLowerCase(Locale.ROOT) + "' for value: "
                    + JsonText.writeCompact(value));
        }
        if (type == ResultType.TIMESTAMP && !Timestamp.isValid(value.textValue())) {
            throw EvaluationException.ofQuery(
                    field,
                    "The " + field + " field cannot be parsed as an ISO-8601 extended offset date-time format string: "
                            + value.textValue());
        }
        return value;
    }

    private @Nullable Object evaluate(EvaluationScope scope) {
        try {
            return compiled.evaluate(scope);
        } catch (DashjoinJsonata.FailedException e) {
            throw thrown(e.getMessage());
        }
    }

    private @Nullable JsonNode tree(Object result) {
        try {
            return JsonataValues.tree(result);
        } catch (EvaluationBudget.ExceededException e) {
            throw thrown(": " + e.getMessage());
        } catch (StackOverflowError e) {
            throw thrown(": " + EvaluationBudget.stack().getMessage());
        }
    }

    private EvaluationException thrown(@Nullable String reason) {
        return failure(" threw an error during evaluation" + reason);
    }

    private EvaluationException failure(String what) {
        return EvaluationException.ofQuery(
                field, "The JSONata expression '" + text + "' specified for the field '" + field + "'" + what);
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof JsonataExpression that && text.equals(that.text) && field.equals(that.field);
    }

    @Override
    public int hashCode() {
        return 31 * text.hashCode() + field.hashCode();
    }

    @Override
    public String toString() {
        return OPENING + " " + text + " " + CLOSING;
    }
}
