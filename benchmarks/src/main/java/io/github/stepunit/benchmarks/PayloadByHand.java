package io.github.stepunit.benchmarks;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Map;

/** Counts what the JSON text of a tree would take, with no care for text that is not plain ASCII: a ceiling. */
final class PayloadByHand {

    private PayloadByHand() {}

    static void requireAtMost(int limit, JsonNode value) {
        long bytes = bytes(value);
        if (bytes > limit) {
            throw new IllegalArgumentException("The payload has " + bytes + " bytes, more than " + limit + ".");
        }
    }

    static long bytes(JsonNode value) {
        return switch (value.getNodeType()) {
            case OBJECT -> object(value);
            case ARRAY -> array(value);
            case STRING -> value.textValue().length() + 2;
            case BOOLEAN -> value.booleanValue() ? 4 : 5;
            case NULL -> 4;
            default -> value.asText().length();
        };
    }

    private static long object(JsonNode object) {
        long bytes = 1L + Math.max(1, object.size());
        for (Map.Entry<String, JsonNode> field : object.properties()) {
            bytes += field.getKey().length() + 3 + bytes(field.getValue());
        }
        return bytes;
    }

    private static long array(JsonNode array) {
        long bytes = 1L + Math.max(1, array.size());
        for (JsonNode element : array) {
            bytes += bytes(element);
        }
        return bytes;
    }
}
