package io.github.stepunit.task;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.stepunit.json.JsonText;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Set;
import java.util.function.UnaryOperator;

/**
 * What a Lambda function that fails makes of its Task.
 *
 * @param type the error
 * @param payload the answer of the function's runtime; the cause
 * @param ofSandbox whether the environment of the function says so and not its runtime
 */
record FunctionError(String type, ObjectNode payload, boolean ofSandbox) {

    static FunctionError of(String type, String message) {
        ObjectNode payload = JsonNodeFactory.instance.objectNode();
        payload.put("errorMessage", message).put("errorType", type);
        payload.putArray("stackTrace");
        return new FunctionError(type, payload, false);
    }

    /**
     * As Lambda's Java runtime ({@code aws-lambda-java-runtime-interface-client}) writes an exception.
     *
     * @param stack what of a stack trace it shows
     */
    static FunctionError of(Throwable thrown, UnaryOperator<List<StackTraceElement>> stack) {
        Set<Throwable> seen = Collections.newSetFromMap(new IdentityHashMap<>());
        return new FunctionError(thrown.getClass().getName(), payload(thrown, stack, seen), false);
    }

    private static ObjectNode payload(
            Throwable thrown, UnaryOperator<List<StackTraceElement>> stack, Set<Throwable> seen) {
        seen.add(thrown);
        ObjectNode payload = JsonNodeFactory.instance.objectNode();
        String message = thrown.getLocalizedMessage();
        payload.put("errorMessage", message == null ? thrown.getClass().getName() : message);
        payload.put("errorType", thrown.getClass().getName());
        ArrayNode stackTrace = payload.putArray("stackTrace");
        for (StackTraceElement frame : stack.apply(List.of(thrown.getStackTrace()))) {
            stackTrace.add(frame.toString());
        }
        Throwable cause = thrown.getCause();
        if (cause != null && !seen.contains(cause)) {
            payload.set("cause", payload(cause, stack, seen));
        }
        return payload;
    }

    /** As Lambda itself says, beside the function. */
    static FunctionError ofService(String type, String message) {
        ObjectNode payload = JsonNodeFactory.instance.objectNode();
        payload.put("errorMessage", message).put("errorType", type);
        return new FunctionError(type, payload, false);
    }

    static FunctionError ofSandbox(String type, String message) {
        ObjectNode payload = JsonNodeFactory.instance.objectNode();
        payload.put("errorType", type).put("errorMessage", message);
        return new FunctionError(type, payload, true);
    }

    TaskOutcome raisedBy(TaskInvocation invocation) {
        String requestId = RequestId.of(invocation).toString();
        ObjectNode answer = payload;
        if (ofSandbox) {
            answer = payload.deepCopy();
            answer.put(
                    "errorMessage",
                    "RequestId: " + requestId + " Error: "
                            + payload.path("errorMessage").asText());
        }
        return TaskFailure.failed(invocation, type, JsonText.writeCompact(answer));
    }
}
