package io.github.stepunit.conformance;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.BiFunction;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * The suites over single answers on trial, as {@link ComparisonSelfCheckTest} tries the suite over executions: a recording
 * that plays the part of our answer passes, and one that was tampered with does not.
 */
class SuiteSelfCheckTest {

    private static List<String> failures(SuiteName suite, BiFunction<RecordedCase, JsonNode, CaseResult> comparison) {
        List<String> failures = new ArrayList<>();
        for (RecordedCase recordedCase : Recordings.required(suite)) {
            CaseResult result = comparison.apply(recordedCase, asAnswer(RecordedError.of(recordedCase.expected())));
            if (!result.passed()) {
                failures.add(ConformanceReport.text(result));
            }
        }
        return failures;
    }

    @Test
    void a_recorded_answer_of_teststate_equals_itself() {
        assertThat(failures(
                        SuiteName.TESTSTATE,
                        (recordedCase, answer) -> isOfTheClient(recordedCase)
                                ? new CaseResult(recordedCase, 0, 0, List.of())
                                : TestStateCase.compare(recordedCase, answer)))
                .isEmpty();
    }

    /** With its payloads as text again, as AWS sent them. */
    private static JsonNode asAnswer(JsonNode recorded) {
        ObjectNode answer = recorded.deepCopy();
        toText(answer, "output");
        if (answer.get("inspectionData") instanceof ObjectNode inspection) {
            names(inspection).stream()
                    .filter(name -> !name.equals("errorDetails"))
                    .forEach(name -> toText(inspection, name));
        }
        return answer;
    }

    private static void toText(ObjectNode owner, String name) {
        if (owner.path(name).isContainerNode()) {
            owner.put(name, PythonText.dumpsCompact(owner.get(name)));
        }
    }

    private static boolean isOfTheClient(RecordedCase recordedCase) {
        return recordedCase.expected().path("exception_typename").asText().equals("ParamValidationError");
    }

    @Test
    void a_recorded_answer_of_validation_equals_itself() {
        assertThat(failures(
                        SuiteName.VALIDATION,
                        (recordedCase, answer) ->
                                ValidationCase.compare(recordedCase, ValidationCase.expected(recordedCase))))
                .isEmpty();
    }

    @Test
    void any_other_answer_of_teststate_is_found() {
        List<String> overlooked = new ArrayList<>();
        for (RecordedCase recordedCase : Recordings.required(SuiteName.TESTSTATE)) {
            JsonNode recorded = RecordedError.of(recordedCase.expected());
            for (JsonNode other : tampered(recorded)) {
                JsonNode tampered = asAnswer(other);
                if (TestStateCase.compare(recordedCase, tampered).passed()) {
                    overlooked.add(recordedCase.id() + " " + tampered);
                }
            }
        }

        assertThat(overlooked).isEmpty();
    }

    @Test
    void any_other_answer_of_validation_is_found() {
        List<String> overlooked = new ArrayList<>();
        for (RecordedCase recordedCase : Recordings.required(SuiteName.VALIDATION)) {
            for (JsonNode tampered : tampered(ValidationCase.expected(recordedCase))) {
                if (ValidationCase.compare(recordedCase, tampered).passed()) {
                    overlooked.add(recordedCase.id() + " " + tampered);
                }
            }
        }

        assertThat(overlooked).isEmpty();
    }

    /** The answer once without each of its members, at any depth, and once with one more. */
    private static List<JsonNode> tampered(JsonNode answer) {
        List<JsonNode> tampered = new ArrayList<>();
        if (!answer.has("exception_typename")) {
            remove(answer, answer, tampered);
            tampered.add(((ObjectNode) answer.deepCopy()).put("more", 1));
        }
        return tampered;
    }

    private static void remove(JsonNode root, JsonNode at, List<JsonNode> tampered) {
        if (at instanceof ObjectNode object) {
            for (String name : names(object)) {
                tampered.add(without(root, object, name));
                remove(root, object.get(name), tampered);
            }
        } else if (at instanceof ArrayNode array) {
            array.forEach(item -> remove(root, item, tampered));
        }
    }

    @SuppressWarnings("ReferenceEquality") // that very object, and none that looks like it
    private static JsonNode without(JsonNode value, ObjectNode owner, String name) {
        if (value instanceof ObjectNode object) {
            ObjectNode copy = JsonNodeFactory.instance.objectNode();
            for (String member : names(object)) {
                if (object != owner || !member.equals(name)) {
                    copy.set(member, without(object.get(member), owner, name));
                }
            }
            return copy;
        }
        if (value.isArray()) {
            ArrayNode copy = JsonNodeFactory.instance.arrayNode();
            value.forEach(item -> copy.add(without(item, owner, name)));
            return copy;
        }
        return value;
    }

    private static List<String> names(ObjectNode object) {
        List<String> names = new ArrayList<>();
        object.fieldNames().forEachRemaining(names::add);
        return names;
    }

    @Test
    void a_mocked_execution_that_differs_is_found() {
        List<String> overlooked = new ArrayList<>();
        for (RecordedCase recordedCase : Recordings.required(SuiteName.MOCKED)) {
            JsonNode ours = SuiteResult.of(SuiteName.MOCKED).results().stream()
                            .anyMatch(each -> each.recordedCase().equals(recordedCase) && each.passed())
                    ? MockedCase.run(recordedCase)
                    : JsonNodeFactory.instance.objectNode();
            if (ours.path("events").size() > 2
                    && MockedCase.compare(recordedCase, withOtherEvents(ours)).passed()) {
                overlooked.add(recordedCase.id() + " with other events");
            }
        }

        assertThat(overlooked).isEmpty();
    }

    private static JsonNode withOtherEvents(JsonNode ours) {
        JsonNode other = ours.deepCopy();
        other.path("events").forEach(event -> ((ObjectNode) event)
                .put("type", event.path("type").asText() + "?")
                .remove("taskFailedEventDetails"));
        other.path("events").forEach(event -> ((ObjectNode) event).remove("executionSucceededEventDetails"));
        return other;
    }

    @Test
    void the_property_names_the_folder_of_all_suites_or_that_of_the_executions(@TempDir Path root) throws IOException {
        Files.createDirectories(root.resolve("cases/api"));
        Files.createDirectories(root.resolve("teststate/test_state"));

        assertThat(Recordings.directory(root, SuiteName.TESTSTATE)).isEqualTo(root.resolve("teststate"));
        assertThat(Recordings.directory(root, SuiteName.MOCKED)).isEqualTo(root.resolve("mocked"));
        assertThat(Recordings.directory(root.resolve("cases"), SuiteName.CASES)).isEqualTo(root.resolve("cases"));
        assertThat(Recordings.directory(root.resolve("cases"), SuiteName.TESTSTATE))
                .isEqualTo(root.resolve("teststate"));
    }
}
