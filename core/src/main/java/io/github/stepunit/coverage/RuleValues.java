package io.github.stepunit.coverage;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.MissingNode;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Values of variables with which a rule of a Choice state matches, or does not; as far as that is plain. */
final class RuleValues {

    private static final JsonNodeFactory JSON = JsonNodeFactory.instance;
    private static final Pattern QUERY = Pattern.compile("\\$states\\.input((?:\\.[A-Za-z_]\\w*)+)\\s*"
            + "(?:(=|!=|>=|<=|>|<)\\s*(\"[^\"]*\"|'[^']*'|-?\\d+(?:\\.\\d+)?|true|false))?");

    private final Map<String, JsonNode> values = new LinkedHashMap<>();

    private RuleValues() {}

    /** By the path of the variable; {@link MissingNode} for one that must not be there. */
    static Map<String, JsonNode> of(JsonNode rule, boolean matches) {
        RuleValues found = new RuleValues();
        found.rule(rule, matches);
        return found.values;
    }

    private void rule(JsonNode rule, boolean matches) {
        if (rule.path("Condition").isTextual()) {
            query(rule.get("Condition").textValue(), matches);
        } else if (rule.has("Not")) {
            rule(rule.get("Not"), !matches);
        } else if (rule.has("And") || rule.has("Or")) {
            JsonNode inner = rule.has("And") ? rule.get("And") : rule.get("Or");
            // All of them decide, or the first alone.
            boolean all = rule.has("And") == matches;
            for (int i = 0; i < (all ? inner.size() : Math.min(1, inner.size())); i++) {
                rule(inner.get(i), matches);
            }
        } else if (rule.path("Variable").isTextual()) {
            String variable = rule.get("Variable").textValue();
            for (Map.Entry<String, JsonNode> field : rule.properties()) {
                JsonNode value = comparison(field.getKey(), field.getValue(), matches);
                if (value != null) {
                    values.put(variable, value);
                }
            }
        }
    }

    private void query(String condition, boolean matches) {
        Matcher matcher = QUERY.matcher(condition);
        if (!matcher.find()) {
            return;
        }
        String path = "$" + matcher.group(1);
        String operator = matcher.group(2);
        String literal = matcher.group(3);
        if (operator == null) {
            values.put(path, JSON.booleanNode(matches));
        } else if (literal.startsWith("\"") || literal.startsWith("'")) {
            String text = literal.substring(1, literal.length() - 1);
            values.put(path, JSON.textNode(operator.equals("=") == matches ? text : "other than " + text));
        } else if (literal.equals("true") || literal.equals("false")) {
            values.put(path, JSON.booleanNode(literal.equals("true") == (operator.equals("=") == matches)));
        } else {
            values.put(path, number(operator, Double.parseDouble(literal), matches));
        }
    }

    private static JsonNode number(String operator, double operand, boolean matches) {
        boolean above = operator.startsWith(">");
        boolean equal = operator.equals("=") || operator.equals(">=") || operator.equals("<=");
        if (matches) {
            return plain(equal ? operand : above || operator.equals("!=") ? operand + 1 : operand - 1);
        }
        return plain(
                switch (operator) {
                    case "=", "<=" -> operand + 1;
                    case ">=" -> operand - 1;
                    default -> operand;
                });
    }

    private static JsonNode plain(double number) {
        return number == Math.rint(number) ? JSON.numberNode((long) number) : JSON.numberNode(number);
    }

    private static @Nullable JsonNode comparison(String operator, JsonNode operand, boolean matches) {
        return switch (operator) {
            case "StringEquals" -> JSON.textNode(matches ? operand.asText() : "other than " + operand.asText());
            case "StringGreaterThan" -> JSON.textNode(matches ? operand.asText() + "~" : operand.asText());
            case "StringGreaterThanEquals" -> JSON.textNode(matches ? operand.asText() : "");
            case "StringLessThan" -> JSON.textNode(matches ? "" : operand.asText());
            case "StringLessThanEquals" -> JSON.textNode(matches ? operand.asText() : operand.asText() + "~");
            case "StringMatches" ->
                JSON.textNode(matches ? operand.asText().replace("*", "x") : "\u00ac" + operand.asText());
            case "BooleanEquals" -> JSON.booleanNode(operand.asBoolean() == matches);
            case "NumericEquals" -> number("=", operand.asDouble(), matches);
            case "NumericGreaterThan" -> number(">", operand.asDouble(), matches);
            case "NumericGreaterThanEquals" -> number(">=", operand.asDouble(), matches);
            case "NumericLessThan" -> number("<", operand.asDouble(), matches);
            case "NumericLessThanEquals" -> number("<=", operand.asDouble(), matches);
            case "TimestampEquals", "TimestampGreaterThanEquals", "TimestampLessThanEquals" ->
                matches ? operand : JSON.textNode(operator.contains("Less") ? LATE : EARLY);
            case "TimestampGreaterThan" -> JSON.textNode(matches ? LATE : EARLY);
            case "TimestampLessThan" -> JSON.textNode(matches ? EARLY : LATE);
            default -> test(operator, operand.asBoolean() == matches);
        };
    }

    private static final String EARLY = "1970-01-01T00:00:00Z";
    private static final String LATE = "9999-01-01T00:00:00Z";

    private static @Nullable JsonNode test(String operator, boolean is) {
        return switch (operator) {
            case "IsPresent" -> is ? JSON.textNode("present") : MissingNode.getInstance();
            case "IsNull" -> is ? JSON.nullNode() : JSON.textNode("not null");
            case "IsString" -> is ? JSON.textNode("text") : JSON.numberNode(1);
            case "IsNumeric" -> is ? JSON.numberNode(1) : JSON.textNode("not a number");
            case "IsBoolean" -> is ? JSON.booleanNode(true) : JSON.textNode("not a boolean");
            case "IsTimestamp" -> JSON.textNode(is ? EARLY : "not a timestamp");
            default -> null;
        };
    }
}
