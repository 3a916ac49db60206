package io.github.stepunit.explanation;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.stepunit.definition.ComparisonOperator;
import io.github.stepunit.definition.Condition;
import io.github.stepunit.expression.Expression;
import io.github.stepunit.expression.InvalidExpressionException;
import io.github.stepunit.expression.Path;
import io.github.stepunit.history.Excerpt;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** A condition of a Choice state on one line, with the values that it looked at. */
final class ConditionText {

    private static final int LITERAL = 60;
    private static final int VALUE = 80;
    private static final int TEXT = 200;
    private static final int VALUES = 6;

    private static final Pattern INPUT = Pattern.compile("\\$states\\.input((?:\\.[A-Za-z_]\\w*)*)");
    /** Not a function, which is called, and not {@code $states}. */
    private static final Pattern VARIABLE = Pattern.compile("\\$(?!states\\b)([A-Za-z_]\\w*)\\b(?!\\s*\\()");

    private final SeenScope scope;
    private final Map<String, String> values = new LinkedHashMap<>();

    private ConditionText(SeenScope scope) {
        this.scope = scope;
    }

    static String of(Condition condition, SeenScope scope) {
        ConditionText text = new ConditionText(scope);
        String whole = Excerpt.of(text.write(condition), TEXT);
        List<String> looked = new ArrayList<>();
        text.values.forEach((path, value) -> looked.add(path + " " + value));
        String more = looked.size() > VALUES ? ", ..." : "";
        return looked.isEmpty()
                ? whole
                : whole + "; " + looked.stream().limit(VALUES).collect(Collectors.joining(", ")) + more;
    }

    private String write(Condition condition) {
        if (condition instanceof Condition.And and) {
            return joined(and.conditions(), " and ");
        }
        if (condition instanceof Condition.Or or) {
            return joined(or.conditions(), " or ");
        }
        if (condition instanceof Condition.Not not) {
            return "not (" + write(not.condition()) + ")";
        }
        return condition instanceof Condition.DataTest test
                ? test(test)
                : query(((Condition.Query) condition).expression().text());
    }

    private String joined(List<Condition> conditions, String word) {
        return conditions.stream()
                .map(each -> each instanceof Condition.DataTest || each instanceof Condition.Not
                        ? write(each)
                        : "(" + write(each) + ")")
                .collect(Collectors.joining(word));
    }

    private String test(Condition.DataTest test) {
        look(test.variable(), test);
        if (test.operand() instanceof Path path) {
            look(path, test);
            return test.variable().text() + " " + test.field() + " " + path.text();
        }
        JsonNode literal = scope.valueOf(test.operand());
        return test.variable().text() + " " + test.field() + " "
                + (literal == null ? test.operand().text() : Excerpt.of(literal, LITERAL));
    }

    private void look(Path path, Condition.DataTest test) {
        if (path.isContextPath()) {
            return;
        }
        JsonNode value = scope.valueOf(path);
        values.put(
                path.text(),
                value == null ? nothing(path.text()) : "is " + Excerpt.of(value, VALUE) + mismatch(value, test));
    }

    private static String mismatch(JsonNode value, Condition.DataTest test) {
        boolean fits =
                switch (test.operator().family()) {
                    case STRING, TIMESTAMP -> value.isTextual();
                    case NUMERIC -> value.isNumber();
                    case BOOLEAN -> value.isBoolean();
                    case TYPE -> true;
                };
        return fits
                ? ""
                : ", " + MissingValue.kind(value) + " and never "
                        + wanted(test.operator().family());
    }

    private static String wanted(ComparisonOperator.Family family) {
        return switch (family) {
            case STRING -> "equal to a string";
            case NUMERIC -> "equal to a number";
            case BOOLEAN -> "equal to a boolean";
            default -> "a timestamp";
        };
    }

    private String nothing(String path) {
        String hint = MissingValue.hint(path, scope);
        return "finds nothing" + (hint.isEmpty() ? "" : " (" + hint + ")");
    }

    private String query(String text) {
        Matcher input = INPUT.matcher(text);
        while (input.find()) {
            lookUp(input.group(), "$" + input.group(1));
        }
        Matcher variable = VARIABLE.matcher(text);
        while (variable.find()) {
            JsonNode value = scope.variable(variable.group(1));
            if (value != null) {
                values.put(variable.group(), "is " + Excerpt.of(value, VALUE));
            }
        }
        String stripped = text.strip();
        return stripped.startsWith("{%") && stripped.endsWith("%}")
                ? stripped.substring(2, stripped.length() - 2).strip()
                : stripped;
    }

    private void lookUp(String shown, String path) {
        Expression parsed = parsed(path);
        JsonNode value = parsed == null ? null : scope.valueOf(parsed);
        values.put(shown, value == null ? nothing(path) : "is " + Excerpt.of(value, VALUE));
    }

    private static @Nullable Expression parsed(String path) {
        try {
            return Path.parse(path);
        } catch (InvalidExpressionException noPath) {
            return null;
        }
    }
}
