package io.github.stepunit.conformance;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.stepunit.definition.Diagnostic;
import io.github.stepunit.definition.InvalidDefinitionException;
import io.github.stepunit.definition.StateMachineDefinition;
import io.github.stepunit.definition.StateMachineType;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * A definition that AWS was given, and what it said. Where AWS refused the rest of the request (its name, its logging,
 * its versions), which StepUnit does not have, it had nothing to say against the definition; nor must we.
 */
final class ValidationCase {

    private static final Pattern SOURCE = Pattern.compile("\\[Source: .*]", Pattern.DOTALL);
    private static final String ACCEPTED = "accepted";

    private ValidationCase() {}

    static CaseResult compare(RecordedCase recordedCase, JsonNode ours) {
        JsonNode recorded = expected(recordedCase);
        JsonNode masked = Recorder.of(recordedCase, recorded).record(ours);
        List<String> differences = new ArrayList<>();
        JsonDifference.between(recorded, masked).forEach(each -> differences.add("answer: " + each));
        return new CaseResult(recordedCase, 0, 0, differences);
    }

    /** What was recorded, as far as it is about the definition. */
    static JsonNode expected(RecordedCase recordedCase) {
        JsonNode recorded = RecordedError.of(recordedCase.expected());
        boolean isAnError = recorded.has("Error");
        return isAnError && !recorded.path("Error").path("Code").asText().equals("InvalidDefinition")
                ? accepted()
                : recorded;
    }

    private static JsonNode accepted() {
        return JsonNodeFactory.instance.objectNode().put("definition", ACCEPTED);
    }

    static JsonNode answer(RecordedCase recordedCase) {
        String type = recordedCase.request().path("type").asText("STANDARD");
        List<Diagnostic> diagnostics = List.of();
        try {
            StateMachineDefinition.parse("definition", recordedCase.definition(), StateMachineType.valueOf(type));
        } catch (InvalidDefinitionException e) {
            diagnostics = e.diagnostics();
        }
        if (recordedCase.meta().path("operation").asText().equals("validate_state_machine_definition")) {
            return validated(diagnostics);
        }
        return diagnostics.isEmpty()
                ? accepted()
                : RecordedError.error(
                        "InvalidDefinition",
                        "Invalid State Machine Definition: '"
                                + diagnostics.stream()
                                        .map(Diagnostic::toAwsText)
                                        .collect(Collectors.joining(", "))
                                + "'");
    }

    private static JsonNode validated(List<Diagnostic> diagnostics) {
        ObjectNode answer = JsonNodeFactory.instance.objectNode();
        ArrayNode list = answer.putArray("diagnostics");
        for (Diagnostic diagnostic : diagnostics) {
            ObjectNode each = list.addObject().put("code", diagnostic.code());
            Matcher source = SOURCE.matcher(diagnostic.message());
            if (diagnostic.pointer() != null) {
                each.put("location", diagnostic.pointer().toAwsLocation());
            } else if (source.find()) {
                each.put("location", source.group());
            }
            each.put("message", diagnostic.message())
                    .put("severity", diagnostic.severity().name());
        }
        return answer.put("result", diagnostics.isEmpty() ? "OK" : "FAIL").put("truncated", false);
    }
}
