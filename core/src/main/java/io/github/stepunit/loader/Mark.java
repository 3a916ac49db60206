package io.github.stepunit.loader;

import io.github.stepunit.json.LocatedText;
import io.github.stepunit.json.SourceFile;
import io.github.stepunit.json.SourceLocation;

/**
 * A place in a file.
 *
 * @param offset characters before it
 */
record Mark(SourceFile file, int offset) {

    /** The place of a character of a text. */
    static Mark of(LocatedText text, int position) {
        return new Mark(text.fileAt(position), text.offsetAt(position));
    }

    SourceLocation location() {
        return file.locate(offset);
    }

    /** {@code file:line:column}. */
    @Override
    public String toString() {
        return location().toString();
    }
}
