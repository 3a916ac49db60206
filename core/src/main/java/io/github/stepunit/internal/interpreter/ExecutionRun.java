package io.github.stepunit.internal.interpreter;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.stepunit.definition.Limits;
import io.github.stepunit.history.HistoryEvent;
import io.github.stepunit.history.HistoryEventDetails;
import io.github.stepunit.history.HistoryEventDetails.Failed;
import io.github.stepunit.history.HistoryEventType;
import io.github.stepunit.history.Scope;
import io.github.stepunit.history.Trace;
import io.github.stepunit.internal.interpreter.HistoryRecorder.HistoryFullException;
import io.github.stepunit.internal.time.VirtualScheduler;
import io.github.stepunit.json.PayloadSize;
import io.github.stepunit.task.TaskHandler;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Random;
import java.util.function.Consumer;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;

/** One execution: its clock, its history, its frames, and how it ends. Driven step by step from outside. */
public final class ExecutionRun implements FrameOwner {

    private final RunSettings settings;
    private TaskHandler tasks;
    private final VirtualScheduler scheduler;
    private final HistoryRecorder history;
    private final ContextObject contextObject;
    private final PayloadSize payloadSize = new PayloadSize();
    private final PendingTasks pendingTasks = new PendingTasks();
    private final Random random;
    private final JsonNode input;
    private final Duration lifetime;
    private Instant deadline;
    private final boolean hasOwnTimeout;
    private final Frame top;
    private int redriveCount;
    private @Nullable Instant redriveTime;
    private long steps;
    private long tokens;
    private boolean ended;
    private boolean stepping;
    private @Nullable RuntimeException broken;

    /**
     * Starts an execution: ExecutionStarted is recorded, the first state not yet entered.
     *
     * @throws IllegalArgumentException when the input is larger than the limit
     */
    public ExecutionRun(PlannedStateMachine machine, RunSettings settings, JsonNode input, TaskHandler tasks) {
        this.settings = settings;
        this.tasks = tasks;
        this.scheduler = new VirtualScheduler(settings.start());
        this.history = new HistoryRecorder(settings.limits().historyEvents());
        this.contextObject = new ContextObject(settings, input);
        this.random = new Random(settings.seed());
        this.input = input;
        this.lifetime = lifetime(machine.timeoutSeconds(), settings.limits());
        this.deadline = VirtualScheduler.later(settings.start(), lifetime);
        this.hasOwnTimeout = lifetime.compareTo(settings.limits().duration()) < 0;
        if (isTooLarge(input)) {
            throw new IllegalArgumentException("The input of the execution has " + payloadSize.of(input)
                    + " bytes; AWS accepts at most " + settings.limits().payloadBytes() + " (StartExecution).");
        }
        this.top = new Frame(this, this, null, machine.graph(), Scope.EXECUTION, null, input);
        history.append(
                0,
                now(),
                HistoryEventType.EXECUTION_STARTED,
                new HistoryEventDetails.ExecutionStarted(
                        input,
                        settings.roleArn(),
                        settings.identity().aliasArn(),
                        settings.identity().versionArn()),
                Scope.EXECUTION,
                null);
        // The first StateEntered points at 0, not at ExecutionStarted.
        top.start(0);
    }

    private static Duration lifetime(@Nullable Long timeoutSeconds, Limits limits) {
        if (timeoutSeconds == null || timeoutSeconds == 0) {
            return limits.duration();
        }
        Duration timeout = Duration.ofSeconds(timeoutSeconds);
        return timeout.compareTo(limits.duration()) < 0 ? timeout : limits.duration();
    }

    // --- for the states

    VirtualScheduler scheduler() {
        return scheduler;
    }

    HistoryRecorder history() {
        return history;
    }

    ContextObject contextObject() {
        return contextObject;
    }

    PendingTasks pendingTasks() {
        return pendingTasks;
    }

    TaskHandler tasks() {
        return tasks;
    }

    RandomGenerator random() {
        return random;
    }

    String region() {
        return settings.region();
    }

