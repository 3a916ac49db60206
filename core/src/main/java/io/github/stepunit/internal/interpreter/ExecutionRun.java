package io.github.stepunit.internal.interpreter;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.stepunit.definition.Limits;
import io.github.stepunit.definition.StateMachineType;
import io.github.stepunit.history.HistoryEvent;
import io.github.stepunit.history.HistoryEventDetails;
import io.github.stepunit.history.HistoryEventDetails.Failed;
import io.github.stepunit.history.HistoryEventType;
import io.github.stepunit.history.Scope;
import io.github.stepunit.history.Trace;
import io.github.stepunit.internal.time.Timer;
import io.github.stepunit.internal.time.VirtualScheduler;
import io.github.stepunit.task.TaskHandler;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Objects;
import java.util.function.Consumer;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;

/**
 * One execution: its history, its frames, its time, and how it ends. It shares the clock with the executions that it
 * starts and with the one that started it, all of which go on whichever of them is driven.
 */
public final class ExecutionRun implements FrameOwner {

    private final Simulation simulation;
    private final @Nullable Origin origin;
    private final @Nullable Consumer<ExecutionRun> onEnded;
    private final RunSettings settings;
    private final VisitSetup setup;
    private final JsonNode input;
    private final HistoryRecorder history;
    private final ContextObject contextObject;
    private final Duration lifetime;
    private final boolean hasOwnTimeout;
    private final Frame top;
    private final int depth;
    private List<DistributedMapRun> mapRuns = List.of();
    /** What its Tasks have started. */
    private final List<Nested> nested = new ArrayList<>(0);
    /** Null for that of the execution that started this one. */
    private @Nullable TaskHandler tasks;

    private @Nullable VisitListener listener;

    private Instant deadline;
    private @Nullable Timer timeout;
    private @Nullable Instant endTime;
    private int redriveCount;
    private @Nullable Instant redriveTime;

    /**
     * Starts an execution of its own: ExecutionStarted is recorded, the first state not yet entered.
     *
     * @param outside what it has to do with outside of it
     * @throws IllegalArgumentException when the input is larger than the limit
     */
    public ExecutionRun(PlannedStateMachine machine, RunSettings settings, JsonNode input, Outside outside) {
        this(machine, settings, input, outside, VisitSetup.NONE);
        if (isTooLarge(input)) {
            throw new IllegalArgumentException("The input of the execution has " + simulation.sizeOf(input)
                    + " bytes; AWS accepts at most " + settings.limits().payloadBytes() + " (StartExecution).");
        }
    }

    /** An execution of its own that begins in the middle of things. */
    ExecutionRun(PlannedStateMachine machine, RunSettings settings, JsonNode input, Outside outside, VisitSetup setup) {
        this(machine, settings, input, outside.tasks(), outside, setup, null, null);
    }

    private ExecutionRun(
            PlannedStateMachine machine,
            RunSettings settings,
            JsonNode input,
            @Nullable TaskHandler tasks,
            @Nullable Outside outside,
            VisitSetup setup,
            @Nullable Origin origin,
            @Nullable Consumer<ExecutionRun> onEnded) {
        this.settings = settings;
        this.setup = setup;
        this.listener = setup.listener();
        this.input = input;
        this.origin = origin;
        this.onEnded = onEnded;
        this.tasks = tasks;
        this.depth = origin == null ? 0 : origin.parent().depth + 1;
        this.simulation = origin == null
                ? new Simulation(this, settings, Objects.requireNonNull(outside, "outside"))
                : origin.parent().simulation;
        this.history = new HistoryRecorder(settings.limits().historyEvents(), this);
        this.contextObject = new ContextObject(settings, input, setup.context());
        this.lifetime = lifetime(machine.timeoutSeconds(), settings.limits());
        this.deadline = VirtualScheduler.later(settings.start(), lifetime);
        this.hasOwnTimeout = lifetime.compareTo(settings.limits().duration()) < 0;
        this.top = new Frame(this, this, null, machine.graph(), Scope.EXECUTION, setup.mapItem(), input);
        top.assign(setup.variables());
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
        if (origin == null && settings.type() == StateMachineType.STANDARD) {
            simulation.nestedWorkflows().exists(this);
        }
        // The first StateEntered points at 0, not at ExecutionStarted.
        top.start(0);
    }

    /**
     * Starts another execution on the same clock. The caller has made sure that the input is not too large, and that the
     * settings start now.
     *
     * @param onEnded is told, as a piece of work of its own, when the child has ended by itself or by a test that stopped it;
     *     not when {@link #stopChild} did
     */
    ExecutionRun startChild(
            PlannedStateMachine machine,
            RunSettings childSettings,
            JsonNode childInput,
            Origin childOrigin,
            Consumer<ExecutionRun> onEnded) {
        return startChild(machine, childSettings, childInput, null, childOrigin, onEnded);
    }

