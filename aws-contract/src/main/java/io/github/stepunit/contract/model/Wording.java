package io.github.stepunit.contract.model;

import io.github.stepunit.internal.text.DidYouMean;
import java.util.Collection;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** How findings are said. */
final class Wording {

    private static final int MOST_VALUES = 8;

    private Wording() {}

    /** {@code . Did you mean "TableName"?}; empty when nothing is close. */
    static String question(String name, Collection<String> names) {
        for (String each : names) {
            // DidYouMean keeps the order of what differs in letter case only and what differs more.
            if (each.equalsIgnoreCase(name)) {
                return ". Did you mean \"" + each + "\"?";
            }
        }
        return DidYouMean.question(name, names).map(question -> ". " + question).orElse("");
    }

    /** The values, or a few of them. */
    static String oneOf(String text, List<String> values) {
        if (values.size() == 1) {
            return values.get(0);
        }
        String shown = values.stream().limit(MOST_VALUES).collect(Collectors.joining(", "));
        String more = values.size() > MOST_VALUES ? ", … (" + values.size() + " values)" : "";
        return "one of " + shown + more + question(text, values);
    }

    static String quoted(String text, int limit) {
        String shown = text.length() > limit ? text.substring(0, limit) + "…" : text;
        return "\"" + shown + "\"";
    }

    static String number(@Nullable Double number) {
        if (number == null) {
            return "";
        }
        return number == Math.rint(number) ? String.valueOf(number.longValue()) : number.toString();
    }
}
