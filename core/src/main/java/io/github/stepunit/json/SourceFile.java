package io.github.stepunit.json;

import java.util.Arrays;
import org.apiguardian.api.API;

/**
 * A file that people edit, with its text. Places in it are offsets into the text; {@link #locate} makes lines and columns
 * of them.
 */
@API(status = API.Status.INTERNAL, since = "0.1")
public final class SourceFile {

    private final String name;
    private final String text;
    /** The offset of the first character of each line. */
    private final int[] lineStarts;

    /**
     * @param name the file or other origin, as it is shown to the user
     * @param text its whole text
     */
    public SourceFile(String name, String text) {
        this.name = name;
        this.text = text;
        this.lineStarts = lineStarts(text);
    }

    private static int[] lineStarts(String text) {
        int[] starts = new int[64];
        int count = 1;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            boolean endsLine = c == '\n' || (c == '\r' && !(i + 1 < text.length() && text.charAt(i + 1) == '\n'));
            if (endsLine) {
                if (count == starts.length) {
                    starts = Arrays.copyOf(starts, count * 2);
                }
                starts[count++] = i + 1;
            }
        }
        return Arrays.copyOf(starts, count);
    }

    /** The file or other origin, as it is shown to the user. */
    public String name() {
        return name;
    }

    /** The whole text. */
    public String text() {
        return text;
    }

    /** Line and column of a character. */
    public SourceLocation locate(int offset) {
        int within = Math.max(0, Math.min(offset, text.length()));
        int found = Arrays.binarySearch(lineStarts, within);
        int line = found >= 0 ? found : -found - 2;
        return new SourceLocation(name, line + 1, within - lineStarts[line] + 1);
    }

    /** The line of that number, from 1, without its end; empty when there is none. */
    public String line(int number) {
        if (number < 1 || number > lineStarts.length) {
            return "";
        }
        int from = lineStarts[number - 1];
        int to = number < lineStarts.length ? lineStarts[number] : text.length();
        while (to > from && (text.charAt(to - 1) == '\n' || text.charAt(to - 1) == '\r')) {
            to--;
        }
        return text.substring(from, to);
    }

    /**
     * The offset of a place that is given as YAML parsers give it.
     *
     * @param line line, from 0
     * @param codePoints code points before the place in that line
     */
    public int offset(int line, int codePoints) {
        if (line >= lineStarts.length) {
            return text.length();
        }
        int from = lineStarts[line];
        int to = line + 1 < lineStarts.length ? lineStarts[line + 1] : text.length();
        int there = Math.min(codePoints, text.codePointCount(from, to));
        return text.offsetByCodePoints(from, there);
    }

    @Override
    public String toString() {
        return name;
    }
}
