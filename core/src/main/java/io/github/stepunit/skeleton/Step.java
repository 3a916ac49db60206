package io.github.stepunit.skeleton;

import com.fasterxml.jackson.databind.JsonNode;

/** One step of a {@link DataPath}. */
sealed interface Step {

    /** Into a field; of all items, where there is an array. */
    record Field(String name) implements Step {}

    /** To one item of an array, from its end when negative. */
    record Item(int index) implements Step {}

    /** To all items of an array. */
    record Each() implements Step {}

    /** Into what stands in a text as JSON. */
    record Parsed() implements Step {}

    /** To the items of an array whose field is that value. */
    record Where(String field, JsonNode value) implements Step {}
}
