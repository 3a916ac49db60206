package io.github.stepunit.task;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import io.github.stepunit.definition.TaskResource.IntegrationPattern;
import io.github.stepunit.definition.TaskResource.Kind;
import io.github.stepunit.integration.ServiceError;
import io.github.stepunit.json.JsonText;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import org.apiguardian.api.API;
import org.jspecify.annotations.Nullable;

/**
 * A failure in words. Each becomes the error that AWS raises for the Task's own resource, with its name and a cause as the
 * service words it; ids in it are the same in every run.
 *
 * <pre>{@code
 * import static io.github.stepunit.task.TaskFailure.throttled;
 *
 * charge.fails(throttled()).times(2).thenReturns("{'receipt': 'r-1'}");
 * }</pre>
 *
 * <p>Throttling is {@code Lambda.TooManyRequestsException} for a function,
 * {@code DynamoDB.ProvisionedThroughputExceededException} for {@code dynamodb:putItem} and
 * {@code DynamoDb.ProvisionedThroughputExceededException} for {@code aws-sdk:dynamodb:putItem}. A word that makes no sense
 * for the resource is an error of the test.
 *
 * <p>Also a {@link TaskHandler}, which fails every Task in this way.
 */
@API(status = API.Status.EXPERIMENTAL, since = "0.1")
public final class TaskFailure implements TaskHandler {

    private final String words;
    private final TaskHandler handler;

    private TaskFailure(String words, TaskHandler handler) {
        this.words = words;
        this.handler = handler;
    }

    // --- of any service

    /** The service refuses the request because there are too many. */
    public static TaskFailure throttled() {
        return ofService(
                "throttled", invocation -> invocation.resource().errors().throttled());
    }

    /** The role of the state machine lacks the permission. */
    public static TaskFailure accessDenied() {
        return ofService(
                "access denied",
                invocation -> invocation.resource().errors().accessDenied(AccessDenied.message(invocation)));
    }

    /** The service fails by a fault of its own: HTTP status 500. */
    public static TaskFailure serverError() {
        return ofService(
                "server error", invocation -> invocation.resource().errors().serverFault());
    }

    /** The service does not answer: no connection, or none in time. */
    public static TaskFailure unreachable() {
        return ofService(
                "unreachable",
                invocation -> invocation.resource().errors().unreachable(AccessDenied.region(invocation)));
    }

    /** Raises this exception of the service, which says no more than its name; see {@link #serviceError(String, String)}. */
    public static TaskFailure serviceError(String exception) {
        return serviceError(exception, exception);
    }

    /**
     * Raises this exception of the service: {@code ConditionalCheckFailedException} becomes
     * {@code DynamoDB.ConditionalCheckFailedException}, or {@code DynamoDb.ConditionalCheckFailedException} by
     * {@code aws-sdk}. One that the service does not have is an error of the test.
     *
     * @param exception its name, without that of the service
     * @param message what the service says
     */
    public static TaskFailure serviceError(String exception, String message) {
        return new TaskFailure(exception, invocation -> {
            ServiceError error = invocation
                    .resource()
                    .errors()
                    .named(exception, message)
                    .orElseThrow(() -> FailureErrors.unknownException(invocation, exception));
            return refused(invocation, error);
        });
    }

    /**
     * Raises this exception of the AWS SDK for Java, by its name; see {@link #serviceError(String, String)}.
     *
     * @param exception a class of the SDK, of version 1 or 2
     */
    public static TaskFailure serviceError(Class<? extends Exception> exception) {
        return serviceError(exception.getSimpleName());
    }

    // --- of Lambda functions

    /**
     * The function throws.
     *
     * @param errorType what Retry and Catch see: the name of the exception's class, as the runtime of the function gives it
     *     ({@code CardDeclined}, {@code java.lang.IllegalStateException})
     * @param errorMessage its message
     */
    public static TaskFailure functionError(String errorType, String errorMessage) {
        return ofFunction("function error " + errorType, invocation -> FunctionError.of(errorType, errorMessage)
                .raisedBy(invocation));
    }

    /** The function throws this exception, as Lambda's Java runtime reports it: by the name of its class. */
    public static TaskFailure functionError(Throwable thrown) {
        return functionError(thrown, stack -> stack);
    }

