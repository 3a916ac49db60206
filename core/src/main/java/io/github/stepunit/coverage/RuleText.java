package io.github.stepunit.coverage;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** A rule of a Choice state in one line, nearly as the definition writes it: {@code $.status = "PAID"}. */
final class RuleText {

    private static final Set<String> NO_COMPARISON =
            Set.of("Variable", "Next", "Comment", "Assign", "Output", "Condition", "QueryLanguage");

    private RuleText() {}

    static String of(JsonNode rule) {
        if (rule.path("Condition").isTextual()) {
            String text = rule.get("Condition").textValue().strip();
            return text.startsWith("{%") && text.endsWith("%}")
                    ? text.substring(2, text.length() - 2).strip()
                    : text;
        }
        if (rule.path("And").isArray()) {
            return joined(rule.get("And"), " and ");
        }
        if (rule.path("Or").isArray()) {
            return joined(rule.get("Or"), " or ");
        }
        return rule.has("Not") ? "not (" + of(rule.get("Not")) + ")" : comparison(rule);
    }

    private static String joined(JsonNode rules, String word) {
        List<String> parts = new ArrayList<>();
        for (JsonNode each : rules) {
            String text = of(each);
            parts.add(each.has("And") || each.has("Or") ? "(" + text + ")" : text);
        }
        return String.join(word, parts);
    }

    private static String comparison(JsonNode rule) {
        String variable = rule.path("Variable").asText();
        for (Map.Entry<String, JsonNode> field : rule.properties()) {
            if (!NO_COMPARISON.contains(field.getKey())) {
                return text(variable, field.getKey(), field.getValue());
            }
        }
        return variable;
    }

    private static String text(String variable, String operator, JsonNode operand) {
        if (operator.startsWith("Is")) {
            return (operand.asBoolean() ? "" : "not ") + variable + " " + operator;
        }
        String name = operator.endsWith("Path") ? operator.substring(0, operator.length() - 4) : operator;
        String value = operator.endsWith("Path") ? operand.asText() : operand.toString();
        return variable + " " + symbol(name) + " " + value;
    }

    private static String symbol(String operator) {
        if (operator.endsWith("GreaterThanEquals")) {
            return "≥";
        }
        if (operator.endsWith("LessThanEquals")) {
            return "≤";
        }
        if (operator.endsWith("GreaterThan")) {
            return ">";
        }
        if (operator.endsWith("LessThan")) {
            return "<";
        }
        return operator.endsWith("Equals") ? "=" : "matches";
    }
}
