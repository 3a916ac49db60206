package io.github.stepunit.task;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.stepunit.json.JsonText;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import org.apiguardian.api.API;
import org.jspecify.annotations.Nullable;

/**
 * How one attempt of a Task ends, and when on the virtual clock. Immutable.
 *
 * <pre>{@code
 * TaskOutcome.succeed("{'receipt': 'r-1'}").after(Duration.ofSeconds(3))
 * TaskOutcome.fail("Lambda.TooManyRequestsException", "Rate exceeded")
 * TaskOutcome.neverAnswer().withHeartbeats(Duration.ofMinutes(1), Duration.ofMinutes(2))
 * }</pre>
 *
 * @param answer the answer itself
 * @param latency from the start of the attempt (TaskStarted, ActivityStarted) to the answer
 * @param heartbeats from the start of the attempt to each heartbeat, ascending
 * @param submitOutput the service's first answer to a {@code .sync} or {@code .waitForTaskToken} task (TaskSubmitted);
 *     null for a plausible one
 * @param pickUpDelay from ActivityScheduled to ActivityStarted; zero for anything but activities
 * @param workerName name of the activity worker; null for none
 */
@API(status = API.Status.EXPERIMENTAL, since = "0.1")
public record TaskOutcome(
        Answer answer,
        Duration latency,
        List<Duration> heartbeats,
        @Nullable JsonNode submitOutput,
        Duration pickUpDelay,
        @Nullable String workerName) {

    /** What the attempt gives. */
    public sealed interface Answer {

        /**
         * The task succeeds.
         *
         * @param output the raw result, as the real integration gives it
         */
        record Succeeded(JsonNode output) implements Answer {}

        /**
         * The task fails.
         *
         * @param error the error name, exactly as Retry and Catch would see it on AWS
         * @param cause the cause; null for none
         */
        record Failed(String error, @Nullable String cause) implements Answer {}

        /**
         * The request of a {@code .sync} or {@code .waitForTaskToken} task is itself refused, so that the job never
         * starts (TaskSubmitFailed).
         *
         * @param error the error name
         * @param cause the cause; null for none
         */
        record SubmitFailed(String error, @Nullable String cause) implements Answer {}

        /**
         * The task cannot even be scheduled: the state fails with {@code States.Runtime}, which nothing catches. That is
         * how AWS answers to an activity that does not exist, and to parameters that the service's model refuses.
         *
         * @param cause the cause, without the prefix that names the state: {@code The activity … does not exist.}
         */
        record NotStarted(String cause) implements Answer {}

        /** The task times out by itself (TaskTimedOut, {@code States.Timeout}), whatever the state's own timeout. */
        record TimedOut() implements Answer {}

        /** Nobody ever answers: the state's timeout or heartbeat decides, or the limit of the whole execution. */
        record Never() implements Answer {}

        /**
         * The test answers by hand, with the task token. A run to the end that gets stuck on it fails with a message
         * that names the state.
         */
        record ByHand() implements Answer {}
    }

    public TaskOutcome {
        Objects.requireNonNull(answer, "answer");
        heartbeats = List.copyOf(heartbeats);
        requireNotNegative("latency", latency);
        requireNotNegative("pickUpDelay", pickUpDelay);
        heartbeats.forEach(heartbeat -> requireNotNegative("heartbeat", heartbeat));
    }

    private static void requireNotNegative(String what, Duration duration) {
        if (duration.isNegative()) {
            throw new IllegalArgumentException(
                    "The " + what + " of a task outcome cannot be negative, but was " + duration + ".");
        }
    }

    private static TaskOutcome of(Answer answer) {
        return new TaskOutcome(answer, Duration.ZERO, List.of(), null, Duration.ZERO, null);
    }

    /** The task succeeds with this raw result, of which a copy is taken. */
    public static TaskOutcome succeed(JsonNode output) {
        return succeedShared(JsonText.taken(Objects.requireNonNull(output, "output")));
    }

    /** The task succeeds with this raw result, which nobody will change. */
    static TaskOutcome succeedShared(JsonNode output) {
        return of(new Answer.Succeeded(output));
    }

    /**
     * The task succeeds with this raw result.
     *
     * @param json JSON text; single quotes are allowed
     * @throws io.github.stepunit.json.InvalidJsonException when it is not JSON
     */
    public static TaskOutcome succeed(String json) {
        return succeedShared(JsonText.parseLenient(Objects.requireNonNull(json, "json")));
    }

    /** The task fails with this error and no cause. */
    public static TaskOutcome fail(String error) {
        return fail(error, null);
    }

    /** The task fails. */
    public static TaskOutcome fail(String error, @Nullable String cause) {
        return of(new Answer.Failed(Objects.requireNonNull(error, "error"), cause));
    }

    /** The request of a {@code .sync} or {@code .waitForTaskToken} task is refused. */
    public static TaskOutcome failToSubmit(String error, @Nullable String cause) {
        return of(new Answer.SubmitFailed(Objects.requireNonNull(error, "error"), cause));
    }

    /** The task cannot even be scheduled, for this cause. */
    public static TaskOutcome notStarted(String cause) {
        return of(new Answer.NotStarted(Objects.requireNonNull(cause, "cause")));
    }

    /** The task times out by itself. */
    public static TaskOutcome timeOut() {
        return of(new Answer.TimedOut());
    }

    /** Nobody ever answers. */
    public static TaskOutcome neverAnswer() {
        return of(new Answer.Never());
    }

    /** The test answers by hand. */
    public static TaskOutcome answerByHand() {
        return of(new Answer.ByHand());
    }

    /** The same answer, this long after the start of the attempt. */
    public TaskOutcome after(Duration newLatency) {
        return new TaskOutcome(answer, newLatency, heartbeats, submitOutput, pickUpDelay, workerName);
    }

    /** The same answer, with heartbeats at these times after the start of the attempt. */
    public TaskOutcome withHeartbeats(Duration... afterStart) {
        return new TaskOutcome(
                answer, latency, List.of(afterStart).stream().sorted().toList(), submitOutput, pickUpDelay, workerName);
    }

    /** The same answer, with this first answer of the service when the task is submitted. */
    public TaskOutcome submittedWith(JsonNode output) {
        return new TaskOutcome(answer, latency, heartbeats, output, pickUpDelay, workerName);
    }

    /** The same answer, by an activity worker of this name that takes up the task after this time. */
    public TaskOutcome pickedUpAfter(Duration delay, @Nullable String worker) {
        return new TaskOutcome(answer, latency, heartbeats, submitOutput, delay, worker);
    }
}
