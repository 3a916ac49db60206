package io.github.stepunit.conformance;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/**
 * The suite itself on trial: a recording that plays the part of our answer passes, so that a failure is never the
 * comparison's fault; one that was tampered with does not.
 */
class ComparisonSelfCheckTest {

    /** A sample is enough to see that the comparison is strict. */
    private static final int EVERY = 5;

    @Test
    void a_recording_equals_itself() {
        List<String> failures = new ArrayList<>();
        for (RecordedCase recordedCase : Recordings.required()) {
            CaseResult result = CaseComparison.compare(recordedCase, asAnswer(recordedCase));
            if (!result.passed() || result.matched() != result.events()) {
                failures.add(ConformanceReport.text(result));
            }
        }

        assertThat(failures).isEmpty();
    }

    @Test
    void the_recorder_makes_of_the_known_input_what_was_recorded() {
        List<String> failures = new ArrayList<>();
        for (RecordedCase recordedCase : Recordings.required()) {
            if (recordedCase.hasHistory()) {
                JsonNode recorded = recordedCase.events().get(0);
                JsonNode ours = Recorder.of(recordedCase, recordedCase.history())
                        .record(Recorder.start(recordedCase))
                        .path("events")
                        .path(0);
                JsonDifference.between(recorded, ours).forEach(each -> failures.add(recordedCase + " " + each));
            }
        }

        assertThat(failures).isEmpty();
    }

    @Test
    void a_dropped_event_is_found() {
        assertFound(events -> events.remove(events.size() / 2), true);
    }

    @Test
    void a_changed_type_is_found() {
        assertFound(events -> rename((ObjectNode) events.get(events.size() - 1)), true);
    }

    @Test
    void a_changed_payload_is_found() {
        assertFound(events -> changeInput(events.get(0).path("executionStartedEventDetails")), true);
    }

    @Test
    void a_missing_detail_is_found() {
        assertFound(
                events -> ((ObjectNode) events.get(1).path("stateEnteredEventDetails")).remove("inputDetails"), true);
    }

    @Test
    void swapped_events_are_found() {
        assertFound(events -> events.insert(1, events.remove(2)), false);
    }

    @Test
    void another_previous_event_id_is_found() {
        assertFound(events -> ((ObjectNode) events.get(2)).put("previousEventId", 77), false);
    }

    @FunctionalInterface
    private interface Tampering {
        void with(ArrayNode events);
    }

    private static void assertFound(Tampering tampering, boolean normalisedToo) {
        List<String> overlooked = new ArrayList<>();
        List<RecordedCase> cases = Recordings.required();
        for (int i = 0; i < cases.size(); i += EVERY) {
            RecordedCase recordedCase = cases.get(i);
            boolean normalised = recordedCase.events().stream()
                    .anyMatch(event -> event.path("id").isArray());
            if (recordedCase.events().size() < 3 || (normalised && !normalisedToo)) {
                continue;
            }
            JsonNode answer = asAnswer(recordedCase);
            tampering.with((ArrayNode) answer.path("events"));
            if (CaseComparison.compare(recordedCase, answer).passed()) {
                overlooked.add(recordedCase.id());
            }
        }

        assertThat(overlooked).isEmpty();
    }

    private static void rename(ObjectNode event) {
        event.put("type", event.path("type").asText() + "?");
    }

    private static void changeInput(JsonNode details) {
        ((ObjectNode) details).put("input", "{\"tampered with\": " + details.path("input") + "}");
    }

    /** The recording with its payloads as text again, as AWS sent them. */
    private static JsonNode asAnswer(RecordedCase recordedCase) {
        ObjectNode answer = withTexts(recordedCase.result());
        ArrayNode events = answer.putArray("events");
        for (JsonNode event : recordedCase.events()) {
            ObjectNode sent = event.deepCopy();
            event.properties().stream()
                    .filter(member -> member.getValue().isObject())
                    .forEach(member -> sent.set(member.getKey(), withTexts(member.getValue())));
            fillGap(events, event.path("id").asInt(events.size() + 1));
            events.add(sent);
        }
        return answer;
    }

    /** The normalisation of a Parallel lost events; the id of the next one shows how many. */
    private static void fillGap(ArrayNode events, int nextId) {
        while (events.size() + 1 < nextId) {
            events.addObject().put("type", "ParallelStateSucceeded").put("timestamp", "timestamp");
        }
    }

    private static ObjectNode withTexts(JsonNode details) {
        ObjectNode sent = details.deepCopy();
        for (String payload : List.of("input", "output", "parameters", "cause")) {
            if (sent.path(payload).isContainerNode()) {
                sent.put(payload, PythonText.dumpsCompact(sent.get(payload)));
            }
        }
        if (sent.has("assignedVariables")) {
            ObjectNode variables = (ObjectNode) sent.get("assignedVariables");
            details.get("assignedVariables").properties().stream()
                    .filter(variable -> variable.getValue().isContainerNode())
                    .forEach(
                            variable -> variables.put(variable.getKey(), PythonText.dumpsCompact(variable.getValue())));
        }
        return sent;
    }
}
