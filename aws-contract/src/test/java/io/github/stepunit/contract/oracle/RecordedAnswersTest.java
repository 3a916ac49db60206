package io.github.stepunit.contract.oracle;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.stepunit.contract.internal.AwsServer;
import io.github.stepunit.definition.InvalidDefinitionException;
import io.github.stepunit.definition.StateMachineDefinition;
import io.github.stepunit.definition.StateMachineType;
import io.github.stepunit.json.JsonText;
import io.github.stepunit.teststate.FieldValidationMode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** What TestState answered when the conformance data set was recorded, served by a server and compared with ours. */
class RecordedAnswersTest {

    /** What an oracle never asks with. */
    private static final Set<String> OTHERS = Set.of("mapIterationFailureCount", "mapItemReaderData");

    private final AwsServer aws = new AwsServer();

    @AfterEach
    void close() {
        aws.close();
    }

    private static List<Path> recorded() throws IOException {
        Path root = Path.of(System.getProperty("stepunit.conformance.dir", "none"));
        Path cases = root.endsWith("cases") ? root.resolveSibling("teststate") : root.resolve("teststate");
        assumeTrue(Files.isDirectory(cases), "No recordings in " + cases + "; set -Dstepunit.conformance.dir");
        try (Stream<Path> files = Files.walk(cases)) {
            return files.filter(file -> file.endsWith("request.json"))
                    .map(Path::getParent)
                    .sorted()
                    .toList();
        }
    }

    private static JsonNode read(Path file) throws IOException {
        return JsonText.parseWithoutText(Files.readString(file));
    }

    /** Null where an oracle would not ask like that. */
    private static @Nullable OracleQuestion question(Path folder, JsonNode request) throws IOException {
        String definition = Files.readString(folder.resolve("definition.json"));
        JsonNode configuration = request.path("stateConfiguration");
        boolean other = OTHERS.stream().anyMatch(configuration::has)
                || request.has("revealSecrets")
                || (request.path("mock").has("result") && request.path("mock").has("errorOutput"));
        try {
            JsonNode state = request.has("stateName")
                    ? new StateText(StateMachineDefinition.parse("d", definition, StateMachineType.STANDARD))
                            .definition(request.path("stateName").asText())
                    : JsonText.parseWithoutText(definition);
            JsonNode mock = request.path("mock");
            boolean task = state.path("Type").asText().equals("Task");
            if (other || !state.has("Type") || (task && mock.isMissingNode())) {
                return null;
            }
            return new OracleQuestion(
                    state,
                    Files.exists(folder.resolve("input.json"))
                            ? JsonText.parse(Files.readString(folder.resolve("input.json")))
                            : JsonText.parse("{}"),
                    tree(request, "variables"),
                    tree(request, "context"),
                    tree(mock, "result"),
                    mock.path("errorOutput").path("error").textValue(),
                    mock.path("errorOutput").path("cause").textValue(),
                    configuration.path("errorCausedByState").textValue(),
                    configuration.path("retrierRetryCount").asInt());
        } catch (InvalidDefinitionException | IllegalArgumentException noQuestion) {
            return null;
        }
    }

    private static @Nullable JsonNode tree(JsonNode request, String member) {
        return request.has(member) ? JsonText.parse(request.path(member).asText()) : null;
    }

    /** As AWS sent it: payloads as text, where the data set has made trees of them. */
    private static JsonNode answer(JsonNode expected) {
        ObjectNode answer = (ObjectNode) JsonText.copyOf(expected);
        fold(answer);
        if (answer.path("inspectionData") instanceof ObjectNode inspection) {
            JsonNode details = inspection.remove("errorDetails");
            fold(inspection);
            if (details != null) {
                inspection.set("errorDetails", details);
            }
        }
        return answer;
    }

    private static void fold(ObjectNode node) {
        List.copyOf(node.properties()).forEach(member -> {
            if (member.getValue().isContainerNode() && !member.getKey().equals("inspectionData")) {
                node.put(member.getKey(), JsonText.writeCompact(member.getValue()));
            }
        });
    }

    @Test
    void say_the_same_as_StepUnit() throws IOException {
        List<String> different = new ArrayList<>();
        int asked = 0;
        for (Path folder : recorded()) {
            JsonNode request = read(folder.resolve("request.json"));
            JsonNode expected = read(folder.resolve("expected.json"));
            OracleQuestion question = question(folder, request);
            if (question == null || expected.toString().contains("<")) {
                // The data set shows placeholders instead of what AWS said.
                continue;
            }
            asked++;
            FieldValidationMode mode = FieldValidationMode.valueOf(
                    request.path("mock").path("fieldValidationMode").asText("STRICT"));
            aws.reset();
            if (expected.has("status")) {
                aws.answers("TestState", JsonText.writeCompact(answer(expected)));
            } else {
                aws.stub(AwsServer.action("TestState").willReturn(AwsServer.error(400, "ValidationException", "no")));
            }
            JsonNode answer = new TestStateCall(aws.client(), mode).answer(question, folder.toString());
            List<OracleDifference.Value> values =
                    AnswerComparison.compare(question, answer, OurAnswer.to(question, mode));
            if (!values.isEmpty()) {
                different.add(folder.getFileName() + " " + values);
            }
        }

        System.out.println("oracle: of " + asked + " recorded answers of TestState, " + (asked - different.size())
                + " say the same as StepUnit");
        assertThat(asked).isGreaterThan(60);
        assertThat(different).isEmpty();
    }
}
