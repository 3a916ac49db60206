package io.github.stepunit.internal.interpreter;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import io.github.stepunit.definition.TaskResource;
import io.github.stepunit.definition.TaskResource.IntegrationPattern;
import io.github.stepunit.json.InvalidJsonException;
import io.github.stepunit.json.JsonText;
import io.github.stepunit.task.TaskHandler.Precedence;
import io.github.stepunit.task.TaskOutcome;
import org.jspecify.annotations.Nullable;

/**
 * Tasks that send the token of another Task of the same clock: {@code aws-sdk:sfn:sendTaskSuccess}, {@code sendTaskFailure},
 * {@code sendTaskHeartbeat}. Tokens that StepUnit has not given out are for the handler.
 */
final class SentTokens {

    private static final String NO_REQUEST = "00000000-0000-4000-8000-000000000000";

    private SentTokens() {}

    static boolean mayConcern(TaskResource resource) {
        return resource.service().equals("aws-sdk:sfn")
                && resource.action().startsWith("sendTask")
                && resource.pattern() == IntegrationPattern.REQUEST_RESPONSE;
    }

    static @Nullable NestedTask take(TaskCall task) {
        if (!mayConcern(task.resource())) {
            return null;
        }
        String token = task.parameters().path("TaskToken").asText();
        ExecutionRun run = task.visit().run();
        if (run.isOver(token) && task.precedence() != Precedence.BEFORE_STATE_MACHINE) {
            return refuse(task, "TaskTimedOut", "Task Timed Out: 'Provided task does not exist anymore'");
        }
        if (run.pendingTasks().find(token) == null || task.precedence() == Precedence.BEFORE_STATE_MACHINE) {
            return null;
        }
        return send(task, run, token);
    }

    private static NestedTask send(TaskCall task, ExecutionRun run, String token) {
        JsonNode parameters = task.parameters();
        switch (task.resource().action()) {
            case "sendTaskSuccess" -> {
                JsonNode output = parameters.path("Output");
                try {
                    run.sendTaskSuccess(token, output.isTextual() ? JsonText.parse(output.textValue()) : output);
                } catch (InvalidJsonException notJson) {
                    return refuse(task, "InvalidOutput", "Invalid Output: '" + notJson.getMessage() + "'");
                }
            }
            case "sendTaskFailure" ->
                run.sendTaskFailure(
                        token,
                        parameters.path("Error").asText(""),
                        parameters.path("Cause").textValue());
            default -> run.sendTaskHeartbeat(token);
        }
        return NestedTask.of(TaskOutcome.succeed(JsonNodeFactory.instance.objectNode()));
    }

    private static NestedTask refuse(TaskCall task, String code, String message) {
        return NestedTask.of(new StartRefusal(code, message).outcome(task.resource(), NO_REQUEST));
    }
}
