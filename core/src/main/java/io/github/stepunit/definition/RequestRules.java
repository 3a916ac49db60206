package io.github.stepunit.definition;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.stepunit.definition.TaskResource.Kind;
import java.util.List;
import java.util.Map;

/** The request fields that AWS demands of an integration when the state machine is created. */
final class RequestRules {

    private static final Map<String, List<String>> REQUIRED = Map.ofEntries(
            Map.entry("lambda:invoke", List.of("FunctionName")),
            Map.entry("sqs:sendMessage", List.of("QueueUrl", "MessageBody")),
            Map.entry("sns:publish", List.of("Message")),
            Map.entry("dynamodb:getItem", List.of("TableName", "Key")),
            Map.entry("dynamodb:deleteItem", List.of("TableName", "Key")),
            Map.entry("dynamodb:updateItem", List.of("TableName", "Key")),
            Map.entry("dynamodb:putItem", List.of("TableName", "Item")),
            Map.entry("states:startExecution", List.of("StateMachineArn")),
            Map.entry("events:putEvents", List.of("Entries")),
            Map.entry("ecs:runTask", List.of("TaskDefinition")),
            Map.entry("glue:startJobRun", List.of("JobName")));

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
        } else if (parameters instanceof ObjectNode request) {
            for (String required : REQUIRED.getOrDefault(resource.serviceAction(), List.of())) {
                if (!request.has(required) && !request.has(required + ".$")) {
                    task.problems().schema(task.at(field), "The field '" + required + "' is required but was missing");
                }
            }
        }
    }
}
