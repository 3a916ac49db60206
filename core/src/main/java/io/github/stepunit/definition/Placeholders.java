package io.github.stepunit.definition;

import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.apiguardian.api.API;

/**
 * Text that stands for something which is only known when the definition is deployed: {@code ${FunctionArn}}, the
 * {@code <ARN>} of documentation, and names between marks such as {@code %ARN%}.
 */
@API(status = API.Status.INTERNAL, since = "0.1")
public final class Placeholders {

    private static final Pattern SUBSTITUTION = Pattern.compile("\\$\\{[^{}]+}|\\{\\{[^{}]+}}|<[^<>{}]+>");
    private static final Pattern MARKED = Pattern.compile("([^\\p{Alnum}\\s]+)(\\w+?)[^\\p{Alnum}\\s]+");

    private Placeholders() {}

    /** Whether the text has one. */
    public static boolean areIn(String text) {
        return SUBSTITUTION.matcher(text).find() || MARKED.matcher(text).matches();
    }

    /** The text with a plain word for each placeholder, so that the rest of it can be read. */
    static String masked(String text) {
        Matcher substitutions = SUBSTITUTION.matcher(text);
        StringBuilder masked = new StringBuilder();
        while (substitutions.find()) {
            String name =
                    substitutions.group().replaceAll("[^\\p{Alnum}]+", "-").replaceAll("^-|-$", "");
            substitutions.appendReplacement(masked, Matcher.quoteReplacement(name.isEmpty() ? "placeholder" : name));
        }
        substitutions.appendTail(masked);
        Matcher marked = MARKED.matcher(masked);
        return marked.matches() ? marked.group(2) : masked.toString();
    }
}
