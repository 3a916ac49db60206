package io.github.stepunit.validation;

import io.github.stepunit.definition.ChoiceState;
import io.github.stepunit.definition.ComparisonOperator;
import io.github.stepunit.definition.Condition;
import io.github.stepunit.definition.Condition.DataTest;
import io.github.stepunit.definition.Condition.Not;
import io.github.stepunit.definition.Condition.Query;
import io.github.stepunit.expression.Literal;
import java.util.List;
import java.util.regex.Pattern;

/** Whether the rules of a Choice leave nothing over: one of them is always true, or two are each other's opposite. */
final class ExhaustiveChoice {

    private static final List<List<ComparisonOperator>> OPPOSITES = List.of(
            List.of(ComparisonOperator.NUMERIC_LESS_THAN, ComparisonOperator.NUMERIC_GREATER_THAN_EQUALS),
            List.of(ComparisonOperator.NUMERIC_GREATER_THAN, ComparisonOperator.NUMERIC_LESS_THAN_EQUALS),
            List.of(ComparisonOperator.TIMESTAMP_LESS_THAN, ComparisonOperator.TIMESTAMP_GREATER_THAN_EQUALS),
            List.of(ComparisonOperator.TIMESTAMP_GREATER_THAN, ComparisonOperator.TIMESTAMP_LESS_THAN_EQUALS),
            List.of(ComparisonOperator.STRING_LESS_THAN, ComparisonOperator.STRING_GREATER_THAN_EQUALS),
            List.of(ComparisonOperator.STRING_GREATER_THAN, ComparisonOperator.STRING_LESS_THAN_EQUALS));

    private static final Pattern BLANKS = Pattern.compile("\\s+");

    private ExhaustiveChoice() {}

    static boolean is(ChoiceState choice) {
        List<Condition> conditions =
                choice.choices().stream().map(rule -> rule.condition()).toList();
        for (int i = 0; i < conditions.size(); i++) {
            if (isAlwaysTrue(conditions.get(i))) {
                return true;
            }
            for (int j = 0; j < conditions.size(); j++) {
                if (i != j && areOpposite(conditions.get(i), conditions.get(j))) {
                    return true;
                }
            }
        }
        return false;
    }

    static boolean isAlwaysTrue(Condition condition) {
        return condition instanceof Query query && query(query).equals("true");
    }

    private static String query(Query query) {
        String text = query.expression().text().strip();
        String inner = text.startsWith("{%") && text.endsWith("%}") ? text.substring(2, text.length() - 2) : text;
        return BLANKS.matcher(inner).replaceAll("");
    }

    private static boolean areOpposite(Condition one, Condition other) {
        if (other instanceof Not not && not.condition().equals(one)) {
            return true;
        }
        if (one instanceof Query a && other instanceof Query b) {
            return query(b).equals("$not(" + query(a) + ")") || areOpposite(query(a), query(b));
        }
        return one instanceof DataTest a
                && other instanceof DataTest b
                && a.variable().equals(b.variable())
                && (areOppositeValues(a, b)
                        || (a.operand().equals(b.operand())
                                && OPPOSITES.contains(List.of(a.operator(), b.operator()))));
    }

    /** {@code a=b} and {@code a!=b}, {@code a<b} and {@code a>=b}. */
    private static boolean areOpposite(String a, String b) {
        return (!a.contains("!=") && a.replaceFirst("=", "!=").equals(b) && a.contains("=") && !a.matches(".*[<>]=.*"))
                || (a.contains("<")
                        && !a.contains("<=")
                        && a.replaceFirst("<", ">=").equals(b))
                || (a.contains(">")
                        && !a.contains(">=")
                        && a.replaceFirst(">", "<=").equals(b));
    }

    private static boolean areOppositeValues(DataTest a, DataTest b) {
        return a.operator() == b.operator()
                && a.operand() instanceof Literal one
                && b.operand() instanceof Literal other
                && one.value().isBoolean()
                && other.value().isBoolean()
                && one.value().booleanValue() != other.value().booleanValue();
    }
}
