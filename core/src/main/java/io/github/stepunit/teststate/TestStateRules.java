package io.github.stepunit.teststate;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.stepunit.definition.Limits;
import io.github.stepunit.definition.MapState;
import io.github.stepunit.definition.ParallelState;
import io.github.stepunit.definition.State;
import io.github.stepunit.definition.StateGraph;
import io.github.stepunit.definition.TaskState;
import io.github.stepunit.json.InvalidJsonException;
import io.github.stepunit.json.JsonText;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/** What AWS's TestState refuses, in AWS's words where they are known, and in the order in which AWS looks. */
final class TestStateRules {

    private static final int LONGEST_INPUT = 262_144;

    private final State state;
    private final TestStateRequest request;

    /**
     * The texts of a request, parsed.
     *
     * @param input the raw input
     * @param variables an object, or null
     * @param context an object, or null
     * @param mockResult null when the mock has none
     * @param itemReaderData an array, or null
     */
    record Checked(
            JsonNode input,
            @Nullable JsonNode variables,
            @Nullable JsonNode context,
            @Nullable JsonNode mockResult,
            @Nullable JsonNode itemReaderData) {}

    TestStateRules(TestedState tested, TestStateRequest request) {
        this.state = tested.state();
        this.request = request;
    }

    Checked check() {
        checkMembers();
        checkMock();
        JsonNode mockResult = request.mockResult == null ? null : mockResult(request.mockResult);
        JsonNode itemReaderData = request.mapItemReaderData == null ? null : itemReaderData(request.mapItemReaderData);
        checkFailureCount(mockResult, itemReaderData);
        JsonNode context = request.context == null ? null : ContextRules.check(request.context, state);
        if (mockResult != null && state instanceof TaskState task) {
            MockResultRules.check(task.resource(), request.fieldValidationMode, mockResult);
        }
        JsonNode variables = request.variables == null ? null : variables(request.variables);
        return new Checked(input(), variables, context, mockResult, itemReaderData);
    }

    private void checkMembers() {
        requireLength("mock.errorOutput.error", request.mockError, Limits.ERROR_LENGTH);
        requireLength("mock.errorOutput.cause", request.mockCause, Limits.CAUSE_LENGTH);
        requireNotNegative("stateConfiguration.retrierRetryCount", request.retrierRetryCount);
        requireNotNegative("stateConfiguration.mapIterationFailureCount", request.mapIterationFailureCount);
        if (request.input.getBytes(StandardCharsets.UTF_8).length > LONGEST_INPUT) {
            throw constraint("input", "Member must have length less than or equal to " + LONGEST_INPUT);
        }
    }

    private static void requireLength(String member, @Nullable String text, int longest) {
        if (text != null && text.length() > longest) {
            throw constraint(member, "Member must have length less than or equal to " + longest);
        }
    }

    private static void requireNotNegative(String member, @Nullable Integer number) {
        if (number != null && number < 0) {
            throw constraint(member, "Member must have value greater than or equal to 0");
        }
    }

    private static TestStateException constraint(String member, String constraint) {
        return TestStateException.validation(
                "1 validation error detected: Value at '" + member + "' failed to satisfy constraint: " + constraint);
    }

    private void checkMock() {
        if (!request.hasMock()) {
            checkWithoutMock();
            return;
        }
        if (request.mockResult != null && request.mockError != null) {
            throw TestStateException.validation(
                    "A test mock should have only one of the following fields: [result, errorOutput].");
        }
        if (!(state instanceof TaskState || isGroup())) {
            throw TestStateException.validation(
                    "State type '" + typeOf(state) + "' is not supported when a mock is specified");
        }
        if (request.revealSecrets) {
            throw TestStateException.validation("TestState does not support RevealSecrets when a mock is specified.");
        }
        String culprit = request.errorCausedByState;
        if (culprit != null && state.graphs().stream().noneMatch(graph -> has(graph, culprit))) {
            throw TestStateException.validation("State not found in definition");
        }
    }

    private static boolean has(StateGraph graph, String stateName) {
        return graph.stateNames().contains(stateName);
    }

    private void checkWithoutMock() {
        needsMock("MapIterationFailureCount", request.mapIterationFailureCount);
        needsMock("MapItemReaderData", request.mapItemReaderData);
        needsMock("ErrorCausedByState", request.errorCausedByState);
        needsMock("Context", request.context);
        if (isGroup()) {
            throw TestStateException.invalidDefinition("TestState API does not support Map or Parallel states."
                    + " Supported state types include: [Task, Wait, Pass, Succeed, Fail, Choice]");
        }
        if (state instanceof TaskState && request.roleArn == null && request.tasks == null) {
            throw TestStateException.validation("RoleArn must be specified when testing a Task state");
        }
    }

    private static void needsMock(String member, @Nullable Object value) {
        if (value != null) {
            throw TestStateException.validation(
                    "TestState does not support " + member + " when a mock is not specified.");
        }
    }

    private boolean isGroup() {
        return state instanceof MapState || state instanceof ParallelState;
    }

    private static String typeOf(State state) {
        return state.getClass().getSimpleName().replace("State", "");
    }

    private JsonNode mockResult(String text) {
        JsonNode result;
        try {
            result = JsonText.parseLenient(text);
        } catch (InvalidJsonException e) {
            throw TestStateException.validation("Mocked result must be valid JSON");
        }
        if (isGroup()) {
            checkGroupResult(result);
        }
        return result;
    }

    private void checkGroupResult(JsonNode result) {
        if (state instanceof MapState map && writesItsResults(map)) {
            if (!result.isObject()) {
                throw TestStateException.validation("Mocked result must be a JSON object.");
            }
            return;
        }
        if (!result.isArray()) {
            throw TestStateException.validation("Mocked result must be an array.");
        }
        if (state instanceof ParallelState parallel && parallel.branches().size() != result.size()) {
            throw TestStateException.validation(
                    "Mocked result must contain the same number of items as number of Parallel branches.");
        }
    }

    private static boolean writesItsResults(MapState map) {
        return map.distribution() != null && map.distribution().resultWriter() != null;
    }

    private static JsonNode itemReaderData(String text) {
        JsonNode data;
        try {
            data = JsonText.parseLenient(text);
        } catch (InvalidJsonException e) {
            throw TestStateException.validation("MapItemReaderData must be valid JSON");
        }
        if (!data.isArray()) {
            throw TestStateException.validation("MapItemReaderData must be an array.");
        }
        return data;
    }

    private void checkFailureCount(@Nullable JsonNode mockResult, @Nullable JsonNode itemReaderData) {
        JsonNode iterations = itemReaderData == null ? mockResult : itemReaderData;
        if (request.mapIterationFailureCount != null
                && iterations != null
                && iterations.isArray()
                && request.mapIterationFailureCount > iterations.size()) {
            throw TestStateException.validation(
                    "Map iteration failure count must be less than or equal to the number of Map iterations");
        }
    }

    private static JsonNode variables(String text) {
        JsonNode variables;
        try {
            variables = JsonText.parseLenient(text);
        } catch (InvalidJsonException e) {
            throw TestStateException.validation("Variables must be valid JSON: " + e.getMessage());
        }
        if (!variables.isObject()) {
            throw TestStateException.validation("Variables must be a JSON object.");
        }
        return variables;
    }

    private JsonNode input() {
        try {
            return JsonText.parseLenient(request.input);
        } catch (InvalidJsonException e) {
            throw TestStateException.invalidInput("Invalid State Machine Execution Input: '" + e.getMessage() + "'");
        }
    }
}
