package io.github.stepunit.history;

import java.time.Duration;
import org.apiguardian.api.API;
import org.jspecify.annotations.Nullable;

/** What StepUnit knows about an event beyond what AWS records. Never stands instead of an event, always beside one. */
@API(status = API.Status.EXPERIMENTAL, since = "0.1")
public sealed interface Trace {

    /**
     * On {@code ChoiceStateExited}: a rule matched.
     *
     * @param index the rule, from 0
     */
    record RuleMatched(int index) implements Trace {}

    /** On {@code ChoiceStateExited}: no rule matched and the {@code Default} was taken. */
    record DefaultTaken() implements Trace {}

    /**
     * On the first event of another attempt ({@code TaskScheduled}, {@code LambdaFunctionScheduled},
     * {@code ActivityScheduled}, {@code ParallelStateStarted}, {@code MapStateStarted}): a retrier asked for it.
     *
     * @param retrier the retrier, from 0
     * @param attempt the attempt that begins, so 2 for the first retry
     * @param waited the interval between the failure and this attempt
     * @param error the error that was retried
     * @param failed how the error left the branch, when a Parallel state is tried again, for which AWS records no
     *     failure; otherwise null
     */
    record Retried(int retrier, int attempt, Duration waited, String error, @Nullable Uncaught failed)
            implements Trace {

        /** Of an error that arose in the state itself. */
        public Retried(int retrier, int attempt, Duration waited, String error) {
            this(retrier, attempt, waited, error, null);
        }
    }

    /**
     * On {@code TaskTimedOut} and {@code ActivityTimedOut}: no heartbeat came in time. AWS records
     * {@code States.Timeout} for it as for any timeout.
     */
    record HeartbeatMissed() implements Trace {}

    /**
     * On the first event of another attempt, like {@link Retried}: a redrive of the execution asked for it.
     *
     * @param redriveCount how often the execution had been redriven then
     */
    record Redriven(int redriveCount) implements Trace {}

    /**
     * On {@code TaskStarted} and {@code LambdaFunctionStarted} of an Express execution: the Task was delivered twice, and
     * the first answer lost.
     */
    record DeliveredTwice() implements Trace {}

    /**
     * On the {@code …StateExited} of a state whose error was caught.
     *
     * @param catcher the catcher, from 0
     * @param error the error that was caught
     * @param cause its cause; null when there is none
     * @param exhaustedRetrier the retrier that matched but had no attempt left, or null
     */
    record Caught(int catcher, String error, @Nullable String cause, @Nullable Integer exhaustedRetrier)
            implements Trace {}

    /**
     * On {@code MapRunSucceeded} and {@code MapRunFailed}: how many items the Map Run had. AWS's history has no number:
     * {@code MapStateStarted} of a Distributed Map says 0.
     *
     * @param total all items
     * @param failed those that failed
     */
    record MapRunItems(long total, long failed) implements Trace {}

    /**
     * On {@code MapRunFailed}: what the error has to do with, beyond AWS's cause.
     *
     * @param text which objects there are instead, which line is broken, and the like
     */
    record Explained(String text) implements Trace {}

    /**
     * On the event that ends a machine because an error left one of its states ({@code ExecutionFailed},
     * {@code MapIterationFailed}, {@code ParallelStateFailed}, {@code MapStateFailed}).
     *
     * @param state the full path of the state
     * @param error the error; null for a Fail state without one
     * @param exhaustedRetrier the retrier that matched but had no attempt left, or null
     */
    record Uncaught(String state, @Nullable String error, @Nullable Integer exhaustedRetrier) implements Trace {}
}
