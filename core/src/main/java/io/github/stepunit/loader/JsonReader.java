package io.github.stepunit.loader;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.json.JsonReadFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import io.github.stepunit.json.LocatedText;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;

/** Reads JSON into nodes. */
final class JsonReader {

    private static final JsonFactory JSON = JsonFactory.builder()
            .streamReadConstraints(StreamReadConstraints.builder()
                    .maxNestingDepth(YamlReader.DEEPEST_NESTING)
                    .build())
            .build();

    private static final JsonFactory JSON5 = JsonFactory.builder()
            .streamReadConstraints(JSON.streamReadConstraints())
            .enable(JsonReadFeature.ALLOW_JAVA_COMMENTS)
            .enable(JsonReadFeature.ALLOW_SINGLE_QUOTES)
            .enable(JsonReadFeature.ALLOW_UNQUOTED_FIELD_NAMES)
            .enable(JsonReadFeature.ALLOW_TRAILING_COMMA)
            .enable(JsonReadFeature.ALLOW_UNESCAPED_CONTROL_CHARS)
            .build();

    private final LocatedText file;
    private final JsonParser parser;

    private JsonReader(LocatedText file, JsonParser parser) {
        this.file = file;
        this.parser = parser;
    }

    /**
     * Reads exactly one value.
     *
     * @throws UnreadableTextException when the text is no JSON
     */
    static Node read(LocatedText file) {
        return read(file, JSON);
    }

    /** Reads exactly one value of JSON with comments and trailing commas. */
    static Node readJson5(LocatedText file) {
        return read(file, JSON5);
    }

    private static Node read(LocatedText file, JsonFactory form) {
        try (JsonParser parser = form.createParser(file.text())) {
            parser.nextToken();
            Node node = new JsonReader(file, parser).value();
            if (parser.nextToken() != null) {
                throw new UnreadableTextException("More text follows the end of the JSON.", offset(parser));
            }
            return node;
        } catch (JsonProcessingException e) {
            int offset = (int)
                    Math.max(0, e.getLocation() == null ? 0 : e.getLocation().getCharOffset());
            throw new UnreadableTextException(String.valueOf(e.getOriginalMessage()), offset);
        } catch (IOException e) {
            throw new UncheckedIOException(e); // a String does not fail to be read
        }
    }

    private Node value() throws IOException {
        Mark mark = mark(file, parser);
        JsonToken token = parser.currentToken();
        if (token == null) {
            throw new UnreadableTextException("The text is empty.", 0);
        }
        return switch (token) {
            case START_OBJECT -> object(mark);
            case START_ARRAY -> array(mark);
            case VALUE_STRING -> text(mark);
            case VALUE_NUMBER_INT -> scalar(JsonNodeFactory.instance.numberNode(parser.getBigIntegerValue()), mark);
            case VALUE_NUMBER_FLOAT -> scalar(JsonNodeFactory.instance.numberNode(parser.getDecimalValue()), mark);
            case VALUE_TRUE -> scalar(JsonNodeFactory.instance.booleanNode(true), mark);
            case VALUE_FALSE -> scalar(JsonNodeFactory.instance.booleanNode(false), mark);
            default -> scalar(JsonNodeFactory.instance.nullNode(), mark);
        };
    }

    private Node object(Mark mark) throws IOException {
        List<Node.Field> fields = new ArrayList<>();
        while (parser.nextToken() == JsonToken.FIELD_NAME) {
            String name = parser.currentName();
            Mark nameMark = mark(file, parser);
            parser.nextToken();
            fields.add(new Node.Field(name, nameMark, value()));
        }
        return Node.Fields.of(fields, mark);
    }

    private Node array(Mark mark) throws IOException {
        List<Node> items = new ArrayList<>();
        while (parser.nextToken() != JsonToken.END_ARRAY) {
            items.add(value());
        }
        return Node.Items.of(items, mark);
    }

    private Node text(Mark mark) throws IOException {
        String value = parser.getText();
        int start = offset(parser);
        int end = (int) parser.currentLocation().getCharOffset();
        return new Node.Text(
                ScalarAlignment.align(value, file, start, end, ScalarAlignment.Style.DOUBLE_QUOTED), mark, false);
    }

    private Node scalar(JsonNode value, Mark mark) throws IOException {
        return new Node.Scalar(value, parser.getText(), mark);
    }

    private static Mark mark(LocatedText file, JsonParser parser) {
        return Mark.of(file, offset(parser));
    }

    private static int offset(JsonParser parser) {
        return (int) Math.max(0, parser.currentTokenLocation().getCharOffset());
    }
}
