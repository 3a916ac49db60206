package io.github.stepunit.contract.deployed;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import io.github.stepunit.json.JsonText;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;

/** A definition with its keys in another order, and the same with one scalar changed. */
record Shuffled(String sameMeaning, String otherMeaning) {

    static Shuffled of(JsonNode definition, Random random) {
        JsonNode shuffled = shuffle(definition, random);
        int[] left = {random.nextInt(scalars(shuffled))};
        return new Shuffled(JsonText.writeCompact(shuffled), JsonText.writeCompact(change(shuffled, left)));
    }

    private static JsonNode shuffle(JsonNode value, Random random) {
        if (value.isObject()) {
            List<Map.Entry<String, JsonNode>> fields = new ArrayList<>(value.properties());
            Collections.shuffle(fields, random);
            ObjectNode object = JsonNodeFactory.instance.objectNode();
            fields.forEach(field -> object.set(field.getKey(), shuffle(field.getValue(), random)));
            return object;
        }
        if (!value.isArray()) {
            return value;
        }
        ArrayNode array = JsonNodeFactory.instance.arrayNode();
        value.forEach(item -> array.add(shuffle(item, random)));
        return array;
    }

    private static int scalars(JsonNode value) {
        int count = value.isContainerNode() ? 0 : 1;
        for (JsonNode child : value) {
            count += scalars(child);
        }
        return count;
    }

    private static JsonNode change(JsonNode value, int[] left) {
        if (!value.isContainerNode()) {
            return left[0]-- == 0 ? TextNode.valueOf(value.asText() + "-changed") : value;
        }
        if (value.isObject()) {
            ObjectNode object = JsonNodeFactory.instance.objectNode();
            value.properties().forEach(field -> object.set(field.getKey(), change(field.getValue(), left)));
            return object;
        }
        ArrayNode array = JsonNodeFactory.instance.arrayNode();
        value.forEach(item -> array.add(change(item, left)));
        return array;
    }
}
