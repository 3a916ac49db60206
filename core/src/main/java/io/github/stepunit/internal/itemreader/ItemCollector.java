package io.github.stepunit.internal.itemreader;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Takes items until there are enough. */
public final class ItemCollector {

    private final List<Item> items = new ArrayList<>();
    private final long limit;

    /** @param limit after how many it is full */
    public ItemCollector(long limit) {
        this.limit = limit;
    }

    /** Whether no more are wanted. */
    public boolean isFull() {
        return items.size() >= limit;
    }

    void add(JsonNode value, String source) {
        if (!isFull()) {
            items.add(new Item(value, null, source));
        }
    }

    /** The elements of an array, or the fields of an object. */
    public void addAll(JsonNode values, String source) {
        if (values instanceof ArrayNode array) {
            for (int i = 0; i < array.size() && !isFull(); i++) {
                items.add(new Item(array.get(i), null, source));
            }
        } else {
            for (Map.Entry<String, JsonNode> field : values.properties()) {
                if (isFull()) {
                    return;
                }
                items.add(new Item(entry(field), field.getKey(), source));
            }
        }
    }

    private static ObjectNode entry(Map.Entry<String, JsonNode> field) {
        ObjectNode entry = JsonNodeFactory.instance.objectNode();
        entry.put("Key", field.getKey());
        entry.set("Value", field.getValue());
        return entry;
    }

    /** The items so far. */
    public List<Item> collected() {
        return items;
    }
}
