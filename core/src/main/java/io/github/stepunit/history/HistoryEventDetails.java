package io.github.stepunit.history;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Map;
import org.apiguardian.api.API;
import org.jspecify.annotations.Nullable;

/**
 * The details of a {@link HistoryEvent}, one record for each shape that AWS has. Payloads are trees, shared with the
 * execution and never to be changed; they become text only when the history is written.
 */
@API(status = API.Status.EXPERIMENTAL, since = "0.1")
public sealed interface HistoryEventDetails {

    /** No details: {@code ParallelStateStarted}, {@code LambdaFunctionStarted} and the like. */
    record None() implements HistoryEventDetails {
        static final None INSTANCE = new None();
    }

    /**
     * {@code executionStartedEventDetails}.
     *
     * @param input the execution's input
     * @param roleArn the execution role; null in histories without it
     * @param stateMachineAliasArn the alias that it was started by; null when there was none
     * @param stateMachineVersionArn the version that it was started with; null when there was none
     */
    record ExecutionStarted(
            JsonNode input,
            @Nullable String roleArn,
            @Nullable String stateMachineAliasArn,
            @Nullable String stateMachineVersionArn)
            implements HistoryEventDetails {}

    /**
     * {@code executionSucceeded}, {@code lambdaFunctionSucceeded} and {@code activitySucceededEventDetails}.
     *
     * @param output the output
     */
    record Succeeded(JsonNode output) implements HistoryEventDetails {}

    /**
     * {@code error} and {@code cause} of everything that fails, is aborted or times out and has no resource.
     *
     * @param error the error name; null when there is none
     * @param cause the cause; null when there is none
     */
    record Failed(@Nullable String error, @Nullable String cause) implements HistoryEventDetails {}

    /**
     * {@code executionRedrivenEventDetails}.
     *
     * @param redriveCount how often the execution has been redriven
     */
    record ExecutionRedriven(int redriveCount) implements HistoryEventDetails {}

    /**
     * {@code stateEnteredEventDetails}.
     *
     * @param name the state
     * @param input its raw input
     */
    record StateEntered(String name, JsonNode input) implements HistoryEventDetails {}

    /**
     * {@code stateExitedEventDetails}.
     *
     * @param name the state
     * @param output its output
     * @param assignedVariables the variables that it assigned; empty when none
     */
    record StateExited(String name, JsonNode output, Map<String, JsonNode> assignedVariables)
            implements HistoryEventDetails {}

    /**
     * {@code taskScheduledEventDetails}.
     *
     * @param resourceType for instance {@code lambda}
     * @param resource for instance {@code invoke}
     * @param region the region
     * @param parameters what the service is called with
     * @param timeoutInSeconds null when the state has no timeout
     * @param heartbeatInSeconds null when the state has no heartbeat
     * @param roleArn the role of {@code Credentials}; null when there is none
     */
    record TaskScheduled(
            String resourceType,
            String resource,
            String region,
            JsonNode parameters,
            @Nullable Long timeoutInSeconds,
            @Nullable Long heartbeatInSeconds,
            @Nullable String roleArn)
            implements HistoryEventDetails {}

    /**
     * {@code taskStartedEventDetails}.
     *
     * @param resourceType for instance {@code lambda}
     * @param resource for instance {@code invoke}
     */
    record TaskStarted(String resourceType, String resource) implements HistoryEventDetails {}

    /**
     * {@code taskSubmitted} and {@code taskSucceededEventDetails}.
     *
     * @param resourceType for instance {@code lambda}
     * @param resource for instance {@code invoke}
     * @param output the answer of the service
     */
    record TaskAnswered(String resourceType, String resource, JsonNode output) implements HistoryEventDetails {}

    /**
     * {@code taskFailed}, {@code taskTimedOut}, {@code taskSubmitFailed} and {@code taskStartFailedEventDetails}.
     *
     * @param resourceType for instance {@code lambda}
     * @param resource for instance {@code invoke}
     * @param error the error name; null when there is none
     * @param cause the cause; null when there is none
     */
    record TaskFailed(String resourceType, String resource, @Nullable String error, @Nullable String cause)
            implements HistoryEventDetails {}

    /**
     * {@code lambdaFunctionScheduledEventDetails}.
     *
     * @param resource the function's ARN
     * @param input what the function is called with
     * @param timeoutInSeconds null when the state has no timeout
     * @param roleArn the role of {@code Credentials}; null when there is none
     */
    record LambdaFunctionScheduled(
            String resource, JsonNode input, @Nullable Long timeoutInSeconds, @Nullable String roleArn)
            implements HistoryEventDetails {}

    /**
     * {@code activityScheduledEventDetails}.
     *
     * @param resource the activity's ARN
     * @param input what the worker gets
     * @param timeoutInSeconds null when the state has no timeout
     * @param heartbeatInSeconds null when the state has no heartbeat
     */
    record ActivityScheduled(
            String resource, JsonNode input, @Nullable Long timeoutInSeconds, @Nullable Long heartbeatInSeconds)
            implements HistoryEventDetails {}

    /**
     * {@code activityStartedEventDetails}.
     *
     * @param workerName the name that the worker gave; null when it gave none
     */
    record ActivityStarted(@Nullable String workerName) implements HistoryEventDetails {}

    /**
     * {@code mapStateStartedEventDetails}.
     *
     * @param length number of items
     */
    record MapStateStarted(int length) implements HistoryEventDetails {}

    /**
     * {@code mapIterationStarted/Succeeded/Failed/AbortedEventDetails}.
     *
     * @param name the Map state
     * @param index the item, from 0
     */
    record MapIteration(String name, int index) implements HistoryEventDetails {}

    /**
     * {@code mapRunStartedEventDetails}.
     *
     * @param mapRunArn the Map Run
     */
    record MapRunStarted(String mapRunArn) implements HistoryEventDetails {}

    /**
     * {@code mapRunRedrivenEventDetails}.
     *
     * @param mapRunArn the Map Run
     * @param redriveCount how often it has been redriven
     */
    record MapRunRedriven(String mapRunArn, int redriveCount) implements HistoryEventDetails {}

    /**
     * {@code evaluationFailedEventDetails}.
     *
     * @param error the error name
     * @param cause the cause
     * @param location the field whose expression failed; null when AWS names none
     * @param state the state
     */
    record EvaluationFailed(@Nullable String error, @Nullable String cause, @Nullable String location, String state)
            implements HistoryEventDetails {}

    /** The one value of {@link None}. */
    static HistoryEventDetails none() {
        return None.INSTANCE;
    }
}
