package io.github.stepunit.definition;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.stepunit.json.JsonPointer;
import io.github.stepunit.json.LocatedText;
import io.github.stepunit.json.SourceLocation;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A tree with the place of everything in it, read from any of Jackson's parsers.
 *
 * @param root the tree; null when there was no value at all
 * @param locations the place of each element: of the name for a field that holds an object or array, otherwise of the
 *     value
 * @param duplicates the fields that an object has twice, of which the tree holds the last
 */
record PositionedJson(
        @Nullable JsonNode root, Map<JsonPointer, SourceLocation> locations, List<DuplicateField> duplicates) {

    /**
     * A field that stands twice in one object.
     *
     * @param pointer the field
     * @param first where it stands first
     * @param again where it stands again
     */
    record DuplicateField(JsonPointer pointer, SourceLocation first, SourceLocation again) {}

    /** Reads one value of the text that the parser was made for. Leaves the parser behind it, so that the caller can ask whether more follows. */
    static PositionedJson read(JsonParser parser, LocatedText text) throws IOException {
        Reading reading = new Reading(parser, text);
        JsonNode root = parser.nextToken() == null ? null : reading.value(JsonPointer.ROOT, parser);
        return new PositionedJson(root, reading.locations, reading.duplicates);
    }

    private static final class Reading {

        private final JsonParser parser;
        private final LocatedText text;
        private final Map<JsonPointer, SourceLocation> locations = new HashMap<>();
        private final List<DuplicateField> duplicates = new ArrayList<>();

        Reading(JsonParser parser, LocatedText text) {
            this.parser = parser;
            this.text = text;
        }

        private JsonNode value(JsonPointer at, JsonParser json) throws IOException {
            locations.putIfAbsent(at, here());
            JsonToken token = json.currentToken();
            return switch (token) {
                case START_OBJECT -> object(at);
                case START_ARRAY -> array(at);
                case VALUE_STRING -> JsonNodeFactory.instance.textNode(json.getText());
                case VALUE_NUMBER_INT -> integer();
                case VALUE_NUMBER_FLOAT -> JsonNodeFactory.instance.numberNode(json.getDoubleValue());
                case VALUE_TRUE -> JsonNodeFactory.instance.booleanNode(true);
                case VALUE_FALSE -> JsonNodeFactory.instance.booleanNode(false);
                default -> JsonNodeFactory.instance.nullNode();
            };
        }

        private ObjectNode object(JsonPointer at) throws IOException {
            ObjectNode object = JsonNodeFactory.instance.objectNode();
            while (parser.nextToken() == JsonToken.FIELD_NAME) {
                String name = parser.currentName();
                SourceLocation nameAt = here();
                JsonPointer field = at.field(name);
                SourceLocation first = locations.get(field);
                if (object.has(name) && first != null) {
                    duplicates.add(new DuplicateField(field, first, nameAt));
                }
                if (parser.nextToken().isStructStart()) {
                    locations.putIfAbsent(field, nameAt);
                }
                object.set(name, value(field, parser));
            }
            return object;
        }

        private ArrayNode array(JsonPointer at) throws IOException {
            ArrayNode array = JsonNodeFactory.instance.arrayNode();
            while (parser.nextToken() != JsonToken.END_ARRAY) {
                array.add(value(at.index(array.size()), parser));
            }
            return array;
        }

        private JsonNode integer() throws IOException {
            return switch (parser.getNumberType()) {
                case INT -> JsonNodeFactory.instance.numberNode(parser.getIntValue());
                case LONG -> JsonNodeFactory.instance.numberNode(parser.getLongValue());
                default -> JsonNodeFactory.instance.numberNode(parser.getBigIntegerValue());
            };
        }

        private SourceLocation here() {
            return text.locate((int) parser.currentTokenLocation().getCharOffset());
        }
    }
}
