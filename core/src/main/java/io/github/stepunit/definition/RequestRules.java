package io.github.stepunit.definition;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.stepunit.definition.TaskResource.Kind;
import io.github.stepunit.internal.text.DidYouMean;
import org.jspecify.annotations.Nullable;

/** What AWS demands of the request of an integration when the state machine is created. */
final class RequestRules {

    private RequestRules() {}

    static void check(FieldReader task, String field, TaskResource resource) {
        if (resource.kind() != Kind.OPTIMIZED_INTEGRATION && resource.kind() != Kind.AWS_SDK_INTEGRATION) {
            return;
        }
        JsonNode parameters = task.value(field);
        if (parameters == null) {
            task.problems()
                    .schema(
                            task.at(),
                            field + " field is required for resource ARN: " + resource.arn(),
                            "Add \"" + field + "\": {} with the fields of the request.");
            return;
        }
        OptimizedRequest request = OptimizedRequest.of(resource);
        // A JSONata expression that makes the whole request is not looked into, here as on AWS.
        if (request != null && parameters instanceof ObjectNode object) {
            check(new FieldReader(object, task.at(field), task.problems()), request);
        }
    }

    private static void check(FieldReader parameters, OptimizedRequest request) {
        for (String required : request.required()) {
            if (!parameters.has(required) && !parameters.has(required + ".$")) {
                parameters
                        .problems()
                        .schema(
                                parameters.at(),
                                "The field '" + required + "' is required but was missing",
                                misspelt(required, parameters));
            }
        }
        for (String name : parameters.names()) {
            String member = name.endsWith(".$") ? name.substring(0, name.length() - 2) : name;
            if (!request.supported().isEmpty() && !request.supported().contains(member)) {
                parameters
                        .problems()
                        .schema(
                                parameters.at(),
                                parameters.at(name),
                                "The field '" + member + "' is not supported by Step Functions",
                                DidYouMean.question(member, request.supported()).orElse("Remove it."));
            }
        }
    }

    /** A field that is there under nearly that name: the fields of requests begin with a capital on Step Functions. */
    private static @Nullable String misspelt(String required, FieldReader parameters) {
        return DidYouMean.closest(required, parameters.names()).stream()
                .findFirst()
                .map(name -> "\"" + name + "\" is there: did you mean \"" + required + "\"?")
                .orElse(null);
    }
}
