package io.github.stepunit.expression;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.TextNode;
import io.github.stepunit.json.JsonText;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Base64;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.StringTokenizer;

/** The intrinsic functions that make or read text. */
final class TextFunctions {

    private static final int MAX_CHARACTERS = 10_000;

    private TextFunctions() {}

    static JsonNode format(Arguments arguments) {
        String template = arguments.string(0);
        StringBuilder text = new StringBuilder(template.length() + 32);
        int used = 0;
        for (int i = 0; i < template.length(); i++) {
            char c = template.charAt(i);
            char next = i + 1 < template.length() ? template.charAt(i + 1) : '\0';
            if (c == '\\' && IntrinsicFunctionParser.ESCAPABLE.indexOf(next) >= 0) {
                text.append(next);
                i++;
            } else if (c == '{' && next == '}') {
                if (++used < arguments.count()) {
                    print(arguments.value(used), text);
                }
                i++;
            } else {
                text.append(c);
            }
        }
        if (used != arguments.count() - 1) {
            throw arguments.failure("The template has " + used + " placeholders {}, but the number of values is "
                    + (arguments.count() - 1));
        }
        return TextNode.valueOf(text.toString());
    }

    /** Prints as Java's own maps and lists do, which is what AWS shows: {@code {Arg1=1, Arg2=[]}} (recorded in test_format_2). */
    private static void print(JsonNode root, StringBuilder text) {
        // Not recursive: a loop of a state machine can nest its data deeper than Java's stack reaches.
        Deque<Object> open = new ArrayDeque<>();
        open.push(root);
        while (!open.isEmpty()) {
            Object next = open.pop();
            if (next instanceof JsonNode value && value.isContainerNode()) {
                List<Object> parts = parts(value);
                for (int i = parts.size() - 1; i >= 0; i--) {
                    open.push(parts.get(i));
                }
            } else {
                text.append(next instanceof JsonNode scalar ? scalar.asText() : next);
            }
        }
    }

    /** The children of a container with the text around them. */
    private static List<Object> parts(JsonNode container) {
        List<Object> parts = new ArrayList<>();
        parts.add(container.isObject() ? "{" : "[");
        if (container.isObject()) {
            for (Map.Entry<String, JsonNode> field : container.properties()) {
                parts.add((parts.size() > 1 ? ", " : "") + field.getKey() + "=");
                parts.add(field.getValue());
            }
        } else {
            for (JsonNode item : container) {
                parts.add(parts.size() > 1 ? ", " : "");
                parts.add(item);
            }
        }
        parts.add(container.isObject() ? "}" : "]");
        return parts;
    }

    /** Every character of the splitter separates, and empty parts are dropped (recorded in test_string_split). */
    static JsonNode stringSplit(Arguments arguments) {
        ArrayNode parts = JsonNodeFactory.instance.arrayNode();
        StringTokenizer tokens = new StringTokenizer(arguments.string(0), arguments.string(1));
        while (tokens.hasMoreTokens()) {
            parts.add(tokens.nextToken());
        }
        return parts;
    }

    static JsonNode base64Encode(Arguments arguments) {
        byte[] bytes = limited(arguments.string(0), arguments).getBytes(UTF_8);
        return TextNode.valueOf(Base64.getEncoder().encodeToString(bytes));
    }

    static JsonNode base64Decode(Arguments arguments) {
        String encoded = limited(arguments.string(0), arguments);
        try {
            return TextNode.valueOf(new String(Base64.getDecoder().decode(encoded), UTF_8));
        } catch (IllegalArgumentException notBase64) {
            throw arguments.failure("The string is not Base64");
        }
    }

    static JsonNode hash(Arguments arguments) {
        JsonNode data = arguments.value(0);
        String text = limited(data.isTextual() ? data.textValue() : JsonText.writeCompact(data), arguments);
        String algorithm = arguments.string(1);
        String hash = Digest.hex(text, algorithm);
        if (hash == null) {
            throw arguments.failure(
                    "The algorithm must be MD5, SHA-1, SHA-256, SHA-384 or SHA-512, but was '" + algorithm + "'");
        }
        return TextNode.valueOf(hash);
    }

    private static String limited(String text, Arguments arguments) {
        if (text.length() > MAX_CHARACTERS) {
            throw arguments.failure("Argument 1 must not be longer than 10,000 characters, but has " + text.length());
        }
        return text;
    }
}
