package io.github.stepunit.conformance;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import io.github.stepunit.definition.Diagnostic;
import io.github.stepunit.definition.InvalidDefinitionException;
import io.github.stepunit.task.TaskOutcome;
import io.github.stepunit.teststate.FieldValidationMode;
import io.github.stepunit.teststate.InspectionLevel;
import io.github.stepunit.teststate.TestState;
import io.github.stepunit.teststate.TestStateException;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/** One call of TestState. */
final class TestStateCase {

    /** Refused by the client library, before AWS was asked. */
    private static final String CLIENT_REFUSED = "ParamValidationError";

    private TestStateCase() {}

    static CaseResult compare(RecordedCase recordedCase, JsonNode ours) {
        List<String> differences = new ArrayList<>();
        JsonNode recorded = RecordedError.of(recordedCase.expected());
        if (recorded.path("exception_typename").asText().equals(CLIENT_REFUSED)) {
            if (!ours.has("Error")) {
                differences.add("answer: recorded a refusal, " + recorded.path("exception_value"));
            }
        } else {
            JsonNode masked = Recorder.of(recordedCase, recorded).record(ours);
            JsonDifference.between(recorded, masked).forEach(each -> differences.add("answer: " + each));
        }
        return new CaseResult(recordedCase, 0, 0, differences);
    }

    static JsonNode answer(RecordedCase recordedCase) {
        try {
            return PythonText.loads(PythonText.dumps(test(recordedCase).run().toJson()));
        } catch (TestStateException e) {
            return RecordedError.error(e.code(), String.valueOf(e.getMessage()));
        } catch (InvalidDefinitionException e) {
            return RecordedError.error(
                    "InvalidDefinition",
                    "Invalid State Machine Definition: '"
                            + e.diagnostics().stream()
                                    .map(Diagnostic::toAwsText)
                                    .collect(Collectors.joining(", "))
                            + "'");
        }
    }

    private static TestState test(RecordedCase recordedCase) {
        JsonNode request = recordedCase.request();
        TestState test = request.has("stateName")
                ? TestState.of(
                        recordedCase.definition(), request.get("stateName").asText())
                : TestState.of(recordedCase.definition());
        test = named(test, recordedCase)
                .withInput(recordedCase.input())
                .withInspectionLevel(
                        InspectionLevel.valueOf(request.path("inspectionLevel").asText("INFO")));
        if (request.has("variables")) {
            test = test.withVariables(request.get("variables").asText());
        }
        if (request.has("context")) {
            test = test.withContext(request.get("context").asText());
        }
        if (request.path("revealSecrets").asBoolean()) {
            test = test.revealingSecrets();
        }
        test = mocked(test, request.path("mock"));
        test = configured(test, request.path("stateConfiguration"));
        boolean realWork = !request.has("mock") && request.has("roleArn");
        return realWork ? test.withTasks(invocation -> TaskOutcome.succeed(workOf(recordedCase))) : test;
    }

    private static TestState mocked(TestState test, JsonNode mock) {
        TestState mocked = test;
        if (mock.has("result")) {
            mocked = mocked.withMockResult(mock.get("result").asText());
        }
        if (mock.has("errorOutput")) {
            JsonNode error = mock.get("errorOutput");
            mocked = mocked.withMockError(
                    error.path("error").asText(), error.path("cause").textValue());
        }
        return mock.has("fieldValidationMode")
                ? mocked.withFieldValidation(FieldValidationMode.valueOf(
                        mock.get("fieldValidationMode").asText()))
                : mocked;
    }

    private static TestState configured(TestState test, JsonNode configuration) {
        TestState configured = test;
        if (configuration.has("retrierRetryCount")) {
            configured =
                    configured.atRetry(configuration.get("retrierRetryCount").asInt());
        }
        if (configuration.has("errorCausedByState")) {
            configured = configured.withErrorCausedByState(
                    configuration.get("errorCausedByState").asText());
        }
        if (configuration.has("mapIterationFailureCount")) {
            configured = configured.withMapIterationFailureCount(
                    configuration.get("mapIterationFailureCount").asInt());
        }
        return configuration.has("mapItemReaderData")
                ? configured.withMapItemReaderData(
                        configuration.get("mapItemReaderData").asText())
                : configured;
    }

    /** The names that AWS drew for the machine and the execution, and the role, whose name the recorder replaced. */
    private static TestState named(TestState test, RecordedCase recordedCase) {
        JsonNode request = recordedCase.request();
        JsonNode execution = recordedCase.expected().findPath("Execution");
        TestState named = test;
        if (request.has("roleArn")) {
            String recordedRole = execution.path("RoleArn").asText();
            String role = request.get("roleArn").asText();
            named = named.withRole(
                    recordedRole.contains("<")
                            ? role.replaceAll("[^/]*$", "") + recordedRole.replaceAll(".*/", "")
                            : role);
        }
        JsonNode machine = recordedCase.expected().findPath("StateMachine");
        named = named.inAccount("111111111111", "us-east-1");
        return machine.isMissingNode() || execution.isMissingNode()
                ? named
                : named.withNames(
                        machine.path("Name").asText(), execution.path("Name").asText());
    }

    /** What the real service answered: the result of the Task, or its output when that was all that was recorded. */
    private static JsonNode workOf(RecordedCase recordedCase) {
        JsonNode result = recordedCase.expected().path("inspectionData").path("result");
        if (!result.isMissingNode()) {
            return result;
        }
        JsonNode output = recordedCase.expected().path("output");
        return output.isMissingNode() ? JsonNodeFactory.instance.objectNode() : output;
    }
}
