package io.github.stepunit.conformance;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.jayway.jsonpath.Configuration;
import com.jayway.jsonpath.JsonPath;
import com.jayway.jsonpath.Option;
import com.jayway.jsonpath.spi.json.JacksonJsonNodeJsonProvider;
import com.jayway.jsonpath.spi.mapper.JacksonMappingProvider;
import io.github.stepunit.StateMachine;
import io.github.stepunit.task.MockConfig;
import io.github.stepunit.task.MockConfigTestCase;
import java.util.ArrayList;
import java.util.List;

/**
 * An execution whose Tasks a mock configuration file answers. AWS's own was recorded with real services, whose answers
 * have members that a mock does not give; the data set lists them as unverified, and they are left out on
 * both sides.
 */
final class MockedCase {

    private static final Configuration JSON_PATH = Configuration.builder()
            .jsonProvider(new JacksonJsonNodeJsonProvider())
            .mappingProvider(new JacksonMappingProvider())
            .options(Option.SUPPRESS_EXCEPTIONS)
            .build();

    private MockedCase() {}

    static JsonNode run(RecordedCase recordedCase) {
        MockConfigTestCase testCase = MockConfig.parse("MockConfigFile.json", recordedCase.file("MockConfigFile.json"))
                .testCase(
                        recordedCase.file("state_machine_name").strip(),
                        recordedCase.file("test_case").strip());
        StateMachine machine = CaseRun.machine(recordedCase).withTasks(testCase.tasks());
        testCase.requireFits(machine.definition());
        return CaseRun.answer(machine.start(recordedCase.input()));
    }

    static CaseResult compare(RecordedCase recordedCase, JsonNode ours) {
        if (recordedCase.hasHistory()) {
            return CaseComparison.compareHistory(recordedCase, ours, verified(recordedCase));
        }
        JsonNode assertions = PythonText.loads(recordedCase.file("assertions.json"));
        ObjectNode history = JsonNodeFactory.instance.objectNode();
        history.set("events", ours.path("events"));
        JsonNode parsed = RecordedTree.parsed(history);
        List<String> differences = new ArrayList<>();
        for (JsonNode assertion : assertions) {
            JsonNode found = JsonPath.using(JSON_PATH)
                    .parse(parsed)
                    .read(assertion.path("path").asText());
            JsonNode value = found == null ? JsonNodeFactory.instance.nullNode() : found;
            JsonDifference.between(assertion.path("equals"), value)
                    .forEach(each -> differences.add(assertion.path("path").asText() + " " + each));
        }
        return new CaseResult(recordedCase, 0, 0, differences);
    }

    /** The chain of the events is compared, although the makers of the recordings do not. */
    private static Mask verified(RecordedCase recordedCase) {
        List<List<String>> unverified = new ArrayList<>();
        for (JsonNode path : recordedCase.meta().path("localstackUnverifiedPaths")) {
            if (!path.asText().endsWith(".previousEventId")) {
                // All of them begin with a deep scan.
                unverified.add(
                        List.of(path.asText().replaceFirst(".*\\.\\.", "").split("\\.", -1)));
            }
        }
        return answer -> without(answer, unverified);
    }

    private static JsonNode without(JsonNode value, List<List<String>> paths) {
        if (value.isArray()) {
            ArrayNode kept = JsonNodeFactory.instance.arrayNode();
            value.forEach(item -> kept.add(without(item, paths)));
            return kept;
        }
        if (!value.isObject()) {
            return value;
        }
        ObjectNode kept = JsonNodeFactory.instance.objectNode();
        value.properties().forEach(member -> {
            List<List<String>> below = paths.stream()
                    .filter(path -> path.size() > 1 && path.get(0).equals(member.getKey()))
                    .map(path -> path.subList(1, path.size()))
                    .toList();
            if (!paths.contains(List.of(member.getKey()))) {
                List<List<String>> all = new ArrayList<>(paths);
                all.addAll(below);
                kept.set(member.getKey(), without(member.getValue(), all));
            }
        });
        return kept;
    }
}