    /** @param childTasks what answers the child's Tasks; null for what answers this execution's */
    ExecutionRun startChild(
            PlannedStateMachine machine,
            RunSettings childSettings,
            JsonNode childInput,
            @Nullable TaskHandler childTasks,
            Origin childOrigin,
            Consumer<ExecutionRun> onEnded) {
        ExecutionRun child = new ExecutionRun(
                machine, childSettings, childInput, childTasks, null, VisitSetup.NONE, childOrigin, onEnded);
        if (listener != null && childOrigin.index() == null) {
            child.listener = listener.ofNested();
        }
        if (child.isTimedByItself()) {
            child.timeout = scheduler().atEndOf(child.deadline, child::timeOut);
        }
        return child;
    }

    /** Otherwise the outermost execution times out before. */
    private boolean isTimedByItself() {
        return hasOwnTimeout || deadline.isBefore(simulation.rootDeadline());
    }

    /** Stops a child that ends with this execution, or with the state that started it. Does nothing when it has ended. */
    void stopChild(ExecutionRun child) {
        simulation.stopWithParent(child);
    }

    private static Duration lifetime(@Nullable Long timeoutSeconds, Limits limits) {
        if (timeoutSeconds == null || timeoutSeconds == 0) {
            return limits.duration();
        }
        Duration timeout = Duration.ofSeconds(timeoutSeconds);
        return timeout.compareTo(limits.duration()) < 0 ? timeout : limits.duration();
    }

    // --- for the states

    Simulation simulation() {
        return simulation;
    }

    VirtualScheduler scheduler() {
        return simulation.scheduler();
    }

    HistoryRecorder history() {
        return history;
    }

    ContextObject contextObject() {
        return contextObject;
    }

    PendingTasks pendingTasks() {
        return simulation.pendingTasks();
    }

    TaskHandler tasks() {
        return tasks == null && origin != null ? origin.parent().tasks() : Objects.requireNonNull(tasks, "tasks");
    }

    RandomGenerator random() {
        return simulation.random();
    }

    /** From now on that one looks on, and nobody else. */
    public void watchedBy(VisitListener newListener) {
        listener = newListener;
    }

    /** Who looks on; null for nobody. */
    public @Nullable VisitListener listener() {
        return listener;
    }

    /** How often the retriers of the first state have been used before the execution began. */
    int retriesBefore() {
        return setup.retriesBefore();
    }

    String region() {
        return settings.region();
    }

    boolean deliversTwice(String state) {
        return settings.redundantDelivery().includes(state);
    }

    /** How many executions are around it. */
    int depth() {
        return depth;
    }

    void addNested(String statePath, ExecutionRun child) {
        nested.add(new Nested(statePath, child));
    }

    /** Null for the outermost execution. */
    @Nullable
    Origin origin() {
        return origin;
    }

    /** How many bytes a payload may have; {@link Integer#MAX_VALUE} for any. */
    int payloadLimit() {
        return settings.limits().payloadBytes();
    }

    long sizeOf(JsonNode value) {
        return simulation.sizeOf(value);
    }

    boolean isTooLarge(JsonNode payload) {
        int limit = settings.limits().payloadBytes();
        return limit != Integer.MAX_VALUE && simulation.exceeds(payload, limit);
    }

    String newTaskToken(Visit visit) {
        return settings.executionName() + "/" + visit.path() + "/" + simulation.nextToken();
    }

    /** The path of a state of this execution from the outermost execution on. */
    String fullPathOf(String path) {
        return origin == null ? path : origin.pathOf(path);
    }

    Instant deadline() {
        return deadline;
    }

    boolean hasOwnTimeout() {
        return hasOwnTimeout;
    }

    // --- for the driver

    /**
     * An execution that a Task has started.
     *
     * @param statePath the path of the Task in the execution that it belongs to
     * @param run the execution
     */
    public record Nested(String statePath, ExecutionRun run) {}

    /** The executions that its Tasks have started, in that order. */
    public List<Nested> nested() {
        return Collections.unmodifiableList(nested);
    }

