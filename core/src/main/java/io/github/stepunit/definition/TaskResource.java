package io.github.stepunit.definition;

import io.github.stepunit.integration.ResourceErrors;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.apiguardian.api.API;
import org.jspecify.annotations.Nullable;

/**
 * The {@code Resource} of a Task, taken apart.
 *
 * @param arn the text of the definition
 * @param kind which form it has
 * @param service what the history calls {@code resourceType}: {@code lambda}, {@code sqs}, {@code aws-sdk:dynamodb};
 *     {@code lambda} for a function ARN, {@code activity} for an activity
 * @param action the API action without the pattern's suffix ({@code sendMessage}), the function name with its
 *     qualifier, or the activity's name
 * @param pattern the service integration pattern
 */
@API(status = API.Status.EXPERIMENTAL, since = "0.1")
public record TaskResource(String arn, Kind kind, String service, String action, IntegrationPattern pattern) {

    private static final Pattern ARN = Pattern.compile("arn:([^:]*):([^:]*):([^:]*):([^:]*):(.+)", Pattern.DOTALL);

    /** The forms of a resource. */
    public enum Kind {
        /** {@code arn:aws:lambda:…:function:name}. */
        LAMBDA_FUNCTION,
        /** {@code arn:aws:states:…:activity:name}. */
        ACTIVITY,
        /** {@code arn:aws:states:::service:action}. */
        OPTIMIZED_INTEGRATION,
        /** {@code arn:aws:states:::aws-sdk:service:action}. */
        AWS_SDK_INTEGRATION
    }

    /** The service integration patterns. */
    public enum IntegrationPattern {
        /** Request Response: no suffix. */
        REQUEST_RESPONSE(""),
        /** Run a Job: {@code .sync}. */
        RUN_A_JOB(".sync"),
        /** Run a Job, with parsed output: {@code .sync:2}. */
        RUN_A_JOB_2(".sync:2"),
        /** Wait for Callback: {@code .waitForTaskToken}. */
        WAIT_FOR_TASK_TOKEN(".waitForTaskToken");

        private final String suffix;

        IntegrationPattern(String suffix) {
            this.suffix = suffix;
        }

        /** The end of the ARN that asks for this pattern. */
        public String suffix() {
            return suffix;
        }

        /** Whether the task is submitted first and answers later ({@code TaskSubmitted} in the history). */
        public boolean isSubmitted() {
            return this != REQUEST_RESPONSE;
        }
    }

    /**
     * Takes a resource apart.
     *
     * @return null when the text has none of the four forms
     */
    public static @Nullable TaskResource parse(String arn) {
        Matcher matcher = ARN.matcher(arn);
        if (!matcher.matches()) {
            return null;
        }
        String service = matcher.group(2);
        String rest = matcher.group(5);
        if (service.equals("lambda") && rest.startsWith("function:")) {
            String name = rest.substring("function:".length());
            return new TaskResource(arn, Kind.LAMBDA_FUNCTION, "lambda", name, IntegrationPattern.REQUEST_RESPONSE);
        }
        if (!service.equals("states")) {
            return null;
        }
        if (rest.startsWith("activity:")) {
            String name = rest.substring("activity:".length());
            return new TaskResource(arn, Kind.ACTIVITY, "activity", name, IntegrationPattern.REQUEST_RESPONSE);
        }
        // Region and account are usually left out, but definitions that name them are deployed too.
        return integration(arn, rest);
    }

    private static @Nullable TaskResource integration(String arn, String rest) {
        IntegrationPattern pattern = patternOf(rest);
        String call = rest.substring(0, rest.length() - pattern.suffix().length());
        boolean awsSdk = call.startsWith("aws-sdk:");
        int split = call.indexOf(':', awsSdk ? "aws-sdk:".length() : 0);
        if (split <= 0 || split == call.length() - 1 || call.indexOf('.', split) >= 0) {
            return null;
        }
        return new TaskResource(
                arn,
                awsSdk ? Kind.AWS_SDK_INTEGRATION : Kind.OPTIMIZED_INTEGRATION,
                call.substring(0, split),
                call.substring(split + 1),
                pattern);
    }

    private static IntegrationPattern patternOf(String rest) {
        for (IntegrationPattern pattern : IntegrationPattern.values()) {
            if (pattern.isSubmitted() && rest.endsWith(pattern.suffix())) {
                return pattern;
            }
        }
        return IntegrationPattern.REQUEST_RESPONSE;
    }

    /** What the history calls {@code resource}: the action with the pattern's suffix, {@code sendMessage.waitForTaskToken}. */
    public String historyResource() {
        return action + pattern.suffix();
    }

    /** {@code service:action}, the short name by which a mock can be given: {@code dynamodb:putItem}. */
    public String serviceAction() {
        return service + ":" + action;
    }

    /** The errors that it can raise. */
    public ResourceErrors errors() {
        boolean waits = pattern == IntegrationPattern.WAIT_FOR_TASK_TOKEN;
        return switch (kind) {
            case LAMBDA_FUNCTION -> ResourceErrors.ofFunction();
            case ACTIVITY -> ResourceErrors.ofActivity();
            case OPTIMIZED_INTEGRATION ->
                ResourceErrors.ofOptimized(service, action, pattern.isSubmitted() && !waits, waits);
            case AWS_SDK_INTEGRATION -> ResourceErrors.ofAwsSdk(service.substring("aws-sdk:".length()), action, waits);
        };
    }
}
