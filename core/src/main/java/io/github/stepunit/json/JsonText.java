package io.github.stepunit.json;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonLocation;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.exc.StreamConstraintsException;
import com.fasterxml.jackson.core.json.JsonReadFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.apiguardian.api.API;
import org.jspecify.annotations.Nullable;

/** JSON text to trees and back. */
@API(status = API.Status.EXPERIMENTAL, since = "0.1")
public final class JsonText {

    private static final JsonFactory STRICT = new JsonFactory();
    private static final JsonFactory LENIENT = JsonFactory.builder()
            .enable(JsonReadFeature.ALLOW_SINGLE_QUOTES)
            .enable(JsonReadFeature.ALLOW_UNQUOTED_FIELD_NAMES)
            .build();

    /** How Jackson writes a place: {@code [Source: REDACTED (…); line: 1, column: 1]}. */
    private static final Pattern JACKSON_PLACE = Pattern.compile("\\[Source: .*?; line: (\\d+), column: (\\d+)]");

    /** Keeps the copying off the end of the stack; text of that depth is rare, and twice that is refused. */
    private static final int COPIED_DEPTH = 500;

    private JsonText() {}

    /**
     * Parses exactly one JSON value. A container keeps its text: {@link #write} gives it back as it was, as AWS does
     * with an input that no state has changed.
     *
     * @throws InvalidJsonException when the text is not JSON, or nested more than 1000 deep
     */
    public static JsonNode parse(String text) {
        // Recorded in test_parallel_state_nested: "[[1, 2, 3], [4, 5, 6]]" keeps its blanks.
        JsonNode value = parseWithoutText(text);
        if (value instanceof ArrayNode array) {
            return new SourceArrayNode(array, text);
        }
        return value instanceof ObjectNode object ? new SourceObjectNode(object, text) : value;
    }

    /**
     * Parses exactly one JSON value, and forgets its text: {@link #write} writes it compactly.
     *
     * @throws InvalidJsonException when the text is not JSON, or nested more than 1000 deep
     */
    public static JsonNode parseWithoutText(String text) {
        return read(STRICT, text);
    }

    /**
     * Parses JSON as people write it in tests: single quotes and unquoted field names are allowed too. Text that is
     * strictly JSON gives what {@link #parse} gives.
     *
     * @throws InvalidJsonException when the text is not even that
     */
    public static JsonNode parseLenient(String text) {
        // Before the first double quote there is no string, and so no single quote that strict JSON could have.
        int single = text.indexOf('\'');
        int quote = single < 0 ? -1 : text.indexOf('"');
        if (single >= 0 && (quote < 0 || single < quote)) {
            return read(LENIENT, text);
        }
        try {
            return parse(text);
        } catch (InvalidJsonException notStrict) {
            return read(LENIENT, text);
        }
    }

    /** The same value without its text, for a place inside a new one: AWS writes what it composes compactly. */
    public static JsonNode withoutText(JsonNode value) {
        // Recorded in test_map_state_config_inline_parameters: "$" in a template loses its blanks.
        return value instanceof SourceText source ? source.plain() : value;
    }

    /**
     * An array whose text joins the texts of its items, as AWS makes the result of a Parallel or Map state.
     *
     * @param items shared, and not changed
     */
    public static JsonNode arrayOf(List<JsonNode> items) {
        ArrayNode array = JsonNodeFactory.instance.arrayNode(items.size());
        items.forEach(item -> array.add(withoutText(item)));
        if (items.stream().noneMatch(SourceText.class::isInstance)) {
            return array;
        }
        return new SourceArrayNode(
                array, items.stream().map(JsonText::write).collect(Collectors.joining(",", "[", "]")));
    }

    /** Text as AWS's history has it: compact, but a container that {@link #parse} made and nobody changed keeps its text. */
    public static String write(JsonNode value) {
        return value instanceof SourceText source ? source.text() : writeCompact(value);
    }

    /** Compact text without any blanks. */
    public static String writeCompact(JsonNode value) {
        return new TreeWriter(Integer.MAX_VALUE).write(value);
    }

