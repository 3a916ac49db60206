package io.github.stepunit.teststate;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.TextNode;
import io.github.stepunit.json.JsonText;
import java.util.Map;

/** JSON text with a blank after each comma and colon. */
final class SpacedText {

    private SpacedText() {}

    static String of(JsonNode value) {
        StringBuilder text = new StringBuilder();
        write(value, text);
        return text.toString();
    }

    private static void write(JsonNode value, StringBuilder text) {
        if (value.isArray()) {
            text.append('[');
            for (int i = 0; i < value.size(); i++) {
                text.append(i == 0 ? "" : ", ");
                write(value.get(i), text);
            }
            text.append(']');
        } else if (value.isObject()) {
            text.append('{');
            String separator = "";
            for (Map.Entry<String, JsonNode> member : value.properties()) {
                text.append(separator)
                        .append(JsonText.writeCompact(TextNode.valueOf(member.getKey())))
                        .append(": ");
                write(member.getValue(), text);
                separator = ", ";
            }
            text.append('}');
        } else {
            text.append(JsonText.writeCompact(value));
        }
    }
}
