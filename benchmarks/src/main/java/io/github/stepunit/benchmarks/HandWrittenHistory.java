package io.github.stepunit.benchmarks;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.stepunit.history.HistoryEventType;
import java.util.ArrayList;
import java.util.List;

/** A history as a ceiling keeps it: one small record for each event, the payload by reference. */
final class HandWrittenHistory {

    /** An event with no more in it than must be. */
    record Event(int id, HistoryEventType type, String state, JsonNode payload) {}

    private final List<Event> events = new ArrayList<>();

    void add(HistoryEventType type, String state, JsonNode payload) {
        events.add(new Event(events.size() + 1, type, state, payload));
    }

    /** The output of the execution: what its last event holds. */
    JsonNode output() {
        return events.get(events.size() - 1).payload();
    }

    List<Event> events() {
        return events;
    }
}
