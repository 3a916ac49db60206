package io.github.stepunit.teststate;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import io.github.stepunit.definition.Limits;
import io.github.stepunit.definition.StateMachineType;
import io.github.stepunit.internal.interpreter.MapFigures;
import io.github.stepunit.internal.interpreter.RedundantDelivery;
import io.github.stepunit.internal.interpreter.RunSettings;
import io.github.stepunit.internal.interpreter.StateMachineIdentity;
import io.github.stepunit.internal.interpreter.StateTest;
import io.github.stepunit.internal.interpreter.StateTestRun;
import io.github.stepunit.json.JsonText;
import io.github.stepunit.task.TaskHandler;
import io.github.stepunit.task.TaskMocks;
import io.github.stepunit.task.TaskOutcome.Answer;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Checks one test, runs it, and shows what AWS shows of it. */
final class StateTester {

    private final TestedState tested;
    private final TestStateRequest request;

    StateTester(TestedState tested, TestStateRequest request) {
        this.tested = tested;
        this.request = request;
    }

    TestStateResult run() {
        TestStateRules.Checked checked = new TestStateRules(tested, request).check();
        StateTestRun run = StateTestRun.run(
                tested.graph(),
                tested.state().name(),
                settings(),
                new StateTest(
                        checked.input(),
                        variables(checked.variables()),
                        checked.context(),
                        request.roleArn != null,
                        request.retrierRetryCount == null ? 0 : request.retrierRetryCount,
                        mock(checked.mockResult()),
                        request.mapIterationFailureCount,
                        (ArrayNode) checked.itemReaderData(),
                        tested.isInsideMap(),
                        tasks()));
        return result(run);
    }

    private static Map<String, JsonNode> variables(@Nullable JsonNode json) {
        Map<String, JsonNode> variables = new LinkedHashMap<>();
        if (json != null) {
            json.properties().forEach(variable -> variables.put(variable.getKey(), variable.getValue()));
        }
        return variables;
    }

    private @Nullable Answer mock(@Nullable JsonNode mockResult) {
        if (mockResult != null) {
            return new Answer.Succeeded(mockResult);
        }
        return request.mockError == null ? null : new Answer.Failed(request.mockError, request.mockCause);
    }

    private TaskHandler tasks() {
        return request.tasks == null ? new TaskMocks() : request.tasks;
    }

    /** AWS runs the state as a part of an Express workflow, whatever it is a part of. */
    private RunSettings settings() {
        StateMachineIdentity identity = new StateMachineIdentity(
                StateMachineType.EXPRESS, request.stateMachineName, request.accountId, request.region, null, null);
        return new RunSettings(
                identity,
                request.executionName,
                // Without the id that other Express executions have:
                // test_test_state_scenarios.test_state_task_catch_error.
                "arn:aws:states:" + request.region + ":" + request.accountId + ":express:" + request.stateMachineName
                        + ":" + request.executionName,
                request.roleArn == null ? "" : request.roleArn,
                request.start,
                request.seed,
                Limits.EXPRESS,
                RedundantDelivery.NONE);
    }

    private TestStateResult result(StateTestRun run) {
        TestStateStatus status =
                switch (run.end()) {
                    case SUCCEEDED -> TestStateStatus.SUCCEEDED;
                    case FAILED -> TestStateStatus.FAILED;
                    case RETRIED -> TestStateStatus.RETRIABLE;
                    case CAUGHT -> TestStateStatus.CAUGHT_ERROR;
                };
        JsonNode output = run.output();
        return new TestStateResult(
                tested.state().name(),
                status,
                output == null ? null : JsonText.copyWithText(output),
                run.next(),
                run.error(),
                run.cause(),
                request.inspectionLevel == InspectionLevel.INFO ? null : inspection(run));
    }

    private InspectionData inspection(StateTestRun run) {
        MapFigures figures = run.figures();
        boolean hasDetails = run.retrier() != null || run.catcher() != null;
        return new InspectionData(
                new ShownSteps(tested.state()).of(run.steps()),
                run.variables(),
                hasDetails ? new ErrorDetails(run.catcher(), run.retrier(), run.backoff()) : null,
                figures == null ? null : figures.maxConcurrency(),
                figures == null ? null : figures.toleratedFailureCount(),
                figures == null ? null : figures.toleratedFailurePercentage());
    }
}