    /**
     * The same, showing less of the stack. The exception itself is left as it is.
     *
     * @param stack what is shown of the stack trace of the exception, and of each of its causes
     */
    public static TaskFailure functionError(Throwable thrown, UnaryOperator<List<StackTraceElement>> stack) {
        return ofFunction("function error " + thrown.getClass().getName(), invocation -> FunctionError.of(thrown, stack)
                .raisedBy(invocation));
    }

    /** The function runs into its own timeout, the three seconds of Lambda's default: {@code Sandbox.Timedout}. */
    public static TaskFailure functionTimedOut() {
        return functionTimedOut(Duration.ofSeconds(3));
    }

    /**
     * The function runs into its own timeout: {@code Sandbox.Timedout}. By itself no virtual time passes;
     * {@code fails(functionTimedOut(ofSeconds(30))).after(ofSeconds(30))} lets it.
     *
     * @param timeout that of its configuration
     */
    public static TaskFailure functionTimedOut(Duration timeout) {
        String seconds = BigDecimal.valueOf(timeout.toMillis(), 3)
                .setScale(2, RoundingMode.HALF_UP)
                .toPlainString();
        return ofFunction("function timed out", invocation -> FunctionError.ofSandbox(
                        "Sandbox.Timedout", "Task timed out after " + seconds + " seconds")
                .raisedBy(invocation));
    }

    /**
     * The function returns more than the 6 MB that Lambda passes on: {@code Function.ResponseSizeTooLarge}.
     *
     * @param bytes how much it returns
     */
    public static TaskFailure responseTooLarge(long bytes) {
        return ofFunction("response too large", invocation -> FunctionError.ofService(
                        "Function.ResponseSizeTooLarge",
                        "Response payload size (" + bytes + " bytes) exceeded maximum allowed payload size ("
                                + LambdaInvoke.MAX_PAYLOAD_BYTES + " bytes).")
                .raisedBy(invocation));
    }

    /** The process of the function dies, for want of memory for instance: {@code Runtime.ExitError}. */
    public static TaskFailure sandboxCrashed() {
        return ofFunction("sandbox crashed", invocation -> FunctionError.ofSandbox(
                        "Runtime.ExitError", "Runtime exited with error: signal: killed")
                .raisedBy(invocation));
    }

    // --- of jobs, callbacks and activities

    /** The job of a {@code .sync} task fails: {@code States.TaskFailed}, its description as the cause. */
    public static TaskFailure jobFailed() {
        return jobFailed("{}");
    }

    /**
     * The job of a {@code .sync} task fails: {@code States.TaskFailed}, its description as the cause.
     *
     * @param description what the description has, beside or instead of the usual; JSON text, single quotes are allowed
     */
    public static TaskFailure jobFailed(String description) {
        JsonNode given = MockErrors.parse("", description);
        return new TaskFailure("job failed", invocation -> {
            IntegrationPattern pattern = invocation.resource().pattern();
            if (pattern != IntegrationPattern.RUN_A_JOB && pattern != IntegrationPattern.RUN_A_JOB_2) {
                throw FailureErrors.misplaced(invocation, "job failed", "only a .sync task waits for a job");
            }
            // callback/test_callback.test_start_execution_sync_delegate_failure
            return TaskOutcome.fail(
                    "States.TaskFailed", JsonText.writeCompact(ServiceResponses.failedJob(invocation, given)));
        });
    }

    /** No heartbeat comes, nor any answer: {@code States.HeartbeatTimeout} once {@code HeartbeatSeconds} have passed. */
    public static TaskFailure heartbeatLost() {
        return new TaskFailure("heartbeat lost", invocation -> {
            if (invocation.heartbeatSeconds() == null) {
                throw FailureErrors.misplaced(
                        invocation, "heartbeat lost", "the state has no HeartbeatSeconds, so that none is missed");
            }
            return TaskOutcome.neverAnswer();
        });
    }

