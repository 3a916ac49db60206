package io.github.stepunit.loader;

import io.github.stepunit.json.LocatedText;
import io.github.stepunit.loader.Hcl.Part;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Parses templates: what stands between quotes, a heredoc, a file for {@code templatefile}. */
final class HclTemplates {

    /** Which directive ends a list of parts. */
    private enum End {
        TEMPLATE,
        IF,
        ELSE,
        FOR
    }

    private final HclCursor cursor;
    private final HclExpressions expressions;
    private final LocatedText text;
    private final boolean isQuoted;
    private LocatedText.Builder literal = new LocatedText.Builder();
    private boolean trimsNext;
    private End lastEnd = End.TEMPLATE;

    HclTemplates(HclCursor cursor, boolean isQuoted) {
        this.cursor = cursor;
        this.expressions = new HclExpressions(cursor);
        this.text = cursor.text;
        this.isQuoted = isQuoted;
    }

    /** Parses up to the closing quote, or to the end of the text. */
    List<Part> parse() {
        List<Part> parts = parts();
        if (lastEnd != End.TEMPLATE) {
            throw cursor.problem("A directive ends here that did not begin.");
        }
        return parts;
    }

    private List<Part> parts() {
        List<Part> parts = new ArrayList<>();
        while (true) {
            if (cursor.at >= text.length()) {
                if (isQuoted) {
                    throw cursor.problem("The string has no end.");
                }
                flush(parts);
                lastEnd = End.TEMPLATE;
                return parts;
            }
            if (isQuoted && cursor.take("\"")) {
                flush(parts);
                lastEnd = End.TEMPLATE;
                return parts;
            }
            if (cursor.isAt("$${") || cursor.isAt("%%{")) {
                literal.append(text, cursor.at, cursor.at + 1);
                literal.append(text, cursor.at + 2, cursor.at + 3);
                cursor.at += 3;
            } else if (cursor.isAt("${")) {
                hole(parts);
            } else if (cursor.isAt("%{")) {
                if (directive(parts)) {
                    return parts;
                }
            } else if (isQuoted && cursor.isAt("\\")) {
                escape();
            } else {
                character();
            }
        }
    }

    private void character() {
        char c = text.text().charAt(cursor.at);
        if (!trimsNext || !Character.isWhitespace(c)) {
            trimsNext = false;
            literal.append(text, cursor.at, cursor.at + 1);
        }
        cursor.at++;
    }

    private void escape() {
        char kind = cursor.at + 1 < text.length() ? text.text().charAt(cursor.at + 1) : '\\';
        Mark mark = cursor.mark();
        int length = kind == 'u' ? 6 : kind == 'U' ? 10 : 2;
        String value =
                switch (kind) {
                    case 'n' -> "\n";
                    case 'r' -> "\r";
                    case 't' -> "\t";
                    case 'u', 'U' -> codePoint(length);
                    default -> String.valueOf(kind);
                };
        literal.append(value, mark.file(), mark.offset());
        cursor.at = Math.min(text.length(), cursor.at + length);
    }

    private String codePoint(int length) {
        int end = Math.min(text.length(), cursor.at + length);
        String digits = text.text().substring(Math.min(cursor.at + 2, end), end);
        boolean isValid =
                digits.matches("[0-9a-fA-F]{4,8}") && Character.isValidCodePoint((int) Long.parseLong(digits, 16));
        if (!isValid) {
            throw cursor.problem("The escape is no character.");
        }
        return Character.toString(Integer.parseInt(digits, 16));
    }

    private void hole(List<Part> parts) {
        cursor.at += 2;
        open(parts);
        Hcl.Expression expression = expressions.nestedExpression();
        parts.add(new Hcl.Hole(expression));
        close();
    }

    /** Whether the directive ends the parts that are being collected. */
    private boolean directive(List<Part> parts) {
        cursor.at += 2;
        open(parts);
        cursor.skipLines();
        String word = cursor.name();
        switch (word) {
            case "if" -> {
                Hcl.Expression condition = expressions.nestedExpression();
                close();
                List<Part> then = parts();
                List<Part> otherwise = lastEnd == End.ELSE ? parts() : List.of();
                if (lastEnd != End.IF) {
                    throw cursor.problem("An if has no endif.");
                }
                parts.add(new Hcl.If(condition, then, otherwise));
                return false;
            }
            case "for" -> {
                parts.add(loop());
                return false;
            }
            case "else" -> lastEnd = End.ELSE;
            case "endif" -> lastEnd = End.IF;
            case "endfor" -> lastEnd = End.FOR;
            default -> throw cursor.problem("There is no directive " + word + ".");
        }
        close();
        return true;
    }

    private Part loop() {
        cursor.skipLines();
        String first = cursor.name();
        cursor.skipLines();
        @Nullable String second = null;
        if (cursor.take(",")) {
            cursor.skipLines();
            second = cursor.name();
        }
        cursor.word("in");
        Hcl.Expression collection = expressions.nestedExpression();
        close();
        List<Part> body = parts();
        if (lastEnd != End.FOR) {
            throw cursor.problem("A for has no endfor.");
        }
        return new Hcl.Loop(second == null ? null : first, second == null ? first : second, collection, body);
    }

    /** Behind <code>${</code> or <code>%{</code>; a {@code ~} takes the blanks before it away. */
    private void open(List<Part> parts) {
        if (cursor.take("~")) {
            LocatedText before = literal.isEmpty() ? null : literal.build();
            literal = new LocatedText.Builder();
            if (before != null) {
                literal.append(before, 0, before.text().stripTrailing().length());
            }
        }
        flush(parts);
        trimsNext = false;
    }

    private void close() {
        cursor.skipLines();
        trimsNext = cursor.take("~");
        cursor.expect("}");
    }

    private void flush(List<Part> parts) {
        if (!literal.isEmpty()) {
            parts.add(new Hcl.Literal(literal.build()));
            literal = new LocatedText.Builder();
        }
    }
}
