package io.github.stepunit.internal.interpreter;

import io.github.stepunit.definition.TaskResource;
import io.github.stepunit.definition.TaskResource.IntegrationPattern;
import org.jspecify.annotations.Nullable;

/** The service calls by which a Task starts another state machine. */
enum StartCall {
    /** {@code states:startExecution} and {@code aws-sdk:sfn:startExecution}: goes on at once. */
    FIRE_AND_FORGET,
    /** {@code states:startExecution.waitForTaskToken}: goes on when somebody sends the token. */
    CALLBACK,
    /** {@code states:startExecution.sync}: waits for the end, and gets input and output as text. */
    JOB,
    /** {@code states:startExecution.sync:2}: waits for the end, and gets input and output as JSON. */
    JOB_WITH_JSON,
    /** {@code aws-sdk:sfn:startSyncExecution}: waits for the end of an Express execution. */
    SYNCHRONOUS;

    /** Null when the resource starts no state machine. */
    static @Nullable StartCall of(TaskResource resource) {
        return switch (resource.serviceAction()) {
            case "states:startExecution" -> optimized(resource.pattern());
            case "aws-sdk:sfn:startExecution" ->
                resource.pattern() == IntegrationPattern.REQUEST_RESPONSE ? FIRE_AND_FORGET : CALLBACK;
            case "aws-sdk:sfn:startSyncExecution" ->
                resource.pattern() == IntegrationPattern.REQUEST_RESPONSE ? SYNCHRONOUS : null;
            default -> null;
        };
    }

    private static StartCall optimized(IntegrationPattern pattern) {
        return switch (pattern) {
            case REQUEST_RESPONSE -> FIRE_AND_FORGET;
            case WAIT_FOR_TASK_TOKEN -> CALLBACK;
            case RUN_A_JOB -> JOB;
            case RUN_A_JOB_2 -> JOB_WITH_JSON;
        };
    }

    /** Whether the Task waits until the execution has ended. */
    boolean awaitsEnd() {
        return this == JOB || this == JOB_WITH_JSON || this == SYNCHRONOUS;
    }
}
