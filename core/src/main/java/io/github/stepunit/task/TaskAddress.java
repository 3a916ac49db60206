package io.github.stepunit.task;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import io.github.stepunit.definition.TaskResource;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * All the names that one Task goes by.
 *
 * @param path the state path; an iteration that is not known yet is {@code [*]}
 * @param stateName its last part
 * @param resource the {@code Resource}
 * @param functionName the Lambda function as the Task names it, by name, partial ARN or ARN; null when it is none, or
 *     when only the input at run time tells
 * @param request what the service is called with, as far as it is known; made when asked for
 */
record TaskAddress(
        String path,
        String stateName,
        TaskResource resource,
        @Nullable String functionName,
        Supplier<JsonNode> request) {

    private static final String FUNCTION = ":function:";

    static TaskAddress of(TaskInvocation invocation) {
        TaskResource resource = invocation.resource();
        // Only lambda:invoke names its function in the input, which is copied when asked for.
        JsonNode input = isLambdaInvoke(resource) ? invocation.input() : MissingNode.getInstance();
        return new TaskAddress(
                invocation.statePath(),
                invocation.stateName(),
                resource,
                functionName(resource, input),
                invocation::input);
    }

    /** The function of a Task, where {@code input} is what {@code lambda:invoke} is called with. */
    static @Nullable String functionName(TaskResource resource, JsonNode input) {
        if (resource.kind() == TaskResource.Kind.LAMBDA_FUNCTION) {
            return resource.action();
        }
        return isLambdaInvoke(resource) ? input.path("FunctionName").textValue() : null;
    }

    /** Whether the Task names its function in the input. */
    static boolean isLambdaInvoke(TaskResource resource) {
        return resource.action().equals("invoke")
                && (resource.service().equals("lambda") || resource.service().equals("aws-sdk:lambda"));
    }

    /** Whether {@code selector} names this Task's function: as it stands in the definition, or without ARN or qualifier. */
    boolean isFunction(String selector) {
        if (functionName == null) {
            return false;
        }
        String qualified = withoutArn(functionName);
        return selector.equals(functionName)
                || selector.equals(qualified)
                || (qualified.startsWith(selector) && qualified.startsWith(":", selector.length()));
    }

    /**
     * Whether one of the values, by which a thing of the template goes, names what this Task calls: its resource, or a
     * parameter such as {@code FunctionName}, {@code StateMachineArn}, {@code TopicArn}, {@code QueueUrl}. A qualifier may
     * follow.
     */
    boolean isNamedByAny(Set<String> values) {
        if (values.isEmpty()) {
            return false;
        }
        if (names(values, resource.arn()) || (functionName != null && names(values, functionName))) {
            return true;
        }
        for (JsonNode parameter : request.get()) {
            if (parameter.isTextual() && names(values, parameter.textValue())) {
                return true;
            }
        }
        return false;
    }

    private static boolean names(Set<String> values, String text) {
        return values.stream()
                .anyMatch(value -> text.startsWith(value)
                        && (text.length() == value.length() || text.charAt(value.length()) == ':'));
    }

    private static String withoutArn(String function) {
        int at = function.indexOf(FUNCTION);
        return at < 0 ? function : function.substring(at + FUNCTION.length());
    }

    /** Whether the resource is a thing of the user's own, and not a service that many Tasks share. */
    boolean hasOwnResource() {
        return resource.kind() == TaskResource.Kind.LAMBDA_FUNCTION || resource.kind() == TaskResource.Kind.ACTIVITY;
    }

    /** Whether {@code selector} names the service and the action. */
    boolean isServiceAction(String selector) {
        // Asked for each mock of a test at each Task: nothing is put together for selectors of something else.
        return selector.equals(resource.arn())
                || (selector.startsWith(resource.service())
                        && (selector.equals(resource.serviceAction())
                                || selector.equals(resource.service() + ":" + resource.historyResource())));
    }

    /** Every text by which this Task can be selected, the most specific first; for suggestions. */
    List<String> names() {
        List<String> names = new ArrayList<>(List.of(withoutIndexes(path), stateName));
        if (functionName != null) {
            names.add(withoutArn(functionName));
        }
        names.add(resource.serviceAction());
        names.add(resource.arn());
        return names.stream().distinct().toList();
    }

    /** The path as one writes it for all branches and iterations. */
    static String withoutIndexes(String path) {
        return path.replaceAll("\\[(\\d+|\\*)](?=/)", "");
    }
}