    /**
     * Compact text without any blanks, much of which is known.
     *
     * @param known the compact text of objects inside of the value
     */
    public static String writeCompact(JsonNode value, IdentityHashMap<JsonNode, String> known) {
        return TreeWriter.knowing(known).write(value);
    }

    /** Text for people: each field and element on a line of its own, indented by two blanks; lines end with {@code \n}. */
    public static String writeIndented(JsonNode value) {
        return TreeWriter.indented().write(value);
    }

    /**
     * Compact text for a message: cut after {@code limit} characters, and then with {@code ...} at its end. Costs no more
     * than what it shows, however large or deep the value is. Before anything is cut, the {@code SdkHttpMetadata} and {@code
     * SdkResponseMetadata} of services are left out, with {@code …} in their places.
     */
    public static String excerpt(JsonNode value, int limit) {
        String text = new TreeWriter(limit).write(value);
        if (text.length() <= limit) {
            return text;
        }
        text = TreeWriter.eliding(limit).write(value);
        if (text.length() <= limit) {
            return text;
        }
        // Not in the middle of a surrogate pair.
        int end = limit > 0 && Character.isHighSurrogate(text.charAt(limit - 1)) ? limit - 1 : limit;
        return text.substring(0, end) + "...";
    }

    /**
     * A copy for someone who may change it: it shares no container with the value, and has no text. Only what is nested
     * more than 500 deep is shared.
     */
    public static JsonNode copyOf(JsonNode value) {
        return copyOf(value, 0);
    }

    private static JsonNode copyOf(JsonNode value, int depth) {
        if (depth == COPIED_DEPTH || !value.isContainerNode()) {
            return value;
        }
        if (value instanceof ObjectNode object) {
            ObjectNode copy = JsonNodeFactory.instance.objectNode();
            object.properties().forEach(field -> copy.set(field.getKey(), copyOf(field.getValue(), depth + 1)));
            return copy;
        }
        ArrayNode copy = JsonNodeFactory.instance.arrayNode(value.size());
        value.forEach(item -> copy.add(copyOf(item, depth + 1)));
        return copy;
    }

    /** Like {@link #copyOf}, but {@link #write} gives the text back as long as nobody changes the copy. */
    public static JsonNode copyWithText(JsonNode value) {
        JsonNode copy = copyOf(value);
        if (!(value instanceof SourceText source)) {
            return copy;
        }
        return copy instanceof ArrayNode array
                ? new SourceArrayNode(array, source.text())
                : new SourceObjectNode((ObjectNode) copy, source.text());
    }

    /** The value, safe from whoever gave it: a copy, unless it was just parsed. */
    public static JsonNode taken(JsonNode value) {
        return value instanceof SourceText ? value : copyOf(value);
    }

    private static JsonNode read(JsonFactory json, String text) {
        try (JsonParser parser = json.createParser(text)) {
            if (parser.nextToken() == null) {
                throw new InvalidJsonException("There is no JSON value in the text: it is empty", 0, 0);
            }
            JsonNode value = TreeReader.read(parser);
            if (parser.nextToken() != null) {
                throw failure("There is more text after the end of the JSON value", parser.currentTokenLocation());
            }
            return value;
        } catch (StreamConstraintsException e) {
            throw failure(constraint(e.getOriginalMessage()), e.getLocation());
        } catch (JsonProcessingException e) {
            throw failure(e.getOriginalMessage(), e.getLocation());
        } catch (IOException e) {
            throw new UncheckedIOException("Reading from a String cannot fail", e);
        }
    }

    private static String constraint(String message) {
        return message.startsWith("Document nesting depth") ? "The JSON is nested more than 1000 levels deep" : message;
    }

    private static InvalidJsonException failure(String jackson, @Nullable JsonLocation at) {
        String message = JACKSON_PLACE.matcher(jackson).replaceAll("line $1, column $2");
        return at == null
                ? new InvalidJsonException(message, 0, 0)
                : new InvalidJsonException(message, at.getLineNr(), at.getColumnNr());
    }
}
