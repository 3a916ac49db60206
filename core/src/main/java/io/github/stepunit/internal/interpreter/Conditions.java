package io.github.stepunit.internal.interpreter;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.stepunit.definition.ComparisonOperator;
import io.github.stepunit.definition.ComparisonOperator.Relation;
import io.github.stepunit.definition.Condition;
import io.github.stepunit.expression.EvaluationException;
import io.github.stepunit.expression.EvaluationScope;
import io.github.stepunit.expression.Path;
import io.github.stepunit.internal.text.Rfc3339;
import io.github.stepunit.json.JsonComparison;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Decides conditions of a Choice state. A value of the wrong type makes a data test false, never an error. */
final class Conditions {

    private Conditions() {}

    static boolean holds(Condition condition, EvaluationScope scope) {
        if (condition instanceof Condition.DataTest test) {
            return holds(test, scope);
        }
        if (condition instanceof Condition.And and) {
            return all(and.conditions(), scope);
        }
        if (condition instanceof Condition.Or or) {
            return any(or.conditions(), scope);
        }
        if (condition instanceof Condition.Query query) {
            JsonNode value = query.expression().find(scope);
            return value != null && value.booleanValue();
        }
        return !holds(((Condition.Not) condition).condition(), scope);
    }

    private static boolean all(List<Condition> conditions, EvaluationScope scope) {
        for (int i = 0; i < conditions.size(); i++) {
            if (!holds(conditions.get(i), scope)) {
                return false;
            }
        }
        return true;
    }

    private static boolean any(List<Condition> conditions, EvaluationScope scope) {
        for (int i = 0; i < conditions.size(); i++) {
            if (holds(conditions.get(i), scope)) {
                return true;
            }
        }
        return false;
    }

    private static boolean holds(Condition.DataTest test, EvaluationScope scope) {
        ComparisonOperator operator = test.operator();
        if (operator == ComparisonOperator.IS_PRESENT) {
            // True for an explicit null, too (choice_operators/test_is_operators).
            JsonNode expected = test.operand().find(scope);
            return expected != null
                    && expected.booleanValue() == (test.variable().find(scope) != null);
        }
        JsonNode variable = require(test.variable(), scope);
        JsonNode operand = test.operand() instanceof Path path
                ? require(path, scope)
                : test.operand().find(scope);
        return operand != null && compare(operator, variable, operand);
    }

    private static JsonNode require(Path path, EvaluationScope scope) {
        JsonNode value = path.find(scope);
        if (value == null) {
            throw new EvaluationException(
                    StateError.RUNTIME,
                    "Invalid path '" + path.text()
                            + "': The choice state's condition path references an invalid value.");
        }
        return value;
    }

    private static boolean compare(ComparisonOperator operator, JsonNode variable, JsonNode operand) {
        return switch (operator.family()) {
            case STRING ->
                variable.isTextual()
                        && operand.isTextual()
                        && compareStrings(operator.relation(), variable.textValue(), operand.textValue());
            case NUMERIC ->
                variable.isNumber()
                        && operand.isNumber()
                        && holds(operator.relation(), JsonComparison.compareNumbers(variable, operand));
            case BOOLEAN ->
                variable.isBoolean() && operand.isBoolean() && variable.booleanValue() == operand.booleanValue();
            case TIMESTAMP -> compareTimestamps(operator.relation(), variable, operand);
            case TYPE -> isOfType(operator, variable) == operand.booleanValue();
        };
    }

    private static boolean compareStrings(Relation relation, String variable, String operand) {
        if (relation == Relation.MATCHES) {
            return StringPattern.matches(operand, variable);
        }
        return relation == Relation.EQUAL ? variable.equals(operand) : holds(relation, variable.compareTo(operand));
    }

    private static boolean compareTimestamps(Relation relation, JsonNode variable, JsonNode operand) {
        Instant left = instant(variable);
        Instant right = instant(operand);
        return left != null && right != null && holds(relation, left.compareTo(right));
    }

    private static @Nullable Instant instant(JsonNode value) {
        return value.isTextual() ? Rfc3339.parse(value.textValue()) : null;
    }

    private static boolean holds(Relation relation, int comparison) {
        return switch (relation) {
            case EQUAL -> comparison == 0;
            case LESS -> comparison < 0;
            case GREATER -> comparison > 0;
            case LESS_OR_EQUAL -> comparison <= 0;
            case GREATER_OR_EQUAL -> comparison >= 0;
            case MATCHES, IS -> throw new IllegalArgumentException(relation + " does not order values");
        };
    }

    private static boolean isOfType(ComparisonOperator operator, JsonNode value) {
        return switch (operator) {
            case IS_NULL -> value.isNull();
            case IS_NUMERIC -> value.isNumber();
            case IS_STRING -> value.isTextual();
            case IS_BOOLEAN -> value.isBoolean();
            case IS_TIMESTAMP -> instant(value) != null;
            default -> throw new IllegalArgumentException(operator + " is not a test of the type");
        };
    }
}
