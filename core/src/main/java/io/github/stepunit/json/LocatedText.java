package io.github.stepunit.json;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.apiguardian.api.API;

/**
 * Text of which each character knows where people edit it. A definition reaches its parser through YAML scalars, templates,
 * substitutions and included files; whatever is wrong in the end is shown in the file where it was written.
 *
 * <p>Immutable.
 */
@API(status = API.Status.INTERNAL, since = "0.1")
public final class LocatedText {

    /**
     * Where a stretch of the text comes from.
     *
     * @param start its first character in the text
     * @param file the file it stands in
     * @param offset the place of the first character in the file
     * @param isLinear whether the characters stand one after the other in the file; otherwise all have the same place
     */
    private record Run(int start, SourceFile file, int offset, boolean isLinear) {

        SourceLocation locate(int position) {
            return file.locate(isLinear ? offset + position - start : offset);
        }

        private Run from(int position, int newStart) {
            return new Run(newStart, file, isLinear ? offset + position - start : offset, isLinear);
        }

        private boolean continues(Run before) {
            if (before.file != file || before.isLinear != isLinear) {
                return false;
            }
            return offset == (isLinear ? before.offset + start - before.start : before.offset);
        }
    }

    private final String text;
    /** By their start; the first starts at 0. */
    private final Run[] runs;

    private LocatedText(String text, Run[] runs) {
        this.text = text;
        this.runs = runs;
    }

    /** The whole text of a file. */
    public static LocatedText of(SourceFile file) {
        return new LocatedText(file.text(), new Run[] {new Run(0, file, 0, true)});
    }

    /** Text that stands nowhere as it is; the place of all of it is what it was made for. */
    public static LocatedText at(String text, SourceFile file, int offset) {
        return new LocatedText(text, new Run[] {new Run(0, file, offset, false)});
    }

    /** The text itself. */
    public String text() {
        return text;
    }

    /** How many characters it has. */
    public int length() {
        return text.length();
    }

    /** Where a character stands; for the end of the text, where its last one does. */
    public SourceLocation locate(int position) {
        return run(position).locate(position);
    }

    /** The file in which a character stands. */
    public SourceFile fileAt(int position) {
        return run(position).file();
    }

    /** The place of a character in the file that {@link #fileAt} gives. */
    public int offsetAt(int position) {
        return run(position).from(position, 0).offset();
    }

    private Run run(int position) {
        return runs[runIndex(position)];
    }

    private int runIndex(int position) {
        int low = 0;
        int high = runs.length - 1;
        while (low < high) {
            int middle = (low + high + 1) >>> 1;
            if (runs[middle].start() <= position) {
                low = middle;
            } else {
                high = middle - 1;
            }
        }
        return low;
    }

    /** The files that it comes from, that of its beginning first. */
    public Collection<SourceFile> files() {
        Set<SourceFile> files = new LinkedHashSet<>();
        for (Run run : runs) {
            files.add(run.file());
        }
        return files;
    }

    /** The characters from {@code from} up to, without, {@code to}. */
    public LocatedText substring(int from, int to) {
        Builder builder = new Builder();
        builder.append(this, from, to);
        return builder.isEmpty() ? at("", fileAt(from), offsetAt(from)) : builder.build();
    }

    @Override
    public String toString() {
        return text;
    }

    /** Joins texts. */
    public static final class Builder {

        private final StringBuilder text = new StringBuilder();
        private final List<Run> runs = new ArrayList<>();

        /** For an empty text. */
        public Builder() {}

        /** Appends a stretch of a file as it stands there. */
        public Builder append(SourceFile file, int from, int to) {
            add(new Run(text.length(), file, from, true), file.text(), from, to);
            return this;
        }

        /** Appends text that stands otherwise, or not at all, in the file. */
        public Builder append(CharSequence made, SourceFile file, int offset) {
            add(new Run(text.length(), file, offset, false), made, 0, made.length());
            return this;
        }

        /** Appends one character that stands in the file, perhaps otherwise (escaped). */
        public Builder append(char c, SourceFile file, int offset) {
            Run run = new Run(text.length(), file, offset, true);
            add(run, String.valueOf(c), 0, 1);
            return this;
        }

        /** Appends a text. */
        public Builder append(LocatedText other) {
            return append(other, 0, other.length());
        }

        /** Appends a part of a text. */
        public Builder append(LocatedText other, int from, int to) {
            int at = from;
            for (int index = other.runIndex(from); at < to; index++) {
                int end = index + 1 < other.runs.length ? Math.min(to, other.runs[index + 1].start()) : to;
                add(other.runs[index].from(at, text.length()), other.text, at, end);
                at = end;
            }
            return this;
        }

        private void add(Run run, CharSequence characters, int from, int to) {
            if (from >= to) {
                return;
            }
            if (runs.isEmpty() || !run.continues(runs.get(runs.size() - 1))) {
                runs.add(run);
            }
            text.append(characters, from, to);
        }

        /** How many characters there are so far. */
        public int length() {
            return text.length();
        }

        /** Whether nothing has been appended. */
        public boolean isEmpty() {
            return text.isEmpty();
        }

        /**
         * The text. There must be some: without a character there is no place.
         *
         * @throws IllegalStateException when it is empty
         */
        public LocatedText build() {
            if (runs.isEmpty()) {
                throw new IllegalStateException("An empty text stands nowhere.");
            }
            return new LocatedText(text.toString(), runs.toArray(Run[]::new));
        }

        /** The text, which stands at that place if it is empty. */
        public LocatedText buildAt(SourceFile file, int offset) {
            return runs.isEmpty() ? at("", file, offset) : build();
        }
    }
}