    /** The role of the state machine may not assume that of the {@code Credentials}. */
    public static TaskFailure roleNotAssumable() {
        return new TaskFailure("role not assumable", invocation -> {
            String role = invocation.roleArn();
            if (role == null) {
                throw FailureErrors.misplaced(invocation, "role not assumable", "the state has no Credentials");
            }
            // credentials/test_credentials_base.test_invalid_credentials_field
            return TaskOutcome.fail(
                    "States.TaskFailed",
                    "The role " + AccessDenied.role(invocation) + " is not authorized to assume the task state's role, "
                            + role + ".");
        });
    }

    /** There is no such activity, or no longer: {@code States.Runtime}, which nothing catches. */
    public static TaskFailure activityMissing() {
        return new TaskFailure("activity missing", invocation -> {
            if (invocation.resource().kind() != Kind.ACTIVITY) {
                throw FailureErrors.misplaced(invocation, "activity missing", "it is no activity");
            }
            // activities/test_activities.test_activity_task_on_deleted
            return TaskOutcome.notStarted(
                    "The activity " + invocation.resource().arn() + " does not exist.");
        });
    }

    // --- of HTTP

    /** The endpoint of an HTTP Task or of API Gateway answers with this status: {@code States.Http.StatusCode.503}. */
    public static TaskFailure httpStatus(int status) {
        return httpStatus(
                status,
                JsonText.writeCompact(JsonNodeFactory.instance.objectNode().put("message", HttpStatus.text(status))));
    }

    /**
     * The endpoint of an HTTP Task or of API Gateway answers with this status: {@code States.Http.StatusCode.503}.
     *
     * @param body the body of its answer
     */
    public static TaskFailure httpStatus(int status, String body) {
        return new TaskFailure("HTTP status " + status, invocation -> {
            ServiceError error = invocation
                    .resource()
                    .errors()
                    .httpStatus(status)
                    .orElseThrow(() -> FailureErrors.misplaced(
                            invocation, "HTTP status " + status, "only http:invoke and apigateway:invoke have one"));
            return refused(invocation, error.withMessage(body));
        });
    }

    // --- what they have in common

    private static TaskFailure ofService(String words, Function<TaskInvocation, Optional<ServiceError>> error) {
        return new TaskFailure(
                words,
                invocation -> refused(
                        invocation,
                        error.apply(invocation)
                                .map(TaskFailure::withAnswer)
                                .orElseThrow(() -> FailureErrors.misplaced(
                                        invocation,
                                        words,
                                        "its worker names its errors itself: fails(error, cause)"))));
    }

    /** Answers of HTTP have a body. */
    private static ServiceError withAnswer(ServiceError error) {
        String status = error.name().substring(error.name().lastIndexOf('.') + 1);
        return error.message().isEmpty() && status.matches("\\d{3}")
                ? error.withMessage(JsonText.writeCompact(JsonNodeFactory.instance
                        .objectNode()
                        .put("message", HttpStatus.text(Integer.parseInt(status)))))
                : error;
    }

    private static TaskFailure ofFunction(String words, Function<TaskInvocation, TaskOutcome> outcome) {
        return new TaskFailure(words, invocation -> {
            if (!isFunction(invocation)) {
                throw FailureErrors.misplaced(invocation, words, "it is no Lambda function");
            }
            return outcome.apply(invocation);
        });
    }

    private static boolean isFunction(TaskInvocation invocation) {
        return invocation.resource().kind() == Kind.LAMBDA_FUNCTION || LambdaInvoke.isOptimized(invocation);
    }

    /** Where there is a job or a callback to wait for, the request for it is refused. */
    static TaskOutcome refused(TaskInvocation invocation, ServiceError error) {
        String cause = error.cause(RequestId.of(invocation).toString());
        return failed(invocation, error.name(), cause);
    }

    static TaskOutcome failed(TaskInvocation invocation, String error, @Nullable String cause) {
        return invocation.resource().pattern().isSubmitted()
                ? TaskOutcome.failToSubmit(error, cause)
                : TaskOutcome.fail(error, cause);
    }

    /** Fails the Task. */
    @Override
    public TaskOutcome handle(TaskInvocation invocation) {
        return handler.handle(invocation);
    }

    /** {@code throttled}. */
    @Override
    public String toString() {
        return words;
    }
}
