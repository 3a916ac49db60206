package io.github.stepunit.conformance;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Compares one run of ours with a recording: the history where one was recorded, the result always. */
final class CaseComparison {

    private static final List<String> RESULT = List.of("cause", "error", "output", "status");
    private static final Map<String, String> STATUS = Map.of(
            "ExecutionSucceeded", "SUCCEEDED",
            "ExecutionFailed", "FAILED",
            "ExecutionAborted", "ABORTED",
            "ExecutionTimedOut", "TIMED_OUT");

    private CaseComparison() {}

    /**
     * @param recordedCase the recording
     * @param ours {@code events} as GetExecutionHistory gives them, and {@code status}, {@code output}, {@code error} and
     *     {@code cause} as DescribeExecution gives them; as AWS would send them, nothing masked
     */
    static CaseResult compare(RecordedCase recordedCase, JsonNode ours) {
        return recordedCase.hasHistory()
                ? compareHistory(recordedCase, ours, answer -> answer)
                : compareResult(recordedCase, ours);
    }

    /**
     * Compares a history that was recorded.
     *
     * @param verified leaves out of a recorded answer what is not to be compared
     */
    static CaseResult compareHistory(RecordedCase recordedCase, JsonNode ours, Mask verified) {
        ObjectNode history = JsonNodeFactory.instance.objectNode();
        history.set("events", ours.path("events"));
        JsonNode recorded =
                verified.apply(Recorder.of(recordedCase, recordedCase.history()).record(history));
        List<JsonNode> awsEvents =
                recordedCase.events().stream().map(verified::apply).toList();
        List<JsonNode> events = new ArrayList<>();
        recorded.path("events").forEach(events::add);
        EventComparison comparison = EventComparison.of(awsEvents, events);
        List<String> differences = new ArrayList<>(comparison.differences());
        JsonNode result = resultOfLast(recorded.path("events").path(events.size() - 1));
        addDifferences("result", resultOf(verified.apply(recordedCase.result())), result, differences);
        // The answer of DescribeExecution says the same as the last event.
        JsonNode lastEvent = ours.path("events").path(events.size() - 1);
        addDifferences("describe", resultOfLast(lastEvent), resultOf(ours), differences);
        return new CaseResult(recordedCase, awsEvents.size(), comparison.matched(), differences);
    }

    private static CaseResult compareResult(RecordedCase recordedCase, JsonNode ours) {
        JsonNode recorded = resultOf(recordedCase.result());
        JsonNode masked = Recorder.of(recordedCase, recorded).record(resultOf(ours));
        List<String> differences = new ArrayList<>();
        addDifferences("result", recorded, masked, differences);
        return new CaseResult(recordedCase, 0, 0, differences);
    }

    /** Alphabetically, as the recorder has it. */
    private static JsonNode resultOf(JsonNode answer) {
        ObjectNode result = JsonNodeFactory.instance.objectNode();
        for (String member : RESULT) {
            if (answer.has(member)) {
                result.set(member, answer.get(member));
            }
        }
        return result;
    }

    private static JsonNode resultOfLast(JsonNode lastEvent) {
        ObjectNode result = JsonNodeFactory.instance.objectNode();
        RecordedAttempt.details(lastEvent)
                .properties()
                .forEach(member -> result.set(member.getKey(), member.getValue()));
        result.put("status", STATUS.getOrDefault(lastEvent.path("type").asText(), "RUNNING"));
        return resultOf(result);
    }

    private static void addDifferences(String what, JsonNode recorded, JsonNode ours, List<String> differences) {
        for (JsonDifference difference : JsonDifference.between(recorded, ours)) {
            differences.add(what + ": " + difference);
        }
    }
}
