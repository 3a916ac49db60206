package io.github.stepunit.json;

import com.fasterxml.jackson.databind.JsonNode;

/**
 * A container that remembers the text it was parsed from. Equality stays that of the tree. Only a value as a whole has a
 * text: what is taken out of it, and what it becomes a part of, has none.
 */
interface SourceText {

    /** The text, blanks included. */
    String text();

    /** How many bytes of UTF-8 the text has. */
    long bytes();

    /** The same container without its text. */
    JsonNode plain();
}
