package io.github.stepunit.task;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.MissingNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.stepunit.definition.TaskResource;
import io.github.stepunit.definition.TaskResource.IntegrationPattern;
import io.github.stepunit.definition.TaskResource.Kind;
import io.github.stepunit.internal.text.HttpDate;
import java.time.Instant;
import org.apiguardian.api.API;

/**
 * Request and response of {@code arn:aws:states:::lambda:invoke}, between the payload that a test cares for and the
 * envelope that the service wraps around it. For any other resource the payload is the whole thing.
 */
@API(status = API.Status.EXPERIMENTAL, since = "0.1")
public final class LambdaInvoke {

    /** The most that Lambda takes and returns in a synchronous call: 6 MB and a little for its own wrapping. */
    public static final int MAX_PAYLOAD_BYTES = 6_291_556;

    private static final JsonNodeFactory JSON = JsonNodeFactory.instance;
    private static final String LATEST = "$LATEST";
    private static final String FUNCTION = ":function:";

    private LambdaInvoke() {}

    /**
     * What the function gets: {@code Payload} of a {@code lambda:invoke}, with or without {@code .waitForTaskToken}
     * ({@code {}} when there is none, as on AWS); the input of any other Task.
     */
    public static JsonNode payload(TaskInvocation invocation) {
        if (!isLambdaInvoke(invocation)) {
            return invocation.input();
        }
        JsonNode payload = invocation.input().path("Payload");
        return payload instanceof MissingNode ? JSON.objectNode() : payload;
    }

    /**
     * What the Task gets when the function returns {@code payload}: the envelope for {@code lambda:invoke} (Request
     * Response), the payload itself for any other Task. Ids and headers are made from the invocation, so that they are
     * the same in every run.
     */
    public static JsonNode response(TaskInvocation invocation, JsonNode payload) {
        boolean wraps =
                isLambdaInvoke(invocation) && invocation.resource().pattern() == IntegrationPattern.REQUEST_RESPONSE;
        return wraps ? envelope(invocation, payload) : payload;
    }

    /**
     * The ARN by which the function is called, with its qualifier if it has one: from the {@code Resource}, or from
     * {@code FunctionName} and {@code Qualifier} in account and region of the state machine.
     */
    public static String functionArn(TaskInvocation invocation) {
        TaskResource resource = invocation.resource();
        if (resource.kind() == Kind.LAMBDA_FUNCTION) {
            return resource.arn();
        }
        JsonNode input = invocation.input();
        String name = input.path("FunctionName").asText(invocation.stateName());
        String qualifier = input.path("Qualifier").asText("");
        String suffix = qualifier.isEmpty() ? "" : ":" + qualifier;
        if (name.startsWith("arn:")) {
            return name + suffix;
        }
        // 123456789012:function:charge, or the name alone
        String[] partial = name.split(FUNCTION, 2);
        String account = partial.length == 2 ? partial[0] : ResponseTemplate.account(invocation);
        return "arn:aws:lambda:" + AccessDenied.region(invocation) + ":" + account + FUNCTION
                + partial[partial.length - 1] + suffix;
    }

    /**
     * The version of the function that runs: that of the ARN, {@code $LATEST} without one. An alias leads to a version that
     * nobody knows here; it is 1.
     */
    public static String executedVersion(TaskInvocation invocation) {
        String version = qualifier(invocation);
        return version.isEmpty() || version.equals(LATEST) ? LATEST : isNumber(version) ? version : "1";
    }

    /** Read from what the Task says; to ask for the whole ARN would make the context object for its account. */
    private static String qualifier(TaskInvocation invocation) {
        TaskResource resource = invocation.resource();
        String name = resource.arn();
        if (resource.kind() != Kind.LAMBDA_FUNCTION) {
            String qualifier = invocation.input().path("Qualifier").asText("");
            if (!qualifier.isEmpty()) {
                return qualifier;
            }
            name = invocation.input().path("FunctionName").asText("");
        }
        int function = name.indexOf(FUNCTION);
        if (function < 0 && name.startsWith("arn:")) {
            return "";
        }
        int qualifier = name.indexOf(':', function < 0 ? 0 : function + FUNCTION.length());
        return qualifier < 0 ? "" : name.substring(qualifier + 1);
    }

    private static boolean isNumber(String version) {
        return version.chars().allMatch(each -> each >= '0' && each <= '9');
    }

    /** The id of the request to Lambda: made from the invocation, so that it is the same in every run. */
    public static String requestId(TaskInvocation invocation) {
        return RequestId.of(invocation).toString();
    }

    /** Whether the Task is a {@code lambda:invoke} of Step Functions' own, with or without a callback. */
    static boolean isOptimized(TaskInvocation invocation) {
        return invocation.resource().kind() == Kind.OPTIMIZED_INTEGRATION && isLambdaInvoke(invocation);
    }

    private static boolean isLambdaInvoke(TaskInvocation invocation) {
        return invocation.resource().kind() == Kind.OPTIMIZED_INTEGRATION
                && TaskAddress.isLambdaInvoke(invocation.resource());
    }

    /**
     * What Lambda answers to a {@code lambda:invoke}, whatever becomes of the Task after that: with
     * {@code .waitForTaskToken} it is only the first answer (TaskSubmitted). Fields and their order are those of recording
     * services/test_lambda_task_service.test_invoke_json_values.
     */
    public static JsonNode envelope(TaskInvocation invocation, JsonNode payload) {
        String request = requestId(invocation);
        String version = executedVersion(invocation);
        ObjectNode envelope = JSON.objectNode();
        envelope.put("ExecutedVersion", version);
        envelope.set("Payload", payload);
        ObjectNode http = envelope.putObject("SdkHttpMetadata");
        putHeaders(http, ServiceMetadata.length(payload), request, version, invocation.now());
        http.put("HttpStatusCode", 200);
        envelope.putObject("SdkResponseMetadata").put("RequestId", request);
        envelope.put("StatusCode", 200);
        return envelope;
    }

    private static void putHeaders(ObjectNode http, String length, String request, String version, Instant now) {
        String date = HttpDate.of(now);
        String trace = traceId(request, now);
        ObjectNode all = http.putObject("AllHttpHeaders");
        all.putArray("X-Amz-Executed-Version").add(version);
        all.putArray("x-amzn-Remapped-Content-Length").add("0");
        all.putArray("Connection").add("keep-alive");
        all.putArray("x-amzn-RequestId").add(request);
        all.putArray("Content-Length").add(length);
        all.putArray("Date").add(date);
        all.putArray("X-Amzn-Trace-Id").add(trace);
        all.putArray("Content-Type").add("application/json");
        http.putObject("HttpHeaders")
                .put("Connection", "keep-alive")
                .put("Content-Length", length)
                .put("Content-Type", "application/json")
                .put("Date", date)
                .put("X-Amz-Executed-Version", version)
                .put("x-amzn-Remapped-Content-Length", "0")
                .put("x-amzn-RequestId", request)
                .put("X-Amzn-Trace-Id", trace);
    }

    private static String traceId(String request, Instant now) {
        String hex = request.replace("-", "");
        String time = Integer.toHexString((int) now.getEpochSecond());
        return "Root=1-" + "0".repeat(Integer.BYTES * 2 - time.length()) + time + "-" + hex.substring(0, 24)
                + ";Parent=" + hex.substring(16) + ";Sampled=0";
    }
}
