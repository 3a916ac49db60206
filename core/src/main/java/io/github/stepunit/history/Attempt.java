package io.github.stepunit.history;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.apiguardian.api.API;
import org.jspecify.annotations.Nullable;

/**
 * One attempt of a Task, Parallel or Map state: the first one, or one that a retrier or a redrive asked for.
 *
 * @param number from 1
 * @param scheduled the event that began it: {@code TaskScheduled}, {@code LambdaFunctionScheduled},
 *     {@code ActivityScheduled}, {@code ParallelStateStarted} or {@code MapStateStarted}
 * @param outcome the event that ended it; null while it runs, when it was cut off, and for an attempt of a Parallel or Map
 *     state that was retried, where AWS records no such event
 * @param end virtual time of its end; null while it runs
 * @param failed whether it failed or timed out
 * @param error the error name; null when it did not fail, or failed without one
 * @param cause the cause; null when there is none
 * @param deliveries how often its Task was delivered: 1, or 2 where a test asked for that
 * @param runs the branches or iterations that were started in it, in order of their index; empty for a Task
 */
@API(status = API.Status.EXPERIMENTAL, since = "0.1")
public record Attempt(
        int number,
        HistoryEvent scheduled,
        @Nullable HistoryEvent outcome,
        @Nullable Instant end,
        boolean failed,
        @Nullable String error,
        @Nullable String cause,
        int deliveries,
        List<ScopeRun> runs) {

    public Attempt {
        runs = List.copyOf(runs);
    }

    /** Virtual time of its start. */
    public Instant start() {
        return scheduled.timestamp();
    }

    /** The retrier that asked for it and the wait before it; null for the first attempt, and in histories read from AWS. */
    public Trace.@Nullable Retried retried() {
        return scheduled.trace() instanceof Trace.Retried retried ? retried : null;
    }

    /** The redrive of the execution that asked for it; null for other attempts, and in histories read from AWS. */
    public Trace.@Nullable Redriven redriven() {
        return scheduled.trace() instanceof Trace.Redriven redriven ? redriven : null;
    }

    /** The wait between the failure of the attempt before and this one; null where {@link #retried} is null. */
    public @Nullable Duration waited() {
        Trace.Retried retried = retried();
        return retried == null ? null : retried.waited();
    }

    /** Whether the task ran out of its timeout or heartbeat. */
    public boolean timedOut() {
        return outcome != null && outcome.type().awsName().endsWith("TimedOut");
    }

    /** What the service, function or activity was called with; null for Parallel and Map. */
    public @Nullable JsonNode taskInput() {
        HistoryEventDetails details = scheduled.details();
        if (details instanceof HistoryEventDetails.TaskScheduled task) {
            return task.parameters();
        }
        if (details instanceof HistoryEventDetails.LambdaFunctionScheduled lambda) {
            return lambda.input();
        }
        return details instanceof HistoryEventDetails.ActivityScheduled activity ? activity.input() : null;
    }

    /** What the service, function or activity answered; null when it did not succeed, and for Parallel and Map. */
    public @Nullable JsonNode taskOutput() {
        if (failed || outcome == null) {
            return null;
        }
        if (outcome.details() instanceof HistoryEventDetails.TaskAnswered answered) {
            return answered.output();
        }
        return outcome.details() instanceof HistoryEventDetails.Succeeded succeeded ? succeeded.output() : null;
    }
}