    /**
     * Runs what goes on after the outermost execution has ended: executions that nobody waits for. Stops when they wait for
     * something that only a test could do.
     */
    public void runOthers() {
        if (origin == null) {
            simulation.runOthers();
        }
    }

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
        return simulation.scheduler().now();
    }

    /** When it ended; null while it runs. */
    public @Nullable Instant endTime() {
        return endTime;
    }

    /** All events so far, oldest first; grows while the execution runs. */
    public List<HistoryEvent> events() {
        return history.events();
    }

    /** The event that ended it. */
    HistoryEvent endEvent() {
        if (!hasEnded()) {
            throw new IllegalStateException("The execution " + settings.executionArn() + " has not ended");
        }
        return events().get(events().size() - 1);
    }

    /** The Map Runs of its Distributed Maps so far, in the order in which they began. */
    public List<DistributedMapRun> mapRuns() {
        return Collections.unmodifiableList(mapRuns);
    }

    /** Notes a Map Run that begins, and gives its number, from 1. */
    int addMapRun(DistributedMapRun mapRun) {
        if (mapRuns.isEmpty()) {
            mapRuns = new ArrayList<>(1);
        }
        mapRuns.add(mapRun);
        return mapRuns.size();
    }

    /** Whether the execution is over. */
    public boolean hasEnded() {
        return endTime != null;
    }

    /** When something happens next: work that is due, or the end of the execution's time. Null when it has ended. */
    public @Nullable Instant nextInstant() {
        if (hasEnded()) {
            return null;
        }
        Instant next = simulation.nextInstant();
        return next == null ? deadline : next;
    }

    /**
     * Whether nothing will happen any more but the end of the longest time that AWS lets an execution run, while a task
     * waits for an answer that the test has promised to give by hand. A machine's own TimeoutSeconds is something that
     * happens.
     */
    public boolean isStuck() {
        return !hasEnded() && simulation.isStuck();
    }

    /** The paths of the states that wait for an answer by hand. */
    public List<WaitingTask> waitingForTest() {
        return simulation.waitingForTest();
    }

    /**
     * Does the next piece of work. Does nothing when the execution has ended. What a task handler throws breaks the
     * execution off where it stands: each further step throws it again.
     */
    public void step() {
        if (hasEnded()) {
            simulation.refuseFromInside("run on");
        } else if (simulation.nextInstant() == null) {
            // Nothing will happen any more in an execution that has outlived the one that started it.
            moveTo(deadline);
            timeOut();
        } else {
            simulation.step();
        }
    }

    /** Moves the clock forward when nothing is due before. Does nothing when the execution has ended. */
    public void moveTo(Instant instant) {
        simulation.refuseFromInside("advance");
        if (!hasEnded()) {
            scheduler().moveTo(instant);
        }
    }

    /** The token of a task of that state that has started and waits, or null. */
    public @Nullable String taskTokenOf(String state) {
        return pendingTasks().tokenOf(state);
    }

    /** Whether that token was given out, but its task has ended. */
    public boolean isOver(String taskToken) {
        return pendingTasks().isOver(taskToken);
    }

    /** SendTaskSuccess. Gives false when no task waits for that token. */
    public boolean sendTaskSuccess(String taskToken, JsonNode output) {
        return simulation.answer(taskToken, attempt -> attempt.succeed(output));
    }

    /** SendTaskFailure. Gives false when no task waits for that token. */
    public boolean sendTaskFailure(String taskToken, String error, @Nullable String cause) {
        return simulation.answer(taskToken, attempt -> attempt.fail(StateError.of(error, cause)));
    }

    /** SendTaskHeartbeat. Gives false when no task waits for that token. */
    public boolean sendTaskHeartbeat(String taskToken) {
        TaskAttempt attempt = pendingTasks().find(taskToken);
        if (attempt != null) {
            attempt.heartbeat();
        }
        return attempt != null;
    }

    /** StopExecution. Does nothing when it has ended. */
    public void stop(@Nullable String error, @Nullable String cause) {
        simulation.refuseFromInside("stop");
        if (!hasEnded()) {
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
        simulation.resumeAt(instant);
        tasks = newTasks;
        goOnRedriven();
    }

    /** Goes on where it was interrupted, as a child execution of a Map Run that is redriven. */
    void redriveWithMapRun() {
        goOnRedriven();
    }

    private void goOnRedriven() {
        redriveCount++;
        redriveTime = now();
        endTime = null;
        Instant longest =
                VirtualScheduler.later(settings.start(), settings.limits().duration());
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
        if (origin != null && isTimedByItself()) {
            timeout = scheduler().atEndOf(deadline, this::timeOut);
        }
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
        end(HistoryEventType.EXECUTION_FAILED, previousEventId, error.details(), trace);
    }

    /** Ends it for a reason that no state has raised. */
    void failWithoutState(String cause) {
        failFrom(top.lastEventId(), StateError.of(StateError.RUNTIME, cause), null);
    }

    void failOfFullHistory() {
        String cause = "The execution reached the maximum number of history events ("
                + settings.limits().historyEvents() + ").";
        failFrom(events().size(), StateError.of(StateError.RUNTIME, cause), null);
    }

    void timeOut() {
        // Exactly at start + timeout, pointing at 0, and the state that it interrupts gets no event.
        end(HistoryEventType.EXECUTION_TIMED_OUT, 0, new Failed(StateError.TIMEOUT, null), null);
    }

    /** Ends it with the execution that started it, which hears nothing of that. */
    void abort() {
        if (!hasEnded()) {
            close(HistoryEventType.EXECUTION_ABORTED, 0, new Failed(null, null), null);
        }
    }

    private void end(
            HistoryEventType type, long previousEventId, HistoryEventDetails details, Trace.@Nullable Uncaught trace) {
        close(type, previousEventId, details, trace);
        if (onEnded != null) {
            // Not from here: how deep executions are nested must cost no stack.
            scheduler().post(() -> onEnded.accept(this));
        }
    }

    private void close(
            HistoryEventType type, long previousEventId, HistoryEventDetails details, Trace.@Nullable Uncaught trace) {
        endTime = now();
        if (timeout != null) {
            timeout.cancel();
            timeout = null;
        }
        top.drop();
        history.appendEnd(previousEventId, now(), type, details, trace);
    }
}
