package io.github.stepunit.internal.interpreter;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.stepunit.expression.EvaluationException;
import io.github.stepunit.history.DataFlowStep;
import io.github.stepunit.history.HistoryEventDetails;
import io.github.stepunit.history.HistoryEventType;
import io.github.stepunit.history.Trace;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** One visit of a state, from Entered to Exited: everything about it that changes. */
final class Visit {

    private final Frame frame;
    private final PlannedState planned;
    private final JsonNode rawInput;
    private final Instant enteredTime;
    private final long previousEventId;
    private final long enteredEventId;
    private final VisitScope scope;
    private Retries retries;
    private @Nullable Ongoing ongoing;
    /** The branches or iterations of this attempt, as long as a redrive could go on with them. */
    private @Nullable FrameGroup group;

    private boolean started;
    private boolean entering = true;
    private Trace.@Nullable Uncaught inner;

    Visit(
            Frame frame,
            PlannedState planned,
            JsonNode rawInput,
            Instant enteredTime,
            long previousEventId,
            long enteredEventId) {
        this.frame = frame;
        this.planned = planned;
        this.rawInput = rawInput;
        this.enteredTime = enteredTime;
        this.previousEventId = previousEventId;
        this.enteredEventId = enteredEventId;
        this.scope = new VisitScope(this);
        this.retries = Retries.of(planned, frame.execution().retriesBefore());
    }

    Frame frame() {
        return frame;
    }

    ExecutionRun run() {
        return frame.execution();
    }

    PlannedState planned() {
        return planned;
    }

    String name() {
        return planned.name();
    }

    /** The state's path through the Parallel and Map states around it. */
    String path() {
        return frame.scope().pathOf(name());
    }

    /** The same, from the outermost execution on: what tells the tasks of several executions apart. */
    String fullPath() {
        return run().fullPathOf(path());
    }

    JsonNode rawInput() {
        return rawInput;
    }

    Instant enteredTime() {
        return enteredTime;
    }

    Retries retries() {
        return retries;
    }

    /** What expressions of this state see; {@code input} is what {@code $} means there. */
    VisitScope scope(JsonNode input) {
        return scope.withInput(input);
    }

    // --- for those who look on

    /** Tells the listener, if there is one, what the payload is after a step. */
    void passed(DataFlowStep step, JsonNode value) {
        VisitListener listener = run().listener();
        if (listener != null) {
            listener.passed(point(), step, value);
        }
    }

    void raised(StateError error) {
        VisitListener listener = run().listener();
        if (listener != null) {
            listener.raised(point(), error.name(), error.cause());
        }
    }

    VisitPoint point() {
        return new VisitPoint(path(), enteredEventId, retries.total() + 1);
    }

    // --- attempts

    /** Begins an attempt. */
    void attempt() {
        ongoing = null;
        group = null;
        started = false;
        inner = null;
        scope.forget();
        passed(DataFlowStep.INPUT, rawInput);
        try {
            planned.executor().execute(this);
        } catch (EvaluationException e) {
            fail(e);
        }
        entering = false;
    }

    /** The trace of the retrier or the redrive that asked for this attempt; null for the first. */
    @Nullable
    Trace retried() {
        return retries.trace();
    }

    /** Notes what the state waits for, so that it can be stopped. */
    void waitsFor(Ongoing newOngoing) {
        ongoing = newOngoing;
    }

    /** Notes the branches or iterations that the state waits for, so that they can be stopped, and redriven. */
    void waitsFor(FrameGroup newGroup) {
        ongoing = newGroup;
        group = newGroup;
    }

    /**
     * Goes on after the execution was redriven, with all retries to use again. A Parallel or Map state goes on with those
     * branches or iterations that have not succeeded; all others begin another attempt.
     */
    void redrive() {
        entering = false;
        retries = Retries.afterRedrive(planned, run().redriveCount());
        scope.forget();
        FrameGroup stopped = group;
        if (stopped == null) {
            attempt();
        } else {
            started = false;
            inner = null;
            ongoing = stopped;
            stopped.redrive();
        }
    }

    void stop(boolean record) {
        Ongoing stopped = ongoing;
        ongoing = null;
        if (stopped != null) {
            stopped.stop(record);
        }
    }

    // --- input

    /** What the state's own fields see as its input. */
    JsonNode effectiveInput() {
        return planned.pipeline().effectiveInput(this);
    }

    /** What the state's work gets. */
    JsonNode request(JsonNode effectiveInput) {
        return planned.pipeline().request(this, effectiveInput);
    }

    // --- ways out

    /** The work is done; goes on with Next or End. */
    void succeed(JsonNode result) {
        succeedTo(result, planned.pipeline(), planned.state().next(), null);
    }