    boolean deliversTwice(String state) {
        return settings.redundantDelivery().includes(state);
    }

    boolean isTooLarge(JsonNode payload) {
        int limit = settings.limits().payloadBytes();
        return limit != Integer.MAX_VALUE && payloadSize.exceeds(payload, limit);
    }

    String newTaskToken(Visit visit) {
        return settings.executionName() + "/" + visit.path() + "/" + ++tokens;
    }

    // --- for the driver

    /** Its surroundings. */
    public RunSettings settings() {
        return settings;
    }

    /** What it was started with; shared. */
    public JsonNode input() {
        return input;
    }

    /** Where the virtual clock stands. */
    public Instant now() {
        return scheduler.now();
    }

    /** All events so far, oldest first; grows while the execution runs. */
    public List<HistoryEvent> events() {
        return history.events();
    }

    /** Whether the execution is over. */
    public boolean hasEnded() {
        return ended;
    }

    /** When something happens next: work that is due, or the end of the execution's time. Null when it has ended. */
    public @Nullable Instant nextInstant() {
        if (ended) {
            return null;
        }
        if (broken != null) {
            return now();
        }
        Instant next = scheduler.nextInstant();
        return next == null || next.isAfter(deadline) ? deadline : next;
    }

    /**
     * Whether nothing will happen any more but the end of the longest time that AWS lets an execution run, while a task
     * waits for an answer that the test has promised to give by hand. A machine's own TimeoutSeconds is something that
     * happens.
     */
    public boolean isStuck() {
        return !ended
                && broken == null
                && !hasOwnTimeout
                && scheduler.nextInstant() == null
                && !waitingForTest().isEmpty();
    }

    /** The paths of the states that wait for an answer by hand. */
    public List<String> waitingForTest() {
        return pendingTasks.all().stream()
                .filter(TaskAttempt::isWaitingForTest)
                .map(attempt -> attempt.visit().path())
                .toList();
    }

    /**
     * Does the next piece of work. Does nothing when the execution has ended. What a task handler throws breaks the
     * execution off where it stands: each further step throws it again.
     */
    public void step() {
        refuseFromInside("run on");
        if (ended) {
            return;
        }
        if (broken != null) {
            throw broken;
        }
        Instant next = scheduler.nextInstant();
        if (next == null || next.isAfter(deadline)) {
            timeOut();
            return;
        }
        if (++steps > settings.limits().steps()) {
            failFrom(top.lastEventId(), StateError.of(StateError.RUNTIME, stepBudgetCause()), null);
            return;
        }
        stepping = true;
        try {
            scheduler.runNext();
        } catch (HistoryFullException e) {
            String cause = "The execution reached the maximum number of history events ("
                    + settings.limits().historyEvents() + ").";
            failFrom(events().size(), StateError.of(StateError.RUNTIME, cause), null);
        } catch (RuntimeException e) {
            broken = e;
            throw e;
        } finally {
            stepping = false;
        }
    }

    private void refuseFromInside(String what) {
        if (stepping) {
            throw new IllegalStateException("A mock cannot " + what
                    + " the execution that is just asking it for an answer."
                    + " Steer the execution from the test: startPaused(…), runUntilState(…), then " + what + ".");
        }
    }

    private String stepBudgetCause() {
        return "The execution used up its budget of " + settings.limits().steps()
                + " steps, which is StepUnit's and not AWS's. Does a loop have no way out? Limits.withSteps gives more.";
    }

    /** Moves the clock forward when nothing is due before. Does nothing when the execution has ended. */
    public void moveTo(Instant instant) {
        if (!ended) {
            scheduler.moveTo(instant);
        }
    }

    /** The token of a task of that state that has started and waits, or null. */
    public @Nullable String taskTokenOf(String state) {
        return pendingTasks.tokenOf(state);
    }

    /** Whether that token was given out, but its task has ended. */
    public boolean isOver(String taskToken) {
        return pendingTasks.isOver(taskToken);
    }

