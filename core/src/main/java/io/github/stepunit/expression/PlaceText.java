package io.github.stepunit.expression;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.stepunit.json.JsonPointer;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Reads the text by which Jayway's json-path names one place: {@code $['order']['lines'][0]}. It does not escape what
 * stands in names, so that only the value itself says where a name ends.
 */
final class PlaceText {

    private PlaceText() {}

    /** The place in that value; null when it has no such place. */
    static @Nullable JsonPointer read(String text, JsonNode root) {
        return read(text, 1, root, JsonPointer.ROOT);
    }

    private static @Nullable JsonPointer read(String text, int from, JsonNode node, JsonPointer at) {
        if (from == text.length()) {
            return at;
        }
        if (node.isArray()) {
            int end = text.indexOf(']', from);
            int index = end < 0 ? -1 : index(text.substring(from + 1, end), node.size());
            JsonNode element = node.get(index);
            return element == null ? null : read(text, end + 1, element, at.index(index));
        }
        for (Map.Entry<String, JsonNode> field : node.properties()) {
            String step = "['" + field.getKey() + "']";
            JsonPointer found = text.startsWith(step, from)
                    ? read(text, from + step.length(), field.getValue(), at.field(field.getKey()))
                    : null;
            if (found != null) {
                return found;
            }
        }
        return null;
    }

    /** From 0; -1 when it is no index. Jayway leaves those that count from the end as they are. */
    private static int index(String text, int size) {
        try {
            int index = Integer.parseInt(text);
            return index < 0 ? index + size : index;
        } catch (NumberFormatException noIndex) {
            return -1;
        }
    }
}
