package io.github.stepunit.history;

import java.util.List;
import java.util.function.Supplier;

/** Shows the first and last lines of a long text, and those around one marked line. */
final class LineWindow {

    private static final int FIRST = 27;
    private static final int LAST = 18;
    private static final int BEFORE_MARK = 5;
    private static final int AFTER_MARK = 4;

    private LineWindow() {}

    /**
     * Each line that is shown, with a line end before it.
     *
     * @param marked index of the marked line, or -1
     */
    static String of(List<Supplier<String>> lines, int marked) {
        StringBuilder text = new StringBuilder();
        int leftOut = 0;
        for (int i = 0; i < lines.size(); i++) {
            if (isShown(i, lines.size(), marked)) {
                appendGap(text, leftOut);
                leftOut = 0;
                text.append('\n').append(lines.get(i).get());
            } else {
                leftOut++;
            }
        }
        return text.toString();
    }

    /** Each line, with a line end before it. */
    static String all(List<Supplier<String>> lines) {
        StringBuilder text = new StringBuilder();
        lines.forEach(line -> text.append('\n').append(line.get()));
        return text.toString();
    }

    private static boolean isShown(int line, int count, int marked) {
        return line < FIRST
                || line >= count - LAST
                || count <= FIRST + LAST + 1
                || (marked >= 0 && line >= marked - BEFORE_MARK && line <= marked + AFTER_MARK);
    }

    private static void appendGap(StringBuilder text, int leftOut) {
        if (leftOut > 0) {
            text.append("\n  ... ")
                    .append(leftOut)
                    .append(leftOut == 1 ? " line" : " lines")
                    .append(" left out ...");
        }
    }
}
