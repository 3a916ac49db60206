package io.github.stepunit.internal.interpreter;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.stepunit.definition.TaskResource;
import io.github.stepunit.history.Trace;
import org.jspecify.annotations.Nullable;

/** How the attempts of a kind of resource are recorded. */
interface TaskEvents {

    static TaskEvents of(TaskResource resource) {
        return switch (resource.kind()) {
            case LAMBDA_FUNCTION -> new LambdaFunctionEvents(resource);
            case ACTIVITY -> new ActivityEvents(resource);
            case OPTIMIZED_INTEGRATION, AWS_SDK_INTEGRATION -> new IntegrationEvents(resource);
        };
    }

    /** What a result that is too large is said to come from. */
    String name();

    void scheduled(Visit visit, TaskCall call);

    void started(Visit visit, @Nullable String workerName, @Nullable Trace trace);

    void succeeded(Visit visit, JsonNode output);

    void failed(Visit visit, StateError error);

    void timedOut(Visit visit, StateError error);
}
