package io.github.stepunit.loader;

import io.github.stepunit.definition.Diagnostic;
import io.github.stepunit.definition.Severity;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Finds values for placeholders that nothing replaces, when a definition is loaded without the template that would, and
 * notes each.
 *
 * <p>A string that is nothing but a placeholder stands for something of the deployment, and so does one within an ARN. In
 * the middle of other text a placeholder stays as it is: it may belong to a shell script or to a query.
 */
final class Placeholders {

    private static final Pattern PLACEHOLDER = Pattern.compile("\\$\\{([^{}]+)}");

    /** Placeholders of other tools, which only the place of an ARN gives away: {@code <ARN>}, {@code %NAME%}, {@code __tbd__}. */
    private static final Pattern FOREIGN = Pattern.compile("(?:<|%|__?|@@?|\\{\\{)\\s*([^:]+?)\\s*(?:>|%|__?|@@?|}})");

    private static final Pattern FOREIGN_RESOURCE = Pattern.compile("\"Resource\"\\s*:\\s*\"[<%_@{]");

    /**
     * A number that any field takes. Where the real one matters, the test gives it.
     */
    private static final String NUMBER = "60";

    private final FakeNames names;
    private final Map<String, Diagnostic> notes = new LinkedHashMap<>();

    Placeholders(FakeNames names) {
        this.names = names;
    }

    List<Diagnostic> notes() {
        return List.copyOf(notes.values());
    }

    /** Whether the text holds a placeholder. */
    static boolean isIn(String text) {
        return text.contains("${") && PLACEHOLDER.matcher(text).find();
    }

    /** Whether JSON may hold a placeholder. */
    static boolean mayBeIn(String json) {
        return isIn(json) || FOREIGN_RESOURCE.matcher(json).find();
    }

    /**
     * What stands for a string of the definition.
     *
     * @param field the field that holds it
     * @return null when it stays as it is
     */
    @Nullable
    String valueOf(@Nullable String field, String text, Mark mark) {
        Matcher matcher = PLACEHOLDER.matcher(text);
        if (matcher.matches()) {
            String name = matcher.group(1).strip();
            String value = "Resource".equals(field) ? names.resourceArn(name) : names.valueFor(name);
            note(name, "taken for " + value, mark);
            return value;
        }
        matcher.reset();
        if (!matcher.find()) {
            return "Resource".equals(field) ? foreign(text, mark) : null;
        }
        if (text.startsWith("{%") && text.endsWith("%}")) {
            return inJsonata(text, mark);
        }
        if (!text.startsWith("arn:")) {
            do {
                note(matcher.group(1), "left as it is", mark);
            } while (matcher.find());
            return null;
        }
        return matcher.replaceAll(each -> {
            String value = names.valueFor(each.group(1).strip());
            note(each.group(1), "taken for " + value, mark);
            // An ARN within an ARN is none; the last part of it is its name.
            return Matcher.quoteReplacement(value.substring(value.lastIndexOf(':') + 1));
        });
    }

    /** A placeholder between quotes leaves a string; elsewhere it would leave no JSONata. */
    private String inJsonata(String text, Mark mark) {
        return PLACEHOLDER.matcher(text).replaceAll(each -> {
            String name = each.group(1).strip();
            int before = each.start() - 1;
            boolean isQuoted = before >= 0 && "'\"".indexOf(text.charAt(before)) >= 0;
            note(name, isQuoted ? "left as it is" : "taken for '" + names.valueFor(name) + "'", mark);
            return Matcher.quoteReplacement(isQuoted ? each.group() : "'" + names.valueFor(name) + "'");
        });
    }

    private @Nullable String foreign(String text, Mark mark) {
        Matcher matcher = FOREIGN.matcher(text);
        if (!matcher.matches()) {
            return null;
        }
        String value = names.resourceArn(matcher.group(1));
        notes.putIfAbsent(
                text,
                new Diagnostic(
                        Severity.WARNING,
                        "PLACEHOLDER_LEFT",
                        "The Resource " + text + " is no ARN, but a placeholder: taken for " + value,
                        null,
                        mark.location(),
                        "Write ${Name} there, which can be given a value."));
        return value;
    }

    /** What stands for a placeholder outside quotes: JSON. */
    String bareValueOf(String expression, Mark mark) {
        String name = expression.strip();
        String value = name.startsWith("jsonencode(") ? "[\"" + argument(name) + "\"]" : NUMBER;
        note(name, "taken for " + value, mark);
        return value;
    }

    private String argument(String call) {
        return names.valueFor(call.substring(call.indexOf('(') + 1).replaceAll("\\)$", ""));
    }

    private void note(String name, String taken, Mark mark) {
        notes.putIfAbsent(
                name,
                new Diagnostic(
                        Severity.WARNING,
                        "PLACEHOLDER_LEFT",
                        "Nothing replaces the placeholder ${" + name + "}: " + taken,
                        null,
                        mark.location(),
                        "Load the template that replaces it, or give it a value: withSubstitution(\"" + name
                                + "\", \"…\"), or substitutions = \"" + name + "=…\" in @StepFunctionTest."));
    }
}