    /** SendTaskSuccess. Gives false when no task waits for that token. */
    public boolean sendTaskSuccess(String taskToken, JsonNode output) {
        return answer(taskToken, attempt -> attempt.succeed(output));
    }

    /** SendTaskFailure. Gives false when no task waits for that token. */
    public boolean sendTaskFailure(String taskToken, String error, @Nullable String cause) {
        return answer(taskToken, attempt -> attempt.fail(StateError.of(error, cause)));
    }

    private boolean answer(String taskToken, Consumer<TaskAttempt> answer) {
        TaskAttempt attempt = pendingTasks.find(taskToken);
        if (attempt == null) {
            return false;
        }
        // A token takes one answer, even before the execution runs on.
        pendingTasks.ended(taskToken);
        scheduler.post(() -> answer.accept(attempt));
        return true;
    }

    /** SendTaskHeartbeat. Gives false when no task waits for that token. */
    public boolean sendTaskHeartbeat(String taskToken) {
        TaskAttempt attempt = pendingTasks.find(taskToken);
        if (attempt != null) {
            attempt.heartbeat();
        }
        return attempt != null;
    }

    /** StopExecution. Does nothing when it has ended. */
    public void stop(@Nullable String error, @Nullable String cause) {
        refuseFromInside("stop");
        if (!ended) {
            // Points at 0 (api/test_sfn_api.test_stop_execution).
            end(HistoryEventType.EXECUTION_ABORTED, 0, new Failed(error, cause), null);
        }
    }

    // --- redrive

    /** How often it has been redriven. */
    public int redriveCount() {
        return redriveCount;
    }

    /** When it was redriven last; null when it never was. */
    public @Nullable Instant redriveTime() {
        return redriveTime;
    }

    /** Why it could not be redriven at that instant, in AWS's words; null when it could. */
    public @Nullable String redriveRefusal(Instant instant) {
        return Redrivability.refusal(this, instant);
    }

    /**
     * RedriveExecution, of an execution that {@link #redriveRefusal} does not speak against: goes on where it was
     * interrupted, with a fresh timeout.
     *
     * @param instant not before now
     * @param newTasks what answers its Tasks from here on
     */
    public void redrive(Instant instant, TaskHandler newTasks) {
        scheduler.moveTo(instant);
        tasks = newTasks;
        redriveCount++;
        redriveTime = now();
        steps = 0;
        ended = false;
        Instant longest = VirtualScheduler.later(settings.start(), settings.limits().duration());
        Instant end = VirtualScheduler.later(now(), lifetime);
        deadline = end.isBefore(longest) ? end : longest;
        contextObject.redriven(redriveCount, now());
        long redriven = history.append(
                events().size(),
                now(),
                HistoryEventType.EXECUTION_REDRIVEN,
                new HistoryEventDetails.ExecutionRedriven(redriveCount),
                Scope.EXECUTION,
                null);
        top.continueFrom(redriven);
        top.redrive();
    }

    // --- the ends

    @Override
    public void succeeded(Frame frame, JsonNode output) {
        end(HistoryEventType.EXECUTION_SUCCEEDED, frame.lastEventId(), new HistoryEventDetails.Succeeded(output), null);
    }

    @Override
    public void failed(Frame frame, StateError error, Trace.Uncaught trace) {
        failFrom(frame.lastEventId(), error, trace);
    }

    private void failFrom(long previousEventId, StateError error, Trace.@Nullable Uncaught trace) {
        end(HistoryEventType.EXECUTION_FAILED, previousEventId, new Failed(error.name(), error.cause()), trace);
    }

    private void timeOut() {
        scheduler.moveTo(deadline);
        // Exactly at start + timeout, pointing at 0, and the state that it interrupts gets no event.
        end(HistoryEventType.EXECUTION_TIMED_OUT, 0, new Failed(StateError.TIMEOUT, null), null);
    }

    private void end(
            HistoryEventType type, long previousEventId, HistoryEventDetails details, Trace.@Nullable Uncaught trace) {
        ended = true;
        top.drop();
        history.appendEnd(previousEventId, now(), type, details, trace);
    }
}
