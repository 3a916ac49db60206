package io.github.stepunit.conformance;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.json.JsonReadFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** Small recordings by hand. */
final class Fixture {

    private static final JsonMapper LENIENT =
            JsonMapper.builder().enable(JsonReadFeature.ALLOW_SINGLE_QUOTES).build();

    private Fixture() {}

    /** JSON with single quotes. */
    static JsonNode json(String text) {
        try {
            return LENIENT.readTree(text);
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException(text, e);
        }
    }

    /** One event for each text of the form {@code id<previousEventId Type name}. */
    static List<JsonNode> events(String... texts) {
        List<JsonNode> events = new ArrayList<>();
        for (String text : texts) {
            String[] parts = text.split("[< ]", -1);
            String type = parts[2];
            String member = Character.toLowerCase(type.charAt(0)) + type.substring(1) + "EventDetails";
            member = type.endsWith("StateEntered") ? "stateEnteredEventDetails" : member;
            member = type.endsWith("StateExited") ? "stateExitedEventDetails" : member;
            String key = type.startsWith("MapIteration") ? "'index': " : "'name': '";
            String end = type.startsWith("MapIteration") ? "" : "'";
            events.add(json("{'id': " + parts[0] + ", 'previousEventId': " + parts[1] + ", 'type': '" + type + "', '"
                    + member + "': {" + (parts.length > 3 ? key + parts[3] + end : "") + "}}"));
        }
        return events;
    }

    /** A case with that history. */
    static RecordedCase recordedCase(String id, String features) {
        JsonNode meta = json("{'features': " + features + "}");
        return new RecordedCase(id, "STANDARD", "{}", "{}", meta, json("{}"), json("{}"), Path.of("."));
    }
}
