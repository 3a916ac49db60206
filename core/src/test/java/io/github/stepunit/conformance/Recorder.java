package io.github.stepunit.conformance;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.stepunit.conformance.PythonText.Substitution;
import java.util.ArrayList;
import java.util.List;

/**
 * Does to an answer of ours what the recorder did to AWS's, so that both can be compared without tolerance. The steps
 * and their order are those of the README of the data set, "How a recorded answer differs from what AWS sent". Step 3 is left out: it hides parts of
 * what services answer, and services answer here what was recorded, which has been through that step.
 */
final class Recorder {

    private final List<Mask> masks;
    private final Mask alignment;

    private Recorder(List<Mask> masks, Mask alignment) {
        this.masks = masks;
        this.alignment = alignment;
    }

    /** The recorder of a case whose recorded answer is {@code recorded}. */
    static Recorder of(RecordedCase recordedCase, JsonNode recorded) {
        List<Mask> masks = masks(recordedCase, PythonText.dumps(recorded));
        Recorder plain = new Recorder(masks, answer -> answer);
        if (!recordedCase.hasHistory()) {
            return plain;
        }
        JsonNode known = plain.record(start(recordedCase)).path("events").path(0);
        return new Recorder(masks, InputAlignment.learn(recordedCase.events().get(0), known));
    }

    /** The first event of the history, which follows from what the caller of StartExecution gave. */
    static JsonNode start(RecordedCase recordedCase) {
        ObjectNode answer = JsonNodeFactory.instance.objectNode();
        ObjectNode event = answer.putArray("events").addObject();
        event.put("timestamp", "timestamp")
                .put("type", "ExecutionStarted")
                .put("id", 1)
                .put("previousEventId", 0)
                .putObject("executionStartedEventDetails")
                .put("input", recordedCase.input())
                .put("roleArn", recordedCase.context("roleArn"))
                .putObject("inputDetails")
                .put("truncated", false);
        return answer;
    }

    /** The answer as the recorder would have stored it. */
    JsonNode record(JsonNode answer) {
        JsonNode recorded = RecordedTree.parsed(RecordedTree.sorted(answer));
        for (Mask mask : masks) {
            recorded = mask.apply(recorded);
        }
        return alignment.apply(recorded);
    }

    private static List<Mask> masks(RecordedCase recordedCase, String recordedText) {
        List<Mask> masks = new ArrayList<>();
        masks.add(Masks.value("$.events[*].timestamp", "timestamp"));
        masks.add(Masks.jsonInput(recordedText));
        addCaseMasks(masks, recordedCase.meta().path("replaced"), recordedText);
        addBaseMasks(masks, recordedCase.region(), recordedText);
        return List.copyOf(masks);
    }

    /** References before regular expressions: the recorder looks for the values that AWS sent. */
    private static void addCaseMasks(List<Mask> masks, JsonNode replaced, String recordedText) {
        for (JsonNode path : replaced.path("jsonpath")) {
            String jsonPath = path.path("jsonpath").asText();
            String replacement = path.path("replacement").asText();
            masks.add(
                    path.path("mode").asText().equals("reference")
                            ? Masks.reference(jsonPath, replacement, recordedText)
                            : Masks.value(jsonPath, replacement));
        }
        for (JsonNode other : replaced.path("other")) {
            String name = other.asText();
            if (name.equals("KeyValue(resource)")) {
                masks.add(Masks.arnResource(recordedText));
            } else if (name.startsWith("KeyValue(")) {
                masks.add(Masks.keyValue(name.substring("KeyValue(".length(), name.length() - 1), recordedText));
            }
        }
        masks.add(Masks.regexes(regexes(replaced.path("regex"), recordedText)));
        for (JsonNode regex : replaced.path("regex")) {
            if (regex.path("pattern").equals(regex.path("replacement"))) {
                masks.add(Masks.generated(regex.path("replacement").asText()));
            }
        }
    }

    /**
     * What the recorder has seen it would leave alone, if it saw it again, and so will the answers that we replay. The
     * exceptions (two cases: {@code cluster} becomes {@code cluster_name}) stand for names that the data set has lost.
     */
    private static List<Substitution> regexes(JsonNode regexes, String recordedText) {
        List<Substitution> substitutions = new ArrayList<>();
        for (JsonNode regex : regexes) {
            Substitution substitution = Substitution.of(
                    regex.path("pattern").asText(), regex.path("replacement").asText());
            if (substitution.apply(recordedText).equals(recordedText)) {
                substitutions.add(substitution);
            }
        }
        return List.copyOf(substitutions);
    }

    private static void addBaseMasks(List<Mask> masks, String region, String recordedText) {
        masks.add(Masks.timestamp());
        masks.add(Masks.uuid(recordedText));
        masks.add(Masks.regexes(List.of(
                Substitution.of("arn:aws:", "arn:<partition>:"),
                Substitution.of(region, "<region>"),
                Masks.date(),
                Substitution.of("Extended Request ID: [A-Za-z0-9/+=]+", "<extended_request_id>"),
                Substitution.of("Request ID: [A-Za-z0-9-]+", "Request ID: <request_id>"))));
    }
}
