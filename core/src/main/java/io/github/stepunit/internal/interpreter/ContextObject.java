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

/** Builds the context object, {@code $$}. What is the same all through an execution is built once, when first asked for, and shared. */
final class ContextObject {

    private static final DateTimeFormatter MILLISECONDS =
            new DateTimeFormatterBuilder().appendInstant(3).toFormatter();

    private final RunSettings settings;
    private final JsonNode input;
    private final @Nullable ContextOverlay overlay;
    private @Nullable JsonNode execution;
    private @Nullable JsonNode stateMachine;
    private int redriveCount;
    private @Nullable Instant redriveTime;

    /** @param overlay changes what a single state that is tested sees; null for executions */
    ContextObject(RunSettings settings, JsonNode input, @Nullable ContextOverlay overlay) {
        this.settings = settings;
        this.input = input;
        this.overlay = overlay;
    }

    void redriven(int count, Instant time) {
        redriveCount = count;
        redriveTime = time;
        execution = null;
    }

    private JsonNode execution() {
        if (execution == null) {
            execution = newExecution();
        }
        return execution;
    }

    private JsonNode newExecution() {
        ObjectNode newExecution = JsonNodeFactory.instance.objectNode();
        newExecution.put("Id", settings.executionArn());
        newExecution.set("Input", input);
        newExecution.put("StartTime", timestamp(settings.start()));
        newExecution.put("Name", settings.executionName());
        newExecution.put("RoleArn", settings.roleArn());
        if (settings.type() == StateMachineType.STANDARD) {
            // Express lacks it: express/test_express_sync.test_query_runtime_memory.
            newExecution.put("RedriveCount", redriveCount);
        }
        if (redriveTime != null) {
            newExecution.put("RedriveTime", timestamp(redriveTime));
        }
        return newExecution;
    }

    private JsonNode stateMachine() {
        if (stateMachine == null) {
            stateMachine = JsonNodeFactory.instance
                    .objectNode()
                    .put("Id", settings.stateMachineArn())
                    .put("Name", settings.stateMachineName());
        }
        return stateMachine;
    }

    static String timestamp(Instant instant) {
        return MILLISECONDS.format(instant);
    }

    JsonNode of(Visit visit, int retryCount, @Nullable MapItem item, @Nullable String taskToken) {
        ObjectNode context = JsonNodeFactory.instance.objectNode();
        context.set("Execution", execution());
        context.set("StateMachine", stateMachine());
        context.set("State", state(visit, retryCount));
        if (item != null) {
            ObjectNode itemNode = context.putObject("Map").putObject("Item");
            itemNode.put("Index", item.index());
            if (item.key() != null) {
                itemNode.put("Key", item.key());
            }
            itemNode.set("Value", item.value());
            if (item.source() != null) {
                itemNode.put("Source", item.source());
            }
        }
        if (taskToken != null) {
            context.putObject("Task").put("Token", taskToken);
        }
        return overlay == null ? context : overlay.over(context, visit, retryCount);
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
