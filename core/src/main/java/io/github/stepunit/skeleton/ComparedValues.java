package io.github.stepunit.skeleton;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import com.fasterxml.jackson.databind.node.NullNode;
import org.jspecify.annotations.Nullable;

/** A value for which one comparison holds, or does not. */
final class ComparedValues {

    private static final String EARLY = "2020-01-01T00:00:00Z";
    private static final String LATE = "2030-01-01T00:00:00Z";

    private ComparedValues() {}

    /** @return null when it is no comparison */
    static @Nullable JsonNode of(String operator, JsonNode operand, boolean holds) {
        return switch (operator) {
            case "StringEquals" -> text(operand.asText(), holds);
            case "StringGreaterThan" -> Values.text(holds ? operand.asText() + "z" : operand.asText());
            case "StringGreaterThanEquals" -> Values.text(holds ? operand.asText() : "");
            case "StringLessThan" -> Values.text(holds ? "" : operand.asText());
            case "StringLessThanEquals" -> Values.text(holds ? operand.asText() : operand.asText() + "z");
            case "StringMatches" ->
                holds ? Values.text(matching(operand.asText())) : Values.text(different(operand.asText()));
            case "BooleanEquals" -> Values.truth(operand.asBoolean() == holds);
            case "NumericEquals" -> number("=", operand.asDouble(), holds);
            case "NumericGreaterThan" -> number(">", operand.asDouble(), holds);
            case "NumericGreaterThanEquals" -> number(">=", operand.asDouble(), holds);
            case "NumericLessThan" -> number("<", operand.asDouble(), holds);
            case "NumericLessThanEquals" -> number("<=", operand.asDouble(), holds);
            case "TimestampEquals", "TimestampGreaterThanEquals", "TimestampLessThanEquals" ->
                holds ? operand : Values.text(operator.contains("Less") ? LATE : EARLY);
            case "TimestampGreaterThan" -> Values.text(holds ? LATE : EARLY);
            case "TimestampLessThan" -> Values.text(holds ? EARLY : LATE);
            default -> test(operator, operand.asBoolean() == holds);
        };
    }

    private static @Nullable JsonNode test(String operator, boolean is) {
        return switch (operator) {
            case "IsPresent" -> is ? Values.text("present") : MissingNode.getInstance();
            case "IsNull" -> is ? NullNode.getInstance() : Values.text("present");
            case "IsString" -> is ? Values.text("text") : Values.number(1);
            case "IsNumeric" -> is ? Values.number(1) : Values.text("text");
            case "IsBoolean" -> is ? Values.truth(true) : Values.text("text");
            case "IsTimestamp" -> Values.text(is ? EARLY : "text");
            default -> null;
        };
    }

    static JsonNode text(String text, boolean equal) {
        return Values.text(equal ? text : different(text));
    }

    private static String different(String text) {
        return text.equals("other") ? "another" : "other";
    }

    private static String matching(String pattern) {
        return pattern.replace("\\*", "\u0000")
                .replace("*", "x")
                .replace('\u0000', '*')
                .replace("\\\\", "\\");
    }

    /** @param operator as JSONata writes it */
    static JsonNode number(String operator, double operand, boolean holds) {
        return Values.number(
                switch (operator) {
                    case "=" -> holds ? operand : operand + 1;
                    case "!=" -> holds ? operand + 1 : operand;
                    case ">" -> holds ? operand + 1 : operand;
                    case ">=" -> holds ? operand : operand - 1;
                    case "<" -> holds ? operand - 1 : operand;
                    default -> holds ? operand : operand + 1;
                });
    }
}
