package io.github.stepunit.conformance;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** Walks along {@code previousEventId}. */
final class EventChain {

    private final List<JsonNode> events;
    private final Map<Integer, JsonNode> byId = new HashMap<>();

    EventChain(List<JsonNode> events) {
        this.events = events;
        for (JsonNode event : events) {
            if (event.path("id").isInt()) {
                byId.put(event.path("id").asInt(), event);
            }
        }
    }

    private @Nullable JsonNode previous(JsonNode event) {
        return byId.get(event.path("previousEventId").asInt());
    }

    private static String type(JsonNode event) {
        return event.path("type").asText();
    }

    /** The event after {@code event} whose type fits, or null. */
    @Nullable
    JsonNode next(JsonNode event, Predicate<String> type) {
        int id = event.path("id").asInt();
        return events.stream()
                .filter(candidate -> candidate.path("id").isInt()
                        && candidate.path("previousEventId").asInt() == id
                        && type.test(type(candidate)))
                .findFirst()
                .orElse(null);
    }

    /** The state that {@code event} belongs to. */
    @Nullable
    String state(JsonNode event) {
        for (JsonNode at = event; at != null; at = previous(at)) {
            if (type(at).endsWith("StateEntered")) {
                return name(at);
            }
        }
        return null;
    }

    private static String name(JsonNode event) {
        return event.path("stateEnteredEventDetails").path("name").asText();
    }

    /** The innermost Map iteration around {@code event}, or null. */
    @Nullable
    Integer mapIndex(JsonNode event) {
        for (JsonNode at = event; at != null; at = outward(at)) {
            if (type(at).equals("MapIterationStarted")) {
                return at.path("mapIterationStartedEventDetails").path("index").asInt();
            }
        }
        return null;
    }

    /** One step back, past all of a Map or Parallel that has been left: its iterations are not around what follows. */
    private @Nullable JsonNode outward(JsonNode event) {
        if (!type(event).equals("MapStateExited") && !type(event).equals("ParallelStateExited")) {
            return previous(event);
        }
        String state = event.path("stateExitedEventDetails").path("name").asText();
        int id = event.path("id").asInt();
        JsonNode entered = null;
        for (JsonNode candidate : events) {
            boolean before =
                    candidate.path("id").isInt() && candidate.path("id").asInt() < id;
            if (before
                    && type(candidate).endsWith("StateEntered")
                    && name(candidate).equals(state)) {
                entered = candidate;
            }
        }
        return entered == null ? null : previous(entered);
    }
}
