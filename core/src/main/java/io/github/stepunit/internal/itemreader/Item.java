package io.github.stepunit.internal.itemreader;

import com.fasterxml.jackson.databind.JsonNode;
import org.jspecify.annotations.Nullable;

/**
 * An item of a Distributed Map.
 *
 * @param value the item
 * @param key the name of the field, when the items are the fields of an object; otherwise null
 * @param source where it comes from, as {@code $$.Map.Item.Source} shows it
 */
public record Item(JsonNode value, @Nullable String key, String source) {

    /** The source of items that come from the state's input. */
    public static final String STATE_DATA = "STATE_DATA";
}
