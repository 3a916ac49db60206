package io.github.stepunit.contract.recorded;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.stepunit.history.Attempt;
import io.github.stepunit.history.HistoryEvent;
import io.github.stepunit.history.HistoryEventDetails;
import io.github.stepunit.history.HistoryEventType;
import io.github.stepunit.task.TaskOutcome;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One recorded attempt of a Task.
 *
 * @param attempt what the history says of it
 * @param started when the service or worker took it up; null when it never did
 * @param submitted the first answer to a {@code .sync} or callback task; null when there is none
 */
record RecordedAttempt(Attempt attempt, @Nullable HistoryEvent started, @Nullable HistoryEvent submitted) {

    private static final Duration NEVER = Duration.ofDays(3650);

    /** The attempt with the events in between, which follow each other by {@code previousEventId}. */
    static RecordedAttempt of(Attempt attempt, FollowingEvents following) {
        HistoryEvent started = following.after(
                attempt.scheduled(),
                HistoryEventType.TASK_STARTED,
                HistoryEventType.LAMBDA_FUNCTION_STARTED,
                HistoryEventType.ACTIVITY_STARTED);
        HistoryEvent submitted = started == null ? null : following.after(started, HistoryEventType.TASK_SUBMITTED);
        return new RecordedAttempt(attempt, started, submitted);
    }

    /** What the attempt was called with. */
    @Nullable
    JsonNode input() {
        return attempt.taskInput();
    }

    /** The same, for the interpreter: the answer, after the time that it took. */
    TaskOutcome outcome() {
        TaskOutcome outcome = answer().after(latency());
        if (submitted != null && submitted.details() instanceof HistoryEventDetails.TaskAnswered answered) {
            outcome = outcome.submittedWith(answered.output());
        }
        if (attempt.scheduled().type() == HistoryEventType.ACTIVITY_SCHEDULED) {
            outcome = outcome.pickedUpAfter(pickUp(), worker());
        }
        return outcome.withHeartbeats(heartbeats().toArray(Duration[]::new));
    }

    private TaskOutcome answer() {
        HistoryEvent end = attempt.outcome();
        if (end == null) {
            // Cut off by something else, so that nobody knows its answer.
            return TaskOutcome.neverAnswer();
        }
        if (attempt.timedOut()) {
            // The state's own limit ends it again, whatever it is by now.
            return timeout() == null && heartbeat() == null ? TaskOutcome.timeOut() : TaskOutcome.neverAnswer();
        }
        if (attempt.failed()) {
            String error = attempt.error() == null ? "" : attempt.error();
            return end.type() == HistoryEventType.TASK_SUBMIT_FAILED
                    ? TaskOutcome.failToSubmit(error, attempt.cause())
                    : TaskOutcome.fail(error, attempt.cause());
        }
        JsonNode output = attempt.taskOutput();
        return output == null ? TaskOutcome.neverAnswer() : TaskOutcome.succeed(output);
    }

    private Duration latency() {
        HistoryEvent end = attempt.outcome();
        HistoryEvent start = started == null ? attempt.scheduled() : started;
        return end == null ? Duration.ZERO : atLeastZero(Duration.between(start.timestamp(), end.timestamp()));
    }

    private Duration pickUp() {
        return started == null
                // Nobody took it up before it ended.
                ? NEVER
                : atLeastZero(Duration.between(attempt.scheduled().timestamp(), started.timestamp()));
    }

    private @Nullable String worker() {
        return started != null && started.details() instanceof HistoryEventDetails.ActivityStarted activity
                ? activity.workerName()
                : null;
    }

    /**
     * AWS records no heartbeats. There must have been enough of them to get as far as the attempt got: up to its answer, or
     * up to the length of one heartbeat before it was lost.
     */
    private List<Duration> heartbeats() {
        List<Duration> beats = new ArrayList<>();
        Long seconds = heartbeat();
        if (seconds != null && seconds > 0) {
            addHeartbeats(Duration.ofSeconds(seconds), beats);
        }
        return beats;
    }

    private void addHeartbeats(Duration length, List<Duration> beats) {
        Duration until = lostHeartbeat() ? latency().minus(length) : latency();
        for (Duration at = length.dividedBy(2); at.compareTo(until) < 0; at = at.plus(length.dividedBy(2))) {
            beats.add(at);
        }
        if (lostHeartbeat() && !until.isNegative() && !until.isZero()) {
            beats.add(until);
        }
    }

    private boolean lostHeartbeat() {
        Long limit = timeout();
        return attempt.timedOut()
                && (limit == null
                        || latency().compareTo(Duration.ofSeconds(limit).minusSeconds(1)) < 0);
    }

    private @Nullable Long heartbeat() {
        HistoryEventDetails details = attempt.scheduled().details();
        if (details instanceof HistoryEventDetails.TaskScheduled task) {
            return task.heartbeatInSeconds();
        }
        return details instanceof HistoryEventDetails.ActivityScheduled activity ? activity.heartbeatInSeconds() : null;
    }

    private @Nullable Long timeout() {
        HistoryEventDetails details = attempt.scheduled().details();
        if (details instanceof HistoryEventDetails.TaskScheduled task) {
            return task.timeoutInSeconds();
        }
        if (details instanceof HistoryEventDetails.LambdaFunctionScheduled lambda) {
            return lambda.timeoutInSeconds();
        }
        return details instanceof HistoryEventDetails.ActivityScheduled activity ? activity.timeoutInSeconds() : null;
    }

    private static Duration atLeastZero(Duration duration) {
        return duration.isNegative() ? Duration.ZERO : duration;
    }
}
