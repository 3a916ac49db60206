package io.github.stepunit.internal.interpreter;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.stepunit.definition.StateMachineType;
import io.github.stepunit.definition.TaskState;
import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeFormatterBuilder;
import org.jspecify.annotations.Nullable;

/** Builds the context object, {@code $$}. What is the same all through an execution is built once and shared. */
final class ContextObject {

    private static final DateTimeFormatter MILLISECONDS =
            new DateTimeFormatterBuilder().appendInstant(3).toFormatter();

    private final JsonNode execution;
    private final JsonNode stateMachine;

    ContextObject(RunSettings settings, JsonNode input) {
        ObjectNode newExecution = JsonNodeFactory.instance.objectNode();
        newExecution.put("Id", settings.executionArn());
        newExecution.set("Input", input);
        newExecution.put("StartTime", timestamp(settings.start()));
        newExecution.put("Name", settings.executionName());
        newExecution.put("RoleArn", settings.roleArn());
        if (settings.type() == StateMachineType.STANDARD) {
            // Express lacks it: express/test_express_sync.test_query_runtime_memory.
            newExecution.put("RedriveCount", 0);
        }
        execution = newExecution;
        ObjectNode newStateMachine = JsonNodeFactory.instance.objectNode();
        newStateMachine.put("Id", settings.stateMachineArn());
        newStateMachine.put("Name", settings.stateMachineName());
        stateMachine = newStateMachine;
    }

    static String timestamp(Instant instant) {
        return MILLISECONDS.format(instant);
    }

    JsonNode of(Visit visit, int retryCount, @Nullable MapItem item, @Nullable String taskToken) {
        ObjectNode context = JsonNodeFactory.instance.objectNode();
        context.set("Execution", execution);
        context.set("StateMachine", stateMachine);
        context.set("State", state(visit, retryCount));
        if (item != null) {
            ObjectNode itemNode = context.putObject("Map").putObject("Item");
            itemNode.put("Index", item.index());
            itemNode.set("Value", item.value());
        }
        if (taskToken != null) {
            context.putObject("Task").put("Token", taskToken);
        }
        return context;
    }

    private static ObjectNode state(Visit visit, int retryCount) {
        ObjectNode state = JsonNodeFactory.instance.objectNode();
        state.put("Name", visit.name());
        state.put("EnteredTime", timestamp(visit.enteredTime()));
        if (visit.planned().state() instanceof TaskState) {
            state.put("RetryCount", retryCount);
        }
        return state;
    }
}
