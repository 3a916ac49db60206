package io.github.stepunit.internal.interpreter;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.stepunit.definition.TaskResource;
import io.github.stepunit.json.JsonText;
import io.github.stepunit.task.TaskHandler;
import io.github.stepunit.task.TaskInvocation;
import io.github.stepunit.task.TaskOutcome;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * One attempt of a Task, as the history schedules it and as the task handler sees it.
 *
 * @param visit the visit
 * @param resource the {@code Resource}
 * @param parameters what the service is called with
 * @param taskToken the token of a callback task or an activity; null for others
 * @param timeoutSeconds null when the state has none
 * @param heartbeatSeconds null when the state has none
 * @param roleArn the role of {@code Credentials}; null when there is none
 * @param delivery 1, or 2 when the same attempt is delivered once more
 */
record TaskCall(
        Visit visit,
        TaskResource resource,
        JsonNode parameters,
        @Nullable String taskToken,
        @Nullable Long timeoutSeconds,
        @Nullable Long heartbeatSeconds,
        @Nullable String roleArn,
        int attempt,
        int delivery,
        Instant now)
        implements TaskInvocation {

    TaskOutcome handle() {
        TaskOutcome outcome = visit.run().tasks().handle(this);
        if (outcome == null) {
            throw new IllegalStateException("The task handler of this execution answered null to the Task \""
                    + visit.fullPath() + "\". A handler must give a TaskOutcome: succeed, fail, neverAnswer, …");
        }
        return outcome;
    }

    /** Whether its handler answers before a registered state machine does. */
    TaskHandler.Precedence precedence() {
        return visit.run().tasks().precedence(this);
    }

    /** The same attempt, delivered once more. */
    TaskCall again() {
        return new TaskCall(
                visit,
                resource,
                parameters,
                taskToken,
                timeoutSeconds,
                heartbeatSeconds,
                roleArn,
                attempt,
                delivery + 1,
                now);
    }

    @Override
    public long seed() {
        return visit.run().settings().seed();
    }

    /** A copy: a handler that changes its input, as a function may, must not change what the execution goes on with. */
    @Override
    public JsonNode input() {
        return JsonText.copyOf(parameters);
    }

    @Override
    public String stateName() {
        return visit.name();
    }

    @Override
    public String statePath() {
        return visit.fullPath();
    }

    /** The visit itself, which nobody outside can see into. */
    @Override
    public Object visitKey() {
        return visit;
    }

    @Override
    public @Nullable Integer mapIndex() {
        MapItem item = visit.frame().mapItem();
        if (item != null) {
            return item.index();
        }
        Origin origin = visit.run().origin();
        return origin == null ? null : origin.index();
    }

    @Override
    public JsonNode context() {
        // As it was at this attempt, even if a test looks at it after the next.
        return JsonText.copyOf(
                visit.run().contextObject().of(visit, attempt - 1, visit.frame().mapItem(), tokenInContext()));
    }

    private @Nullable String tokenInContext() {
        return resource.kind() == TaskResource.Kind.ACTIVITY ? null : taskToken;
    }
}
