package io.github.stepunit.task;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.stepunit.definition.TaskResource;
import java.time.Instant;
import org.apiguardian.api.API;
import org.jspecify.annotations.Nullable;

/** One attempt of a Task state, as the outside sees it. */
@API(status = API.Status.EXPERIMENTAL, since = "0.1")
public interface TaskInvocation {

    /** Name of the Task state. */
    String stateName();

    /**
     * The state's path through the Parallel and Map states around it, with branch and iteration:
     * {@code Ship all[3]/Print label}. The same as {@link #stateName} at the top level.
     */
    String statePath();

    /**
     * What tells this visit of the state from all others: equal for all its attempts and deliveries, and for no other visit,
     * be it that of an execution whose names and ids are the same. For handlers that keep books; of no other use.
     */
    default Object visitKey() {
        return statePath();
    }

    /** The {@code Resource} of the state. */
    TaskResource resource();

    /** What the service is called with: the effective input after {@code Parameters}. A copy at each call. */
    JsonNode input();

    /** 1 for the first attempt of this visit of the state, 2 for its first retry, and so on. */
    int attempt();

    /**
     * 1; 2 when this very attempt is delivered once more, as a test can ask of Express executions
     * ({@code StateMachine.deliveringTwice}).
     */
    default int delivery() {
        return 1;
    }

    /** Index of the innermost Map iteration around the state, from 0, or null outside of a Map. */
    @Nullable
    Integer mapIndex();

    /** The task token of a {@code .waitForTaskToken} task, of a job ({@code .sync}) or of an activity, or null. */
    @Nullable
    String taskToken();

    /** The context object ({@code $$}) as the state sees it. */
    JsonNode context();

    /** The role of {@code Credentials}, or null. */
    @Nullable
    String roleArn();

    /** How long the task may take ({@code TimeoutSeconds}), or null when it has no limit of its own. */
    default @Nullable Long timeoutSeconds() {
        return null;
    }

    /** How often the task must show a heartbeat ({@code HeartbeatSeconds}), or null when it need not. */
    default @Nullable Long heartbeatSeconds() {
        return null;
    }

    /** The seed of the execution, for whatever is drawn: see {@code StateMachine.withSeed}. */
    default long seed() {
        return 0;
    }

    /** Now, on the virtual clock. */
    Instant now();
}
