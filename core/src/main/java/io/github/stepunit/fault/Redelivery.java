package io.github.stepunit.fault;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.stepunit.definition.TaskResource;
import io.github.stepunit.task.TaskInvocation;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** The same attempt, delivered once more. */
record Redelivery(TaskInvocation first) implements TaskInvocation {

    @Override
    public int delivery() {
        return first.delivery() + 1;
    }

    @Override
    public String stateName() {
        return first.stateName();
    }

    @Override
    public String statePath() {
        return first.statePath();
    }

    @Override
    public Object visitKey() {
        return first.visitKey();
    }

    @Override
    public TaskResource resource() {
        return first.resource();
    }

    @Override
    public JsonNode input() {
        return first.input();
    }

    @Override
    public int attempt() {
        return first.attempt();
    }

    @Override
    public @Nullable Integer mapIndex() {
        return first.mapIndex();
    }

    @Override
    public @Nullable String taskToken() {
        return first.taskToken();
    }

    @Override
    public JsonNode context() {
        return first.context();
    }

    @Override
    public @Nullable String roleArn() {
        return first.roleArn();
    }

    @Override
    public @Nullable Long timeoutSeconds() {
        return first.timeoutSeconds();
    }

    @Override
    public @Nullable Long heartbeatSeconds() {
        return first.heartbeatSeconds();
    }

    @Override
    public long seed() {
        return first.seed();
    }

    @Override
    public Instant now() {
        return first.now();
    }
}
