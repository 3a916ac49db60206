package io.github.stepunit.mutation;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Changes of a condition in JSONata. */
final class JsonataCondition {

    /**
     * A changed condition.
     *
     * @param mutator the kind of change
     * @param what the change: {@code negated}
     * @param condition the new condition with its <code>{% %}</code>
     * @param matchesMore whether it matches all that the original does, and more, when the operator that is changed is not
     *     itself negated
     */
    record Mutant(Mutator mutator, String what, String condition, boolean matchesMore) {}

    private static final Pattern DELIMITED = Pattern.compile("\\{%(.*)%}", Pattern.DOTALL);

    /** Strings, names in backticks and comments first, so that no operator is found inside of them. */
    private static final Pattern TOKEN = Pattern.compile(
            "\"(?:\\\\.|[^\"\\\\])*\"|'(?:\\\\.|[^'\\\\])*'|`[^`]*`|/\\*.*?\\*/"
                    + "|(?<operator>:=|~>|\\*\\*|<=|>=|!=|=|<|>|(?<=[\\s)\\]])(?:and|or)(?=[\\s(]))",
            Pattern.DOTALL);

    private static final Map<String, String> OTHER =
            Map.of("<", "<=", "<=", "<", ">", ">=", ">=", ">", "=", "!=", "!=", "=", "and", "or", "or", "and");

    private JsonataCondition() {}

    static List<Mutant> mutants(String condition) {
        Matcher delimited = DELIMITED.matcher(condition.strip());
        if (!delimited.matches()) {
            return List.of();
        }
        String expression = delimited.group(1).strip();
        List<Mutant> mutants = new ArrayList<>();
        mutants.add(new Mutant(Mutator.CONDITION, "negated", "{% $not(" + expression + ") %}", false));
        Matcher token = TOKEN.matcher(expression);
        boolean isAlone = operators(expression) == 1;
        while (token.find()) {
            String operator = token.group("operator");
            String other = operator == null ? null : OTHER.get(operator);
            // A single "=" turned round is the whole condition negated.
            if (operator == null
                    || other == null
                    || (isAlone && other.endsWith("=") && !isOrder(operator))
                    || (isAlone && other.equals("="))) {
                continue;
            }
            String changed = expression.substring(0, token.start()) + other + expression.substring(token.end());
            mutants.add(new Mutant(
                    isOrder(operator) ? Mutator.COMPARISON : Mutator.CONDITION,
                    "has " + other + " in place of " + operator,
                    "{% " + changed + " %}",
                    other.equals("or") || other.equals("<=") || other.equals(">=")));
        }
        return mutants;
    }

    private static boolean isOrder(String operator) {
        return operator.startsWith("<") || operator.startsWith(">");
    }

    private static int operators(String expression) {
        Matcher token = TOKEN.matcher(expression);
        int count = 0;
        while (token.find()) {
            String operator = token.group("operator");
            count += operator != null && OTHER.containsKey(operator) ? 1 : 0;
        }
        return count;
    }
}
