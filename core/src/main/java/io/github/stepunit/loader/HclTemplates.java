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

    private final HclParser parser;
    private final LocatedText text;
    private final boolean isQuoted;
    private LocatedText.Builder literal = new LocatedText.Builder();
    private boolean trimsNext;
    private End lastEnd = End.TEMPLATE;

    HclTemplates(HclParser parser, boolean isQuoted) {
        this.parser = parser;
        this.text = parser.text;
        this.isQuoted = isQuoted;
    }

    /** Parses up to the closing quote, or to the end of the text. */
    List<Part> parse() {
        List<Part> parts = parts();
        if (lastEnd != End.TEMPLATE) {
            throw parser.problem("A directive ends here that did not begin.");
        }
        return parts;
    }

    private List<Part> parts() {
        List<Part> parts = new ArrayList<>();
        while (true) {
            if (parser.at >= text.length()) {
                if (isQuoted) {
                    throw parser.problem("The string has no end.");
                }
                flush(parts);
                lastEnd = End.TEMPLATE;
                return parts;
            }
            if (isQuoted && parser.isAt("\"")) {
                parser.at++;
                flush(parts);
                lastEnd = End.TEMPLATE;
                return parts;
            }
            if (parser.isAt("$${") || parser.isAt("%%{")) {
                literal.append(text, parser.at, parser.at + 1);
                literal.append(text, parser.at + 2, parser.at + 3);
                parser.at += 3;
            } else if (parser.isAt("${")) {
                hole(parts);
            } else if (parser.isAt("%{")) {
                if (directive(parts)) {
                    return parts;
                }
            } else if (isQuoted && parser.isAt("\\")) {
                escape();
            } else {
                character();
            }
        }
    }

    private void character() {
        char c = text.text().charAt(parser.at);
        if (!trimsNext || !Character.isWhitespace(c)) {
            trimsNext = false;
            literal.append(text, parser.at, parser.at + 1);
        }
        parser.at++;
    }

    private void escape() {
        char kind = parser.at + 1 < text.length() ? text.text().charAt(parser.at + 1) : '\\';
        Mark mark = parser.mark();
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
        parser.at = Math.min(text.length(), parser.at + length);
    }

    private String codePoint(int length) {
        int end = Math.min(text.length(), parser.at + length);
        String digits = text.text().substring(Math.min(parser.at + 2, end), end);
        boolean isValid =
                digits.matches("[0-9a-fA-F]{4,8}") && Character.isValidCodePoint((int) Long.parseLong(digits, 16));
        if (!isValid) {
            throw parser.problem("The escape is no character.");
        }
        return Character.toString(Integer.parseInt(digits, 16));
    }

    private void hole(List<Part> parts) {
        parser.at += 2;
        open(parts);
        Hcl.Expression expression = parser.nestedExpression();
        parts.add(new Hcl.Hole(expression));
        close();
    }

    /** Whether the directive ends the parts that are being collected. */
    private boolean directive(List<Part> parts) {
        parser.at += 2;
        open(parts);
        parser.skipLines();
        String word = parser.name();
        switch (word) {
            case "if" -> {
                Hcl.Expression condition = parser.nestedExpression();
                close();
                List<Part> then = parts();
                List<Part> otherwise = lastEnd == End.ELSE ? parts() : List.of();
                if (lastEnd != End.IF) {
                    throw parser.problem("An if has no endif.");
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
            default -> throw parser.problem("There is no directive " + word + ".");
        }
        close();
        return true;
    }

    private Part loop() {
        parser.skipLines();
        String first = parser.name();
        parser.skipLines();
        @Nullable String second = null;
        if (parser.isAt(",")) {
            parser.at++;
            parser.skipLines();
            second = parser.name();
        }
        parser.word("in");
        Hcl.Expression collection = parser.nestedExpression();
        close();
        List<Part> body = parts();
        if (lastEnd != End.FOR) {
            throw parser.problem("A for has no endfor.");
        }
        return new Hcl.Loop(second == null ? null : first, second == null ? first : second, collection, body);
    }

    /** Behind <code>${</code> or <code>%{</code>; a {@code ~} takes the blanks before it away. */
    private void open(List<Part> parts) {
        if (parser.isAt("~")) {
            parser.at++;
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
        parser.skipLines();
        trimsNext = parser.isAt("~");
        if (trimsNext) {
            parser.at++;
        }
        parser.expect("}");
    }

    private void flush(List<Part> parts) {
        if (!literal.isEmpty()) {
            parts.add(new Hcl.Literal(literal.build()));
            literal = new LocatedText.Builder();
        }
    }
}
