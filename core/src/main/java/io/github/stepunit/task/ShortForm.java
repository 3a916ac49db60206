package io.github.stepunit.task;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.stepunit.definition.TaskResource;
import io.github.stepunit.definition.TaskResource.IntegrationPattern;
import io.github.stepunit.internal.text.HttpDate;
import io.github.stepunit.json.JsonText;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;

/**
 * What a test writes for short, as the real integration gives it: the payload of a function in its envelope, a plain item
 * as DynamoDB's, a body in the answer of HTTP, the output of a child execution in the description of the execution. What
 * has the form of the answer already stays as it is.
 */
final class ShortForm {

    private static final Set<String> METADATA =
            Set.of(ServiceMetadata.HTTP, "SdkResponseMetadata", "ConsumedCapacity", "ItemCollectionMetrics");
    private static final Set<String> DESCRIPTION = Set.of(
            "BillingDetails",
            "Cause",
            "Error",
            "ExecutionArn",
            "Input",
            "InputDetails",
            "Name",
            "Output",
            "OutputDetails",
            "RedriveCount",
            "RedriveDate",
            "RedriveStatus",
            "RedriveStatusReason",
            "StartDate",
            "StateMachineArn",
            "StateMachineAliasArn",
            "StateMachineVersionArn",
            "Status",
            "StopDate",
            "TraceHeader");
    private static final Set<String> LAMBDA_ENVELOPE = Set.of(
            "ExecutedVersion",
            "FunctionError",
            "LogResult",
            "Payload",
            ServiceMetadata.HTTP,
            "SdkResponseMetadata",
            "StatusCode");
    private static final Set<String> STATUSES =
            Set.of("RUNNING", "SUCCEEDED", "FAILED", "TIMED_OUT", "ABORTED", "PENDING_REDRIVE");

    private ShortForm() {}

    static JsonNode complete(TaskInvocation invocation, JsonNode given) {
        TaskResource resource = invocation.resource();
        String service = resource.service();
        if (service.equals("dynamodb") || service.equals("aws-sdk:dynamodb")) {
            return ofDynamoDb(invocation, given);
        }
        if (resource.arn().endsWith(":http:invoke") || service.equals("apigateway")) {
            return resource.pattern().isSubmitted() ? given : ofHttp(invocation, given);
        }
        if (resource.serviceAction().equals("states:startExecution") && ServiceResponses.isJob(resource)) {
            return ofExecution(invocation, given);
        }
        return isLambdaEnvelope(given) ? given : LambdaInvoke.response(invocation, given);
    }

    /** What no function is likely to return by itself. */
    private static boolean isLambdaEnvelope(JsonNode given) {
        return given.has("Payload") && given.has("StatusCode") && hasOnly(given, LAMBDA_ENVELOPE::contains);
    }

    // --- DynamoDB

    private static JsonNode ofDynamoDb(TaskInvocation invocation, JsonNode given) {
        return switch (invocation.resource().action()) {
            case "getItem" -> ofItem(invocation, given, "Item");
            case "putItem", "updateItem", "deleteItem" -> ofItem(invocation, given, "Attributes");
            case "query", "scan" -> given instanceof ArrayNode items ? ofItems(items) : given;
            default -> given;
        };
    }

    private static JsonNode ofItem(TaskInvocation invocation, JsonNode given, String member) {
        Predicate<String> known = name -> name.equals(member) || METADATA.contains(name);
        if (!given.isObject() || hasOnly(given, known)) {
            return given;
        }
        ObjectNode response = ServiceResponses.object();
        response.set(member, AttributeValues.item(given));
        if (invocation.resource().service().equals("dynamodb")) {
            ServiceMetadata.addTo(response, invocation);
        }
        return response;
    }

    private static ObjectNode ofItems(ArrayNode items) {
        ObjectNode response = ServiceResponses.object();
        response.put("Count", items.size());
        ArrayNode converted = response.putArray("Items");
        items.forEach(item -> converted.add(AttributeValues.item(item)));
        return response.put("ScannedCount", items.size());
    }

    private static boolean hasOnly(JsonNode object, Predicate<String> known) {
        return object.properties().stream().map(Map.Entry::getKey).allMatch(known);
    }

    // --- HTTP

    private static JsonNode ofHttp(TaskInvocation invocation, JsonNode given) {
        if (given.has("StatusCode") && given.has("ResponseBody")) {
            return given;
        }
        ObjectNode response = ServiceResponses.object();
        ObjectNode headers = response.putObject("Headers");
        headers.putArray("content-length").add(ServiceMetadata.length(given));
        headers.putArray("content-type").add("application/json");
        headers.putArray("date").add(HttpDate.of(invocation.now()));
        response.set("ResponseBody", given);
        response.put("StatusCode", 200);
        return response.put("StatusText", HttpStatus.text(200));
    }

    // --- nested executions

    /**
     * The output of the child, or a description of its execution: one that is whole stays as it is, to one with
     * {@code Output} or {@code Status} alone the rest is added. What has any other member is an output, and so is what has
     * neither of the three.
     */
    private static JsonNode ofExecution(TaskInvocation invocation, JsonNode given) {
        boolean describes = given.has("ExecutionArn")
                || given.has("Output")
                || STATUSES.contains(given.path("Status").asText());
        if (!describes || !hasOnly(given, DESCRIPTION::contains)) {
            return ServiceResponses.succeededJob(invocation, given, ServiceResponses.object());
        }
        return given.has("ExecutionArn")
                ? given
                : ServiceResponses.succeededJob(invocation, null, withOutputAsGiven(invocation, given));
    }

    /** {@code .sync} gives the output as text. */
    private static JsonNode withOutputAsGiven(TaskInvocation invocation, JsonNode given) {
        JsonNode output = given.path("Output");
        if (output.isMissingNode()
                || output.isTextual()
                || invocation.resource().pattern() == IntegrationPattern.RUN_A_JOB_2) {
            return given;
        }
        ObjectNode description = ServiceResponses.object();
        given.properties().forEach(each -> description.set(each.getKey(), each.getValue()));
        return description.put("Output", JsonText.writeCompact(output));
    }
}
