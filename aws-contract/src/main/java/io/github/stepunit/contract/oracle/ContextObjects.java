package io.github.stepunit.contract.oracle;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.stepunit.Execution;
import io.github.stepunit.definition.State;
import io.github.stepunit.definition.TaskState;
import io.github.stepunit.history.HistoryEventDetails;
import io.github.stepunit.history.StateVisit;

/** The context object that a state saw, without what TestState does not take. */
final class ContextObjects {

    /** A token differs from test to test, and nothing but its being there matters. */
    private static final String TOKEN = "task-token";

    private ContextObjects() {}

    static JsonNode of(Execution execution, StateVisit visit, State state, int attempt) {
        ObjectNode context = JsonNodeFactory.instance.objectNode();
        ObjectNode own = context.putObject("Execution");
        own.put("Id", execution.arn());
        own.set("Input", execution.input());
        own.put("Name", execution.arn().substring(execution.arn().lastIndexOf(':') + 1));
        if (execution.history().events().get(0).details() instanceof HistoryEventDetails.ExecutionStarted started
                && started.roleArn() != null) {
            own.put("RoleArn", started.roleArn());
        }
        own.put("StartTime", execution.startTime().toString());
        own.put("RedriveCount", execution.redriveCount());
        context.putObject("State")
                .put("EnteredTime", visit.start().toString())
                .put("Name", visit.name())
                .put("RetryCount", attempt - 1);
        context.putObject("StateMachine")
                .put("Id", execution.stateMachine().arn())
                .put("Name", execution.stateMachine().name());
        if (state instanceof TaskState task && task.resource().pattern().isSubmitted()) {
            context.putObject("Task").put("Token", TOKEN);
        }
        return context;
    }
}
