package io.github.stepunit.coverage;

import java.util.Locale;
import org.apiguardian.api.API;

/** Foreign text in Java source. */
@API(status = API.Status.INTERNAL, since = "0.1")
public final class JavaText {

    private static final int LONGEST_NAME = 80;

    private JavaText() {}

    /** A string literal. */
    public static String literal(String text) {
        StringBuilder literal = new StringBuilder("\"");
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            int type = Character.getType(c);
            switch (c) {
                case '"' -> literal.append("\\\"");
                case '\\' -> literal.append("\\\\");
                case '\n' -> literal.append("\\n");
                case '\r' -> literal.append("\\r");
                case '\t' -> literal.append("\\t");
                default -> {
                    // Invisible characters, among them those that turn the direction of text, are shown as what they
                    // are.
                    if (type == Character.CONTROL
                            || type == Character.FORMAT
                            || type == Character.LINE_SEPARATOR
                            || type == Character.PARAGRAPH_SEPARATOR) {
                        literal.append(String.format(Locale.ROOT, "\\u%04x", (int) c));
                    } else {
                        literal.append(c);
                    }
                }
            }
        }
        return literal.append('"').toString();
    }

    /** JSON as a string literal, with single quotes where that is safe. */
    public static String jsonLiteral(String json) {
        boolean safe = json.indexOf('\'') < 0 && json.indexOf('\\') < 0;
        return literal(safe ? json.replace('"', '\'') : json);
    }

    /** The name of a method that says it: {@code charge_card_catcher_0_states_all_refund}. */
    static String methodName(String sentence) {
        StringBuilder name = new StringBuilder();
        sentence.codePoints().forEach(c -> {
            boolean part = Character.isJavaIdentifierPart(c) && !Character.isIdentifierIgnorable(c) && c != '$';
            if (part) {
                name.appendCodePoint(Character.toLowerCase(c));
            } else if (!name.isEmpty() && name.charAt(name.length() - 1) != '_') {
                name.append('_');
            }
        });
        String cut = name.codePointCount(0, name.length()) > LONGEST_NAME
                ? name.substring(0, name.offsetByCodePoints(0, LONGEST_NAME))
                : name.toString();
        return "walks_" + cut.replaceAll("^_+|_+$", "");
    }
}
