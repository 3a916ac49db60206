package io.github.stepunit.json;

import com.fasterxml.jackson.databind.JsonNode;
import org.apiguardian.api.API;

/** JSON text to trees and back. */
@API(status = API.Status.EXPERIMENTAL, since = "0.1")
public final class JsonText {

    private JsonText() {}

    /**
     * Parses exactly one JSON value. A container keeps its text: {@link #write} gives it back as it was, as AWS does
     * with an input that no state has changed.
     *
     * @throws InvalidJsonException when the text is not JSON
     */
    public static JsonNode parse(String text) {
        throw new UnsupportedOperationException();
    }

    /**
     * Parses JSON as people write it in tests: single quotes and unquoted field names are allowed too.
     *
     * @throws InvalidJsonException when the text is not even that
     */
    public static JsonNode parseLenient(String text) {
        throw new UnsupportedOperationException();
    }

    /** Text as AWS's history has it: compact, but a container that {@link #parse} made and nobody changed keeps its text. */
    public static String write(JsonNode value) {
        throw new UnsupportedOperationException();
    }

    /** Compact text without any blanks. */
    public static String writeCompact(JsonNode value) {
        throw new UnsupportedOperationException();
    }
}
