package io.github.stepunit.validation;

import io.github.stepunit.definition.ChoiceState;
import io.github.stepunit.definition.ComparisonOperator;
import io.github.stepunit.definition.Condition;
import io.github.stepunit.definition.Condition.DataTest;
import io.github.stepunit.definition.Condition.Not;
import io.github.stepunit.definition.Condition.Query;
import io.github.stepunit.expression.Literal;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

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
        return conditions.stream().anyMatch(ExhaustiveChoice::isAlwaysTrue)
                || areExhaustive(queries(conditions))
                || conditions.stream().anyMatch(one -> conditions.stream().anyMatch(other -> areOpposite(one, other)));
    }

    private static Set<String> queries(List<Condition> conditions) {
        return conditions.stream()
                .filter(Query.class::isInstance)
                .map(each -> query((Query) each))
                .collect(Collectors.toSet());
    }

    private static boolean areExhaustive(Set<String> queries) {
        return queries.stream().anyMatch(each -> opposites(each).anyMatch(queries::contains));
    }

    /** The opposite of an expression, as people write it: {@code $not(a)}, {@code a!=b}, {@code a>=b}. */
    private static Stream<String> opposites(String query) {
        Stream.Builder<String> opposites = Stream.builder();
        opposites.add("$not(" + query + ")");
        if (query.contains("=") && !query.contains("!=") && !query.contains("<=") && !query.contains(">=")) {
            opposites.add(query.replaceFirst("=", "!="));
        }
        if (query.contains("<") && !query.contains("<=")) {
            opposites.add(query.replaceFirst("<", ">="));
        }
        if (query.contains(">") && !query.contains(">=")) {
            opposites.add(query.replaceFirst(">", "<="));
        }
        return opposites.build();
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
        return one instanceof DataTest a
                && other instanceof DataTest b
                && a.variable().equals(b.variable())
                && (areOppositeValues(a, b)
                        || (a.operand().equals(b.operand())
                                && OPPOSITES.contains(List.of(a.operator(), b.operator()))));
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
