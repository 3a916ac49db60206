package io.github.stepunit.expression;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.NullNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import io.github.stepunit.json.InvalidJsonException;
import io.github.stepunit.json.JsonText;
import java.util.HashMap;
import java.util.Map;

/** The intrinsic functions for JSON as a whole. */
final class JsonFunctions {

    private JsonFunctions() {}

    /** Blank text is null (recorded in test_string_to_json). */
    static JsonNode stringToJson(Arguments arguments) {
        String text = arguments.string(0);
        if (text.isBlank()) {
            return NullNode.getInstance();
        }
        try {
            return JsonText.parseWithoutText(text);
        } catch (InvalidJsonException e) {
            throw arguments.failure(String.valueOf(e.getMessage()));
        }
    }

    static JsonNode jsonToString(Arguments arguments) {
        return TextNode.valueOf(JsonText.writeCompact(arguments.value(0)));
    }

    /** Shallow only, which is all that AWS supports. */
    static JsonNode jsonMerge(Arguments arguments) {
        ObjectNode first = arguments.object(0);
        ObjectNode second = arguments.object(1);
        JsonNode deep = arguments.value(2);
        if (!deep.isBoolean() || deep.booleanValue()) {
            throw arguments.failure("Argument 3 must be false: only a shallow merge is supported");
        }
        // The order of a HashMap: recorded in test_json_merge_escaped_argument.
        Map<String, JsonNode> merged = new HashMap<>();
        first.properties().forEach(field -> merged.put(field.getKey(), field.getValue()));
        second.properties().forEach(field -> merged.put(field.getKey(), field.getValue()));
        ObjectNode result = JsonNodeFactory.instance.objectNode();
        merged.forEach(result::set);
        return result;
    }
}
