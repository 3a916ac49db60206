package io.github.stepunit.task;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import io.github.stepunit.json.JsonText;
import java.util.Map;
import java.util.Set;

/** Plain JSON as DynamoDB writes it: <code>{"total": {"N": "5"}}</code>. */
final class AttributeValues {

    private static final Set<String> TYPES = Set.of("S", "N", "B", "SS", "NS", "BS", "M", "L", "NULL", "BOOL");

    private AttributeValues() {}

    /** The item; one that is in DynamoDB's form already as it is. */
    static ObjectNode item(JsonNode plain) {
        ObjectNode item = ServiceResponses.object();
        boolean isItem = isItem(plain);
        for (Map.Entry<String, JsonNode> each : plain.properties()) {
            item.set(each.getKey(), isItem ? each.getValue() : value(each.getValue()));
        }
        return item;
    }

    private static boolean isItem(JsonNode value) {
        for (JsonNode attribute : value) {
            boolean isTyped = attribute.isObject()
                    && attribute.size() == 1
                    && TYPES.contains(attribute.fieldNames().next());
            if (!isTyped) {
                return false;
            }
        }
        return true;
    }

    private static ObjectNode value(JsonNode plain) {
        ObjectNode value = ServiceResponses.object();
        switch (plain.getNodeType()) {
            case STRING -> value.set("S", plain);
            case NUMBER -> value.set("N", TextNode.valueOf(JsonText.writeCompact(plain)));
            case BOOLEAN -> value.set("BOOL", plain);
            case ARRAY -> {
                ArrayNode list = value.putArray("L");
                plain.forEach(each -> list.add(value(each)));
            }
            case OBJECT -> {
                ObjectNode map = value.putObject("M");
                plain.properties().forEach(each -> map.set(each.getKey(), value(each.getValue())));
            }
            default -> value.put("NULL", true);
        }
        return value;
    }
}
