package io.github.stepunit.conformance;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import java.util.TreeMap;
import java.util.function.BiConsumer;
import java.util.function.BiFunction;

/** Trees as the recorder makes them. Every method gives a new tree. */
final class RecordedTree {

    private RecordedTree() {}

    /** Step 1: the keys of every object in alphabetical order. What is inside of strings keeps its order. */
    static JsonNode sorted(JsonNode value) {
        if (value.isObject()) {
            TreeMap<String, JsonNode> members = new TreeMap<>();
            value.properties().forEach(member -> members.put(member.getKey(), sorted(member.getValue())));
            ObjectNode sorted = JsonNodeFactory.instance.objectNode();
            members.forEach(sorted::set);
            return sorted;
        }
        if (value.isArray()) {
            ArrayNode sorted = JsonNodeFactory.instance.arrayNode();
            value.forEach(item -> sorted.add(sorted(item)));
            return sorted;
        }
        return value;
    }

    /** Step 2: a member that is a string with a JSON object becomes that object, one level deep. */
    static JsonNode parsed(JsonNode value) {
        return map("", value, (key, leaf) -> leaf.asText().startsWith("{") && leaf.isTextual() ? parse(leaf) : leaf);
    }

    private static JsonNode parse(JsonNode text) {
        try {
            return PythonText.loads(text.textValue());
        } catch (IllegalArgumentException e) {
            return text;
        }
    }

    /**
     * Changes the leaves.
     *
     * @param key the member that holds {@code value}; the items of an array have the key of the array
     */
    static JsonNode map(String key, JsonNode value, BiFunction<String, JsonNode, JsonNode> change) {
        if (value.isObject()) {
            ObjectNode changed = JsonNodeFactory.instance.objectNode();
            value.properties()
                    .forEach(member -> changed.set(member.getKey(), map(member.getKey(), member.getValue(), change)));
            return changed;
        }
        if (value.isArray()) {
            ArrayNode changed = JsonNodeFactory.instance.arrayNode();
            value.forEach(item -> changed.add(map(key, item, change)));
            return changed;
        }
        return change.apply(key, value);
    }

    /** Visits all strings with the keys that hold them, in the order of the text. */
    static void forEachString(JsonNode tree, BiConsumer<String, String> visitor) {
        map("", tree, (key, leaf) -> {
            if (leaf instanceof TextNode) {
                visitor.accept(key, leaf.textValue());
            }
            return leaf;
        });
    }
}
