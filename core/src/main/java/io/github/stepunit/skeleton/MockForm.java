package io.github.stepunit.skeleton;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.stepunit.definition.TaskResource;
import io.github.stepunit.definition.TaskResource.IntegrationPattern;

/** What a mock has to return for a Task to have some result: mocks take payloads and put the envelope around them. */
final class MockForm {

    private MockForm() {}

    static JsonNode of(TaskResource resource, JsonNode result) {
        if (resource.pattern() != IntegrationPattern.REQUEST_RESPONSE) {
            return result;
        }
        if (resource.kind() == TaskResource.Kind.OPTIMIZED_INTEGRATION
                && resource.service().equals("lambda")
                && resource.action().equals("invoke")) {
            return result.path("Payload").isMissingNode() ? Values.object() : result.get("Payload");
        }
        boolean http =
                resource.arn().endsWith(":http:invoke") || resource.service().equals("apigateway");
        if (http && result.has("StatusCode")) {
            ObjectNode whole = Values.object();
            whole.setAll((ObjectNode) result);
            return whole.has("ResponseBody") ? whole : whole.set("ResponseBody", Values.object());
        }
        return http && result.has("ResponseBody") ? result.get("ResponseBody") : result;
    }
}
