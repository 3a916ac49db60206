package io.github.stepunit.internal.interpreter;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.stepunit.definition.TaskResource;
import io.github.stepunit.definition.TaskResource.IntegrationPattern;

/** What Step Functions itself adds to the parameters of an optimized integration. */
final class ServiceParameters {

    private ServiceParameters() {}

    /** The parameters as scheduled; the same tree when nothing is added. */
    static JsonNode complete(TaskResource resource, JsonNode parameters) {
        boolean runsEcsTask =
                resource.serviceAction().equals("ecs:runTask") && resource.pattern() == IntegrationPattern.RUN_A_JOB;
        if (!runsEcsTask || !(parameters instanceof ObjectNode object)) {
            return parameters;
        }
        // services/test_ecs_task_service.test_run_task_sync
        ObjectNode completed = object.objectNode();
        completed.setAll(object);
        completed.put("StartedBy", "AWS Step Functions");
        return completed;
    }
}
