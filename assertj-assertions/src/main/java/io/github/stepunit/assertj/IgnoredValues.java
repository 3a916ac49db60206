package io.github.stepunit.assertj;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import io.github.stepunit.json.JsonPointer;
import io.github.stepunit.json.JsonText;
import java.util.List;

/** Takes out of a value what a snapshot is not to show. */
final class IgnoredValues {

    private static final TextNode IGNORED = TextNode.valueOf("(ignored)");

    private IgnoredValues() {}

    /** A copy with {@code (ignored)} wherever one of the paths leads. */
    static JsonNode replaced(JsonNode value, List<String> paths) {
        if (paths.isEmpty()) {
            return value;
        }
        JsonNode copy = JsonText.copyOf(value);
        for (String path : paths) {
            for (JsonPointer place : JsonAt.places(path, copy)) {
                JsonPointer parent = place.parent();
                if (parent == null) {
                    return IGNORED;
                }
                replace(copy.at(parent.toString()), place.lastStep());
            }
        }
        return copy;
    }

    private static void replace(JsonNode container, String step) {
        if (container instanceof ObjectNode object) {
            object.set(step, IGNORED);
        } else if (container instanceof ArrayNode array) {
            array.set(Integer.parseInt(step), IGNORED);
        }
    }
}
