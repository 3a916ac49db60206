package io.github.stepunit.task;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.NullNode;
import org.jspecify.annotations.Nullable;

/** Java values of a test to JSON. */
final class Pojos {

    /** With the modules on the class path, so that what the team's own classes need ({@code java.time}, Kotlin) works. */
    private static final ObjectMapper MAPPER = JsonMapper.builder()
            .findAndAddModules()
            .disable(SerializationFeature.WRITE_DATES_AS_TIMESTAMPS)
            .build();

    private Pojos() {}

    /** @throws IllegalArgumentException when Jackson cannot convert it */
    static JsonNode toJson(@Nullable Object value) {
        if (value instanceof JsonNode json) {
            return json;
        }
        JsonNode json = MAPPER.valueToTree(value);
        return json == null ? NullNode.getInstance() : json;
    }
}
