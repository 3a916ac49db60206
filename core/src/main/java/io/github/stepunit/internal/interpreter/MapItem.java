package io.github.stepunit.internal.interpreter;

import com.fasterxml.jackson.databind.JsonNode;
import org.jspecify.annotations.Nullable;

/**
 * What {@code $$.Map.Item} shows.
 *
 * @param index from 0
 * @param value the item
 * @param key the field of an object that the item is; otherwise null
 * @param source where an item of a Distributed Map comes from; otherwise null
 */
record MapItem(int index, JsonNode value, @Nullable String key, @Nullable String source) {

    /** An item of an inline Map, of which AWS shows no more. */
    static MapItem of(int index, JsonNode value) {
        return new MapItem(index, value, null, null);
    }
}
