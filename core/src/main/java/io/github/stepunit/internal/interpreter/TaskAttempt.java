package io.github.stepunit.internal.interpreter;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.stepunit.history.Trace;
import io.github.stepunit.internal.time.Timer;
import io.github.stepunit.internal.time.VirtualScheduler;
import io.github.stepunit.task.TaskOutcome;
import io.github.stepunit.task.TaskOutcome.Answer;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One attempt of a Task on its way: picked up, submitted, kept alive by heartbeats, and ended by an answer or a timeout,
 * whichever is first. An answer or heartbeat at the very instant of a timeout is in time: their timers are made first, and
 * timeouts stay behind them where the order of what is simultaneous is shuffled.
 */
final class TaskAttempt implements Ongoing {

    private final TaskCall call;
    private final Visit visit;
    private final TaskEvents events;
    private final TaskOutcome outcome;
    private final @Nullable NestedTask nested;
    private final @Nullable Trace delivered;
    private final List<Timer> timers = new ArrayList<>(2);
    private @Nullable Timer heartbeatTimer;
    private @Nullable Instant startedAt;
    private boolean ended;

    /**
     * @param nested the execution that does its work; null when the handler does
     * @param delivered the trace of a redundant delivery, or null
     */
    TaskAttempt(
            TaskCall call,
            TaskEvents events,
            TaskOutcome outcome,
            @Nullable NestedTask nested,
            @Nullable Trace delivered) {
        this.nested = nested;
        this.delivered = delivered;
        this.call = call;
        this.visit = call.visit();
        this.events = events;
        this.outcome = outcome;
    }

    void start() {
        visit.waitsFor(this);
        if (call.taskToken() != null) {
            visit.run().pendingTasks().add(call.taskToken(), this);
        }
        if (outcome.pickUpDelay().isZero()) {
            begin();
        } else {
            timers.add(scheduler().after(outcome.pickUpDelay(), this::begin));
        }
    }

    private VirtualScheduler scheduler() {
        return visit.run().scheduler();
    }

    private void begin() {
        startedAt = visit.run().scheduler().now();
        events.started(visit, outcome.workerName(), delivered);
        if (events instanceof IntegrationEvents integration && !submit(integration)) {
            return;
        }
        scheduleAnswer();
        outcome.heartbeats().forEach(offset -> timers.add(scheduler().after(offset, this::heartbeat)));
        if (call.timeoutSeconds() != null) {
            after(call.timeoutSeconds(), () -> timeOut(StateError.timeout()));
        }
        if (HttpTask.is(call.resource())) {
            timers.add(scheduler().timeoutAfter(HttpTask.LONGEST, () -> fail(HttpTask.NO_ANSWER)));
        }
        heartbeat();
    }

    /** Whether the attempt goes on: not when the service refuses the job itself. */
    private boolean submit(IntegrationEvents integration) {
        if (!call.resource().pattern().isSubmitted()) {
            return true;
        }
        if (outcome.answer() instanceof Answer.SubmitFailed failed) {
            StateError error = StateError.of(failed.error(), failed.cause());
            end();
            integration.submitFailed(visit, error);
            visit.fail(error);
            return false;
        }
        JsonNode output = outcome.submitOutput();
        integration.submitted(visit, output == null ? plainAnswer() : output);
        return true;
    }

    private static ObjectNode plainAnswer() {
        ObjectNode answer = JsonNodeFactory.instance.objectNode();
        answer.putObject("SdkHttpMetadata").put("HttpStatusCode", 200);
        return answer;
    }

    private void scheduleAnswer() {
        if (nested != null && nested.awaited() != null) {
            nested.awaited().whenEnded(child -> answered(nested.answer().apply(child)));
            return;
        }
        Answer answer = outcome.answer();
        Runnable work = null;
        if (answer instanceof Answer.Succeeded succeeded) {
            work = () -> succeed(succeeded.output());
        } else if (answer instanceof Answer.Failed failed) {
            work = () -> fail(StateError.of(failed.error(), failed.cause()));
        } else if (answer instanceof Answer.SubmitFailed failed) {
            // A request that is its own job: to refuse it is to fail it.
            work = () -> fail(StateError.of(failed.error(), failed.cause()));
        } else if (answer instanceof Answer.TimedOut) {
            work = () -> timeOut(StateError.timeout());
        }
        if (work != null && nested != null) {
            // In turn with what was started, which would otherwise run as far as it can before.
            scheduler().post(work);
        } else if (work != null) {
            timers.add(scheduler().after(outcome.latency(), work));
        }
    }

    /** The execution that did the work has ended. */
    private void answered(Answer answer) {
        if (answer instanceof Answer.Succeeded succeeded) {
            succeed(succeeded.output());
        } else if (answer instanceof Answer.Failed failed) {
            fail(StateError.of(failed.error(), failed.cause()));
        }
    }

    private void after(long seconds, Runnable work) {
        timers.add(scheduler().timeoutAfter(Duration.ofSeconds(seconds), work));
    }

    // --- what can happen to it

    boolean isWaitingForTest() {
        return !ended && outcome.answer() instanceof Answer.ByHand;
    }

    boolean hasStarted() {
        return startedAt != null;
    }

    /** When it began to wait for its answer: its start, or now when it has not been picked up. */
    Instant startedAt() {
        return startedAt == null ? scheduler().now() : startedAt;
    }

    Visit visit() {
        return visit;
    }

    void heartbeat() {
        if (ended || call.heartbeatSeconds() == null) {
            return;
        }
        if (heartbeatTimer != null) {
            heartbeatTimer.cancel();
        }
        heartbeatTimer = scheduler()
                .timeoutAfter(
                        Duration.ofSeconds(call.heartbeatSeconds()), () -> timeOut(StateError.heartbeatTimeout()));
    }

    void succeed(JsonNode output) {
        if (ended) {
            return;
        }
        end();
        if (visit.run().isTooLarge(output)) {
            StateError tooLarge = StateError.resultTooLarge(events.name());
            events.failed(visit, tooLarge);
            visit.fail(tooLarge);
        } else {
            events.succeeded(visit, output);
            visit.succeed(output);
        }
    }

    void fail(StateError error) {
        if (!ended) {
            end();
            events.failed(visit, error);
            visit.fail(error);
        }
    }

    private void timeOut(StateError error) {
        if (!ended) {
            end();
            events.timedOut(visit, error);
            visit.fail(error);
        }
    }

    @Override
    public void stop(boolean record) {
        boolean running = hasStarted() && !ended;
        end();
        if (running && nested != null && nested.awaited() != null) {
            nested.awaited().stop();
        }
    }

    private void end() {
        ended = true;
        timers.forEach(Timer::cancel);
        if (heartbeatTimer != null) {
            heartbeatTimer.cancel();
        }
        if (call.taskToken() != null) {
            visit.run().pendingTasks().ended(call.taskToken());
        }
    }
}
