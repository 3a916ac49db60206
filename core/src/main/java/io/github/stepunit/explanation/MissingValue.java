package io.github.stepunit.explanation;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.stepunit.expression.InvalidExpressionException;
import io.github.stepunit.expression.Path;
import io.github.stepunit.internal.text.DidYouMean;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** What a path that finds nothing was perhaps meant to be. */
final class MissingValue {

    private static final int SHOWN_NAMES = 6;
    private static final Pattern LAST_STEP = Pattern.compile("(\\$.*?)(?:\\.|\\[['\"])([^.\\[\\]'\"]+)(?:['\"]\\])?");
    private static final Pattern QUOTED_PATH = Pattern.compile("'(\\$[.\\[][^']*(?:'[^']+'\\][^']*)*)'");

    private MissingValue() {}

    /** {@code Did you mean "status"?}, or which names there are; empty when that says nothing. */
    static String hint(String path, SeenScope scope) {
        Matcher step = LAST_STEP.matcher(path);
        JsonNode around = step.matches() ? find(step.group(1), scope) : null;
        if (around == null) {
            // Not even what is around it is there: the mistake is further up.
            return step.matches()
                            && !step.group(1).equals("$")
                            && LAST_STEP.matcher(step.group(1)).matches()
                    ? hint(step.group(1), scope)
                    : "";
        }
        if (!around.isObject()) {
            return step.group(1) + " is " + kind(around);
        }
        List<String> names = new ArrayList<>();
        around.fieldNames().forEachRemaining(names::add);
        return DidYouMean.question(step.group(2), names).orElseGet(() -> step.group(1) + " has " + list(names));
    }

    /** The same for the first path that a cause of AWS names; empty when it names none, or one that finds something. */
    static String hintOfCause(String cause, SeenScope scope) {
        Matcher quoted = QUOTED_PATH.matcher(cause);
        while (quoted.find()) {
            if (find(quoted.group(1), scope) == null) {
                String hint = hint(quoted.group(1), scope);
                return hint.isEmpty() ? "" : quoted.group(1) + " finds nothing. " + hint;
            }
        }
        return "";
    }

    private static @Nullable JsonNode find(String text, SeenScope scope) {
        try {
            return scope.valueOf(Path.parse(text));
        } catch (InvalidExpressionException noPath) {
            return null;
        }
    }

    static String kind(JsonNode value) {
        return switch (value.getNodeType()) {
            case OBJECT -> "an object";
            case ARRAY -> "an array";
            case STRING -> "a string";
            case NUMBER -> "a number";
            case BOOLEAN -> "a boolean";
            default -> "null";
        };
    }

    private static String list(List<String> names) {
        if (names.isEmpty()) {
            return "no fields";
        }
        String shown = names.stream()
                .limit(SHOWN_NAMES)
                .map(name -> "\"" + name + "\"")
                .collect(Collectors.joining(", "));
        return names.size() > SHOWN_NAMES ? shown + " and " + (names.size() - SHOWN_NAMES) + " more" : "only " + shown;
    }
}
