package io.github.stepunit.definition;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.stepunit.expression.Expression;
import io.github.stepunit.expression.Literal;
import io.github.stepunit.expression.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Parses the condition of a Choice rule, with the conditions nested in it. */
final class ConditionParser {

    private static final List<String> SELECTORS = List.of("And", "Or", "Not", "Variable", "Condition");
    private static final List<String> OPERATORS = operators();
    private static final Set<String> NESTED_FIELDS = fields("Comment");
    private static final Set<String> JSONPATH_FIELDS = fields();
    private static final Set<String> RULE_FIELDS = fields("Comment", "Next", "Assign", "Condition", "Output");

    private ConditionParser() {}

    private static List<String> operators() {
        List<String> names = new ArrayList<>();
        for (ComparisonOperator operator : ComparisonOperator.values()) {
            names.add(operator.fieldName());
            if (operator.hasPathForm()) {
                names.add(operator.fieldName() + "Path");
            }
        }
        return List.copyOf(names);
    }

    /** The fields of a rule that are of JSONPath. */
    static Set<String> jsonPathFields() {
        return JSONPATH_FIELDS;
    }

    /** The fields of a rule in either language. */
    static Set<String> ruleFields() {
        return RULE_FIELDS;
    }

    private static Set<String> fields(String... further) {
        Set<String> fields = new LinkedHashSet<>(List.of("And", "Or", "Not", "Variable"));
        fields.addAll(OPERATORS);
        fields.addAll(Arrays.asList(further));
        return fields;
    }

    /** The condition of a whole rule. */
    static @Nullable Condition parseRule(FieldReader rule) {
        rule.allow(RULE_FIELDS);
        return parse(rule);
    }

    private static @Nullable Condition parseNested(FieldReader nested) {
        nested.allow(NESTED_FIELDS);
        return parse(nested);
    }

    private static @Nullable Condition parse(FieldReader fields) {
        fields.text("Comment");
        List<String> selectors = fields.present(SELECTORS);
        if (selectors.size() != 1) {
            fields.problems()
                    .schema(
                            fields.at(),
                            "The object must have only one of the following fields, " + SELECTORS,
                            selectors.isEmpty()
                                    ? "Add \"Variable\" with a comparison, or \"And\", \"Or\", \"Not\"."
                                    : "Keep one of " + String.join(", ", selectors) + ".");
            return null;
        }
        return switch (selectors.get(0)) {
            case "And" -> and(fields);
            case "Or" -> or(fields);
            case "Not" -> not(fields);
            case "Variable" -> dataTest(fields);
            default -> null; // Condition, which has been reported as of the other language
        };
    }

    private static Condition and(FieldReader fields) {
        rejectOperators(fields);
        return new Condition.And(nested(fields, "And"));
    }

    private static Condition or(FieldReader fields) {
        rejectOperators(fields);
        return new Condition.Or(nested(fields, "Or"));
    }

    private static @Nullable Condition not(FieldReader fields) {
        rejectOperators(fields);
        FieldReader nested = fields.object("Not");
        Condition condition = nested == null ? null : parseNested(nested);
        return condition == null ? null : new Condition.Not(condition);
    }

    private static void rejectOperators(FieldReader fields) {
        for (String operator : fields.present(OPERATORS)) {
            fields.reject(operator, List.of());
        }
    }

    private static List<Condition> nested(FieldReader fields, String field) {
        List<Condition> conditions = new ArrayList<>();
        for (FieldReader each : fields.someObjects(field)) {
            Condition condition = parseNested(each);
            if (condition != null) {
                conditions.add(condition);
            }
        }
        return conditions;
    }

    private static @Nullable Condition dataTest(FieldReader fields) {
        Path variable = new ExpressionReader(fields).referencePath("Variable");
        String field = fields.requireOneOf(OPERATORS, "Add a comparison, such as \"StringEquals\".");
        if (field == null) {
            return null;
        }
        boolean byPath = field.endsWith("Path");
        ComparisonOperator operator = operator(byPath ? field.substring(0, field.length() - "Path".length()) : field);
        Expression operand =
                byPath ? new ExpressionReader(fields).referencePath(field) : literal(fields, field, operator);
        return variable == null || operand == null ? null : new Condition.DataTest(variable, operator, operand);
    }

    private static ComparisonOperator operator(String name) {
        for (ComparisonOperator operator : ComparisonOperator.values()) {
            if (operator.fieldName().equals(name)) {
                return operator;
            }
        }
        throw new IllegalArgumentException(name);
    }

    private static @Nullable Expression literal(FieldReader fields, String field, ComparisonOperator operator) {
        Object checked =
                switch (operator.family()) {
                    case STRING -> fields.text(field);
                    case NUMERIC -> fields.number(field, -Double.MAX_VALUE, Double.MAX_VALUE);
                    case BOOLEAN, TYPE -> fields.bool(field);
                    case TIMESTAMP -> Timestamps.read(fields, field);
                };
        JsonNode value = fields.value(field);
        return checked == null || value == null ? null : new Literal(value);
    }
}
