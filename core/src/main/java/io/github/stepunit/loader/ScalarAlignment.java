package io.github.stepunit.loader;

import io.github.stepunit.json.LocatedText;

/**
 * Finds for each character of a string where it stands in the text that it was read from: behind escapes, indentation and folded lines. Walks the
 * value beside its source; where the two part for a reason that it does not know, it skips blanks.
 */
final class ScalarAlignment {

    /** How strings are written. */
    enum Style {
        /** JSON, and YAML's double quotes. */
        DOUBLE_QUOTED,
        SINGLE_QUOTED,
        PLAIN,
        /** {@code |} and {@code >}. */
        BLOCK
    }

    private final LocatedText file;
    private final String source;
    private final int end;
    private final Style style;
    private int at;
    private int indentation;

    private ScalarAlignment(LocatedText file, int start, int end, Style style) {
        this.file = file;
        this.source = file.text();
        this.end = Math.min(end, source.length());
        this.style = style;
        this.at = start;
    }

    /**
     * Aligns a value.
     *
     * @param start where the scalar begins in the text, with its quote or its {@code |}
     * @param end the first character behind it
     */
    static LocatedText align(String value, LocatedText file, int start, int end, Style style) {
        return new ScalarAlignment(file, start, end, style).align(value);
    }

    private LocatedText align(String value) {
        int start = at;
        enter();
        LocatedText.Builder aligned = new LocatedText.Builder();
        for (int i = 0; i < value.length(); i++) {
            step(value.charAt(i), aligned);
        }
        return aligned.buildAt(file.fileAt(start), file.offsetAt(start));
    }

    /** Goes to the first character of the content. */
    private void enter() {
        if (style == Style.DOUBLE_QUOTED || style == Style.SINGLE_QUOTED) {
            at++;
        } else if (style == Style.BLOCK) {
            int line = nextLine(at);
            indentation = indentationFrom(line);
            at = line;
            skipIndentation();
        }
    }

    private int indentationFrom(int firstLine) {
        String header = source.substring(at, Math.max(at, Math.min(firstLine, end)));
        for (int line = firstLine; line < end; line = nextLine(line)) {
            int blanks = line;
            while (blanks < end && source.charAt(blanks) == ' ') {
                blanks++;
            }
            if (blanks < end && source.charAt(blanks) != '\n' && source.charAt(blanks) != '\r') {
                // An explicit indicator (|2) counts from the parent, which is not known here; it has a text of its own.
                boolean isExplicit = header.length() > 1 && header.substring(1).matches("[+-]?\\d.*(?s:.*)");
                return isExplicit ? Integer.MAX_VALUE : blanks - line;
            }
        }
        return 0;
    }

    private int nextLine(int from) {
        int newline = source.indexOf('\n', from);
        return newline < 0 || newline >= end ? end : newline + 1;
    }

    private void skipIndentation() {
        if (indentation == Integer.MAX_VALUE) {
            return; // blanks are skipped when they do not match
        }
        for (int skipped = 0; skipped < indentation && at < end && source.charAt(at) == ' '; skipped++) {
            at++;
        }
    }

    private void step(char c, LocatedText.Builder aligned) {
        if (style == Style.DOUBLE_QUOTED && isAt('\\')) {
            skipEscapedLineBreaks();
        }
        if (style == Style.DOUBLE_QUOTED && isAt('\\')) {
            append(c, at, aligned);
            // The second half of a surrogate pair stands in the same escape, \Uxxxxxxxx, or in one of its own.
            at += Character.isHighSurrogate(c) && source.startsWith("\\U", at) ? 0 : escapeLength();
        } else if (style == Style.SINGLE_QUOTED && c == '\'') {
            append(c, at, aligned);
            at += 2;
        } else if (isAt(c)) {
            append(c, at, aligned);
            at++;
            if (c == '\n') {
                skipIndentation();
            }
        } else if ((c == '\n' || c == ' ') && (isAt('\n') || isAt('\r'))) {
            append(c, at, aligned);
            at = nextLine(at);
            skipIndentation();
        } else {
            resume(c, aligned);
        }
    }

    private void resume(char c, LocatedText.Builder aligned) {
        int found = at;
        while (found < end && source.charAt(found) != c && Character.isWhitespace(source.charAt(found))) {
            found++;
        }
        boolean isFound = found < end && source.charAt(found) == c;
        append(c, isFound ? found : Math.min(at, Math.max(0, end - 1)), aligned);
        at = isFound ? found + 1 : at;
    }

    private void append(char c, int position, LocatedText.Builder aligned) {
        aligned.append(c, file.fileAt(position), file.offsetAt(position));
    }

    private boolean isAt(char c) {
        return at < end && source.charAt(at) == c;
    }

    private void skipEscapedLineBreaks() {
        while (isAt('\\') && at + 1 < end && (source.charAt(at + 1) == '\n' || source.charAt(at + 1) == '\r')) {
            at = nextLine(at);
            while (isAt(' ') || isAt('\t')) {
                at++;
            }
        }
    }

    private int escapeLength() {
        char kind = at + 1 < end ? source.charAt(at + 1) : ' ';
        return switch (kind) {
            case 'x' -> 4;
            case 'u' -> 6;
            case 'U' -> 10;
            default -> 2;
        };
    }
}
