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

    /** An expression whose placeholders are replaced by strings, as a deployment would replace them by something. */
    static String inExpression(String expression) {
        Matcher substitutions = SUBSTITUTION.matcher(expression);
        StringBuilder replaced = new StringBuilder();
        int from = 0;
        while (substitutions.find()) {
            replaced.append(expression, from, substitutions.start());
            String name = masked(substitutions.group());
            replaced.append(isInString(replaced) ? name : "'" + name + "'");
            from = substitutions.end();
        }
        return replaced.append(expression, from, expression.length()).toString();
    }

    private static boolean isInString(CharSequence text) {
        char quote = 0;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c == '\\' && quote != 0) {
                i++;
            } else if (quote == 0 && (c == '"' || c == '\'')) {
                quote = c;
            } else if (c == quote) {
                quote = 0;
            }
        }
        return quote != 0;
    }
}
