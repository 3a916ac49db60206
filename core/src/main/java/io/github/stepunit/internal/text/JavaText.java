package io.github.stepunit.internal.text;

import java.util.Locale;
import java.util.Set;
import java.util.function.Predicate;

/** Foreign text in Java source. */
public final class JavaText {

    private static final int LONGEST_NAME = 80;

    private static final Set<String> RESERVED = Set.of(
            ("abstract assert boolean break byte case catch char class const continue default do double else enum extends"
                            + " false final finally float for goto if implements import instanceof int interface long"
                            + " native new null package private protected public return short static strictfp super"
                            + " switch synchronized this throw throws transient true try void volatile while _ var"
                            + " record yield sealed permits")
                    .split(" "));

    private JavaText() {}

    /** A string literal. */
    public static String literal(String text) {
        StringBuilder literal = new StringBuilder("\"");
        text.codePoints().forEach(c -> {
            switch (c) {
                case '"' -> literal.append("\\\"");
                case '\n' -> literal.append("\\n");
                default -> append(c, literal);
            }
        });
        return literal.append('"').toString();
    }

    /**
     * A text block whose lines stand at that indentation, its opening delimiter not included. Its last line ends without a
     * line feed, unless the text does.
     *
     * @param text whose first line is not indented; any other text becomes a literal
     */
    public static String textBlock(String text, String indent) {
        if (text.isEmpty() || Character.isWhitespace(text.charAt(0))) {
            return literal(text);
        }
        StringBuilder block = new StringBuilder("\"\"\"\n");
        String[] lines = text.split("\n", -1);
        for (int i = 0; i < lines.length; i++) {
            boolean last = i == lines.length - 1;
            String line = textBlockLine(lines[i], last);
            block.append(line.isEmpty() && !last ? "" : indent).append(line).append(last ? "" : "\n");
        }
        return block.append("\"\"\"").toString();
    }

    private static String textBlockLine(String line, boolean last) {
        StringBuilder escaped = new StringBuilder();
        line.codePoints().forEach(c -> append(c, escaped));
        String text = escaped.toString().replace("\"\"\"", "\\\"\\\"\\\"");
        if (text.endsWith(" ")) {
            // The compiler strips blanks at the end of a line.
            text = text.substring(0, text.length() - 1) + "\\s";
        }
        // The delimiter follows: a quote of the text's own would be taken for a part of it.
        boolean closesEarly = last && text.endsWith("\"") && !text.endsWith("\\\"\\\"\\\"");
        return closesEarly ? text.substring(0, text.length() - 1) + "\\\"" : text;
    }

    /** Invisible characters, among them those that turn the direction of text, are shown as what they are. */
    private static void append(int c, StringBuilder text) {
        switch (c) {
            case '\\' -> text.append("\\\\");
            case '\r' -> text.append("\\r");
            case '\t' -> text.append("\\t");
            default -> {
                int type = Character.getType(c);
                boolean invisible = type == Character.CONTROL
                        || type == Character.FORMAT
                        || type == Character.SURROGATE
                        || type == Character.LINE_SEPARATOR
                        || type == Character.PARAGRAPH_SEPARATOR;
                if (invisible) {
                    for (char unit : Character.toChars(c)) {
                        text.append(String.format(Locale.ROOT, "\\u%04x", (int) unit));
                    }
                } else {
                    text.appendCodePoint(c);
                }
            }
        }
    }

    /** Whether JSON text means the same with single quotes instead of its double ones. */
    public static boolean takesSingleQuotes(String json) {
        return json.indexOf('\'') < 0 && json.indexOf('\\') < 0;
    }

    /** JSON as a string literal, with single quotes where that is safe. */
    public static String jsonLiteral(String json) {
        return literal(takesSingleQuotes(json) ? json.replace('"', '\'') : json);
    }

    /** The name of a method that says it: {@code charge_card_catcher_0_states_all_refund}; empty when nothing is left. */
    public static String methodName(String sentence) {
        StringBuilder name = new StringBuilder();
        sentence.codePoints().forEach(c -> {
            if (isNamePart(c)) {
                name.appendCodePoint(Character.toLowerCase(c));
            } else if (!name.isEmpty() && name.charAt(name.length() - 1) != '_') {
                name.append('_');
            }
        });
        return cut(name).replaceAll("^_+|_+$", "");
    }

    /**
     * The name of a variable or class that says it: {@code chargeCard}, {@code ChargeCard}.
     *
     * @param upper whether it begins with a capital
     * @param instead when nothing of the words can stand in a name
     * @param taken which names are taken already; a number makes it another one
     */
    public static String camelCase(String words, boolean upper, String instead, Predicate<String> taken) {
        StringBuilder name = new StringBuilder();
        boolean capital = upper;
        for (int c : words.codePoints().toArray()) {
            if (!isNamePart(c) || c == '_') {
                capital = !name.isEmpty() || upper;
            } else if (!name.isEmpty() || Character.isJavaIdentifierStart(c)) {
                int first = upper ? Character.toUpperCase(c) : Character.toLowerCase(c);
                name.appendCodePoint(name.isEmpty() ? first : capital ? Character.toUpperCase(c) : c);
                capital = false;
            }
        }
        String base = name.isEmpty() ? instead : cut(name);
        String candidate = base;
        for (int i = 2; taken.test(candidate) || RESERVED.contains(candidate); i++) {
            candidate = base + i;
        }
        return candidate;
    }

    private static boolean isNamePart(int c) {
        return Character.isJavaIdentifierPart(c) && !Character.isIdentifierIgnorable(c) && c != '$';
    }

    private static String cut(StringBuilder name) {
        return name.codePointCount(0, name.length()) > LONGEST_NAME
                ? name.substring(0, name.offsetByCodePoints(0, LONGEST_NAME))
                : name.toString();
    }
}