    /**
     * The work is done.
     *
     * @param pipeline makes the output
     * @param next the state that follows; null for the end of the machine
     */
    void succeedTo(JsonNode result, Pipeline pipeline, @Nullable String next, @Nullable Trace trace) {
        ongoing = null;
        passed(DataFlowStep.RESULT, result);
        Outcome outcome;
        try {
            outcome = pipeline.outcome(this, result);
        } catch (EvaluationException e) {
            fail(e);
            return;
        }
        leave(outcome, next, trace);
    }

    @SuppressWarnings("ReferenceEquality") // the very same tree has been measured when it came in
    private void leave(Outcome outcome, @Nullable String next, @Nullable Trace trace) {
        JsonNode output = outcome.output();
        if (output != rawInput && run().isTooLarge(output)) {
            fail(StateError.outputTooLarge(name()));
            return;
        }
        StateError variables = VariableLimits.exceeded(this, outcome.assigned());
        if (variables != null) {
            fail(variables);
            return;
        }
        HistoryEventType exited = planned.exited();
        if (exited != null) {
            frame.emit(exited, new HistoryEventDetails.StateExited(name(), output, outcome.assigned()), trace);
        }
        frame.assign(outcome.assigned());
        passed(DataFlowStep.OUTPUT, output);
        VisitListener listener = run().listener();
        if (listener != null) {
            listener.left(point(), output, next, outcome.assigned(), trace);
        }
        if (next == null) {
            frame.end(output);
        } else {
            frame.goTo(next, output);
        }
    }

    /** An error: retried, caught, or let out of the machine. */
    void fail(StateError error) {
        ongoing = null;
        forgetGroupAfter(error);
        ErrorStage.handle(this, error);
    }

    /** A redrive runs the whole state again. */
    void forgetGroup() {
        group = null;
    }

    /** After States.DataLimitExceeded a redrive runs the whole state again, with the branches that had succeeded. */
    private void forgetGroupAfter(StateError error) {
        if (StateError.DATA_LIMIT_EXCEEDED.equals(error.name())) {
            group = null;
        }
    }

    /**
     * An error of a Parallel or Map state that has recorded its start: unless it is retried, it also records its failure.
     *
     * @param trace how the error left the branch; null when it arose in the state itself
     */
    void failAfterStart(StateError error, Trace.@Nullable Uncaught trace) {
        ongoing = null;
        started = true;
        inner = trace;
        forgetGroupAfter(error);
        ErrorStage.handle(this, error);
    }

    /** How the latest error left a branch; null when it arose in the state itself. */
    Trace.@Nullable Uncaught inner() {
        return inner;
    }

    /** Records ParallelStateFailed or MapStateFailed, if the state has got that far. */
    void recordFailure() {
        HistoryEventType failed = planned.failed();
        if (started && failed != null) {
            // Once for each attempt, even if what follows fails as well.
            started = false;
            frame.emit(failed, HistoryEventDetails.none(), inner);
        }
    }

    /** The error was caught. */
    void caught(JsonNode errorOutput, CaughtBy by) {
        Outcome outcome;
        try {
            outcome = by.pipeline().outcome(this, errorOutput);
        } catch (EvaluationException e) {
            StateError error = errorOf(e);
            raised(error);
            leaveBy(error, new Trace.Uncaught(path(), error.name(), null));
            return;
        }
        leave(outcome, by.next(), by.trace());
    }

    /** The error leaves the machine. */
    void leaveBy(StateError error, Trace.Uncaught trace) {
        VisitListener listener = run().listener();
        if (listener != null) {
            listener.failed(point(), trace);
        }
        frame.fail(error, trace);
    }

    /** An expression failed. A Parallel or Map state then also records its failure, even if it has not started yet. */
    private void fail(EvaluationException e) {
        StateError error = errorOf(e);
        if (e.isOfQuery()) {
            failAfterStart(error, null);
        } else {
            fail(error);
        }
    }

    /**
     * An error that the interpreter itself raises names the state, once, at the innermost state. That of a query is
     * recorded.
     */
    StateError errorOf(EvaluationException e) {
        StateError error = StateError.of(e.error(), prefix() + e.causeText());
        if (e.isOfQuery()) {
            if (entering && frame.lastEventId() == enteredEventId) {
                // As if AWS had not gone on from StateEntered yet
                // (assign/test_assign_reference_variables.test_undefined_reference).
                frame.continueFrom(previousEventId);
            }
            frame.emit(
                    HistoryEventType.EVALUATION_FAILED,
                    new HistoryEventDetails.EvaluationFailed(error.name(), error.cause(), e.field(), name()),
                    null);
        }
        return error;
    }

    /** From here on an expression that fails is recorded after the entry of the state. */
    void settle() {
        entering = false;
    }

    /** States.Runtime with this cause, naming the state. */
    StateError runtimeError(String cause) {
        return StateError.of(StateError.RUNTIME, prefix() + cause);
    }

    private String prefix() {
        return "An error occurred while executing the state '" + name() + "' (entered at the event id #"
                + enteredEventId + "). ";
    }
}
