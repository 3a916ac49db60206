package io.github.stepunit.integration;

import io.github.stepunit.internal.text.DidYouMean;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.apiguardian.api.API;
import org.jspecify.annotations.Nullable;

/**
 * The errors that the {@code Resource} of a Task can raise: what an {@code ErrorEquals} can match, and what a test may
 * want to see handled. Ask a {@link io.github.stepunit.definition.TaskResource} for its own.
 *
 * <p>Integrations of Step Functions' own name errors in the style of the AWS SDK for Java 1
 * ({@code DynamoDB.AmazonDynamoDBException}), those by {@code aws-sdk:} in that of version 2
 * ({@code DynamoDb.DynamoDbException}); so one service has two spellings.
 */
@API(status = API.Status.EXPERIMENTAL, since = "0.1")
public final class ResourceErrors {

    private static final String STATES = "States.";
    private static final String HTTP_STATUS = "States.Http.StatusCode.";
    private static final Pattern STATUS = Pattern.compile("[1-5]\\d\\d");
    private static final String CONNECTION = "Events.ConnectionResource.";

    /** What a Lambda function's environment raises besides the function. */
    private static final List<String> FUNCTION = List.of(
            "Lambda.Unknown", "Lambda.ClientExecutionTimeoutException", "Sandbox.Timedout", "Runtime.ExitError");

    private final @Nullable ErrorNames names;
    private final @Nullable String statusPrefix;
    private final boolean function;
    private final boolean open;
    private final Set<String> further;

    private ResourceErrors(
            @Nullable ErrorNames names,
            @Nullable String statusPrefix,
            boolean function,
            boolean open,
            Set<String> further) {
        this.names = names;
        this.statusPrefix = statusPrefix;
        this.function = function;
        this.open = open;
        this.further = further;
    }

    /** The errors of a Lambda function that is called by its ARN. */
    public static ResourceErrors ofFunction() {
        return ofOptimized("lambda", "invoke", false, false);
    }

    /** The errors of an activity: whatever its workers report. */
    public static ResourceErrors ofActivity() {
        return new ResourceErrors(null, null, false, true, Set.of());
    }

    /**
     * The errors of an integration of Step Functions' own.
     *
     * @param service {@code dynamodb}
     * @param action {@code putItem}
     * @param runsJob whether it waits for a job ({@code .sync})
     * @param waits whether it waits for a callback, which may report any error
     */
    public static ResourceErrors ofOptimized(String service, String action, boolean runsJob, boolean waits) {
        if (service.equals("http")) {
            return new ResourceErrors(null, HTTP_STATUS, false, false, Set.of("States.Http.Socket"));
        }
        Set<String> further = runsJob ? Set.of("States.TaskFailed") : Set.of();
        OptimizedNames optimized = OptimizedNames.of(service);
        if (optimized == null) {
            // Younger ones, such as bedrock-agentcore.
            return new ResourceErrors(
                    ErrorNames.ofAwsSdk(service.replace("-", ""), action), null, false, waits, further);
        }
        if (optimized == OptimizedNames.EVENTS) {
            // services/test_events_task_service.test_put_events_malformed_detail
            further = Set.of("EventBridge.FailedEntry");
        }
        boolean function = optimized == OptimizedNames.LAMBDA;
        ErrorNames names = optimized.names(action);
        return new ResourceErrors(
                names,
                optimized.raisesStatuses(action) ? names.prefix() + "." : null,
                function,
                function || waits,
                further);
    }

    /**
     * The errors of a call by the AWS SDK.
     *
     * @param service {@code dynamodb}
     * @param action {@code putItem}
     * @param waits whether it waits for a callback, which may report any error
     */
    public static ResourceErrors ofAwsSdk(String service, String action, boolean waits) {
        return new ResourceErrors(ErrorNames.ofAwsSdk(service, action), null, false, waits, Set.of());
    }

    // --- failures by kind; empty where the resource has none of the kind

    /** Too many requests. */
    public Optional<ServiceError> throttled() {
        if (statusPrefix != null) {
            return Optional.of(status(429));
        }
        return Optional.ofNullable(names).map(ErrorNames::throttling);
    }

    /** The role of the state machine may not do that. */
    public Optional<ServiceError> accessDenied(String message) {
        if (statusPrefix != null) {
            return Optional.of(status(403));
        }
        return Optional.ofNullable(names).map(each -> each.accessDenied(message));
    }

    /** The service has a fault of its own. */
    public Optional<ServiceError> serverFault() {
        if (statusPrefix != null) {
            return Optional.of(status(500));
        }
        return Optional.ofNullable(names).map(ErrorNames::serverFault);
    }

    /** The service cannot be reached, or does not answer in time. */
    public Optional<ServiceError> unreachable(String region) {
        if (isHttp()) {
            return Optional.of(ServiceError.plain("States.Http.Socket", "Connection timed out"));
        }
        return Optional.ofNullable(names).map(each -> each.unreachable(region));
    }

    /** An answer with this HTTP status, where answers are HTTP's. */
    public Optional<ServiceError> httpStatus(int status) {
        return statusPrefix == null ? Optional.empty() : Optional.of(status(status));
    }

