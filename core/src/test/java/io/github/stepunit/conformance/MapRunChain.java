package io.github.stepunit.conformance;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Recordings of a Distributed Map up to June 2024 have a MapStateExited that points at MapRunSucceeded; all since November
 * 2024 have it point at MapRunStarted, as AWS runs it today. The old ones are read as if they were new.
 */
final class MapRunChain {

    private MapRunChain() {}

    static List<JsonNode> ofToday(List<JsonNode> events) {
        Map<Integer, JsonNode> succeeded = new HashMap<>();
        List<JsonNode> today = new ArrayList<>(events.size());
        for (JsonNode event : events) {
            if (event.path("type").asText().equals("MapRunSucceeded")) {
                succeeded.put(event.path("id").asInt(), event);
            }
            JsonNode pointedAt = succeeded.get(event.path("previousEventId").asInt());
            if (pointedAt != null && event.path("type").asText().equals("MapStateExited")) {
                int started = pointedAt.path("previousEventId").asInt();
                today.add(((ObjectNode) event.deepCopy()).put("previousEventId", started));
            } else {
                today.add(event);
            }
        }
        return today;
    }
}
