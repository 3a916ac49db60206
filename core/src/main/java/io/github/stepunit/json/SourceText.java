package io.github.stepunit.json;

/** A container that remembers the text it was parsed from. Equality stays that of the tree. */
interface SourceText {

    /** The text, blanks included. */
    String text();
}