    private ServiceError status(int status) {
        return ServiceError.plain(statusPrefix + status, "");
    }

    /**
     * The error whose exception has this name: {@code ConditionalCheckFailedException}. A service may raise what its model
     * does not name, with the exception that the SDK has for such: {@code AmazonDynamoDBException}.
     *
     * @param exception without the prefix of the service
     */
    public Optional<ServiceError> named(String exception, String message) {
        if (names == null) {
            return Optional.empty();
        }
        if (exception.equals(names.genericException())) {
            return Optional.of(names.generic(message, "ValidationException", 400));
        }
        ModeledError error = names.named(exception);
        return error == null ? Optional.empty() : Optional.of(names.of(error, message));
    }

    // --- names

    /** The errors that the action itself names, beside those that any request may meet. */
    public List<ServiceError> declared() {
        return names == null
                ? List.of()
                : names.declared().stream()
                        .map(error -> names.of(error, error.code()))
                        .toList();
    }

    /**
     * Every name that is known to be raised, the action's own first. A Lambda function, an activity and a callback may
     * raise others: {@link #raisesAny}; an HTTP call raises one for each status.
     */
    public Set<String> names() {
        Set<String> all = new LinkedHashSet<>();
        declared().forEach(error -> all.add(error.name()));
        if (names != null && statusPrefix == null) {
            all.addAll(names.common());
        }
        if (function) {
            all.addAll(FUNCTION);
        }
        all.addAll(further);
        return all;
    }

    /** Whether code of the user's own names errors here: a Lambda function, a worker, whoever has the task token. */
    public boolean raisesAny() {
        return open;
    }

    /**
     * Whether the resource can raise an error of this name, or one that it matches. Any error that the service's model
     * knows counts, whatever the operation: models are incomplete, and no false alarm may come of that. The names that
     * Step Functions itself raises ({@code States.Timeout}) and its wildcards are always possible.
     */
    public boolean canRaise(String name) {
        if (name.startsWith(STATES)) {
            return !name.startsWith("States.Http.") || (isHttp() && (isStatus(name) || further.contains(name)));
        }
        if (isStatus(name) || (isHttp() && name.startsWith(CONNECTION))) {
            return true;
        }
        if (names == null) {
            return open;
        }
        if (names().contains(name) || (open && !looksLikeService(name))) {
            return true;
        }
        return names.model() == null
                ? name.startsWith(names.prefix() + ".")
                : names.all().stream().anyMatch(error -> names.name(error).equals(name));
    }

    private boolean isStatus(String name) {
        return statusPrefix != null
                && name.startsWith(statusPrefix)
                && STATUS.matcher(name.substring(statusPrefix.length())).matches();
    }

    /** {@code Lambda.UnknownError}: meant as the service's, which nobody else names so. */
    private boolean looksLikeService(String name) {
        return names != null
                && name.toLowerCase(Locale.ROOT).startsWith(names.prefix().toLowerCase(Locale.ROOT) + ".");
    }

    private boolean isHttp() {
        return HTTP_STATUS.equals(statusPrefix);
    }

    /** The names that somebody who wrote this one probably meant, the likeliest first. */
    public List<String> closest(String name) {
        Set<String> candidates = new LinkedHashSet<>(names());
        if (names != null) {
            names.all().forEach(error -> candidates.add(names.name(error)));
        }
        // Another prefix, or none, and no "Exception" at the end are the usual mistakes.
        Set<String> meant = new LinkedHashSet<>();
        for (String candidate : candidates) {
            if (isSameException(name, candidate)) {
                meant.add(candidate);
            }
        }
        meant.addAll(DidYouMean.closest(name, candidates));
        meant.remove(name);
        return List.copyOf(meant);
    }

    /**
     * The error that was certainly meant by this name, which the resource does not raise; empty when the name may be right:
     * a name of the user's own, or one of the service's that its model does not have yet and that is like no other.
     */
    public Optional<String> surelyMeant(String name) {
        if (names == null || name.startsWith(STATES) || (open && !looksLikeService(name)) || canRaise(name)) {
            return Optional.empty();
        }
        Optional<String> closest = closest(name).stream().findFirst();
        if (looksLikeService(name)) {
            return closest.filter(meant -> isSameException(name, meant) || DidYouMean.isSlipOf(name, meant));
        }
        // Who else would name an error of a service that runs nobody's code?
        return open ? Optional.empty() : closest.filter(meant -> isSameException(name, meant));
    }

    /** Whether they differ in nothing but the prefix, its case, or the end of the word. */
    private static boolean isSameException(String name, String candidate) {
        String exception = name.substring(name.lastIndexOf('.') + 1);
        String own = candidate.substring(candidate.lastIndexOf('.') + 1);
        return own.equalsIgnoreCase(exception)
                || own.equalsIgnoreCase(exception + "Exception")
                || exception.equalsIgnoreCase(own + "Error");
    }

    /** The service in IAM's actions: {@code states} for {@code states:StartExecution}; empty for none. */
    public Optional<String> iamPrefix() {
        return Optional.ofNullable(names).map(ErrorNames::model).map(ServiceModel::iamPrefix);
    }

    /** The operation of the service's API behind the action. */
    public String operation() {
        return names == null ? "" : names.operation();
    }
}
