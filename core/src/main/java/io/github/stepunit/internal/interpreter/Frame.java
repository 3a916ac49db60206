package io.github.stepunit.internal.interpreter;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.stepunit.definition.FailState;
import io.github.stepunit.history.HistoryEventDetails;
import io.github.stepunit.history.HistoryEventType;
import io.github.stepunit.history.Scope;
import io.github.stepunit.history.Trace;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A running machine: the execution's own, a branch, or an iteration. At any time it is in one state, or on its way from
 * one to the next, which it goes as a piece of work of the scheduler.
 */
final class Frame implements Runnable {

    private final ExecutionRun run;
    private final FrameOwner owner;
    private final @Nullable Frame parent;
    private final PlannedGraph graph;
    private final Scope scope;
    private final @Nullable MapItem mapItem;
    private @Nullable Map<String, JsonNode> variables;

    /** The last event of this frame's own chain: what the next event's previousEventId points at. */
    private long lastEventId;

    private @Nullable PlannedState arriving;
    private JsonNode arrivingInput;
    private @Nullable Visit current;
    /** The state that was open when the frame was stopped: where a redrive goes on. */
    private @Nullable Visit interrupted;

    /** Whether the open state goes on, as the next piece of work, after a redrive. */
    private boolean resuming;

    private boolean ended;
    private boolean succeeded;

    Frame(
            ExecutionRun run,
            FrameOwner owner,
            @Nullable Frame parent,
            PlannedGraph graph,
            Scope scope,
            @Nullable MapItem mapItem,
            JsonNode input) {
        this.run = run;
        this.owner = owner;
        this.parent = parent;
        this.graph = graph;
        this.scope = scope;
        this.mapItem = mapItem;
        this.arriving = graph.start();
        this.arrivingInput = input;
    }

    ExecutionRun execution() {
        return run;
    }

    Scope scope() {
        return scope;
    }

    /** The innermost item of a Map around this frame, or null. */
    @Nullable
    MapItem mapItem() {
        return mapItem != null || parent == null ? mapItem : parent.mapItem();
    }

    long lastEventId() {
        return lastEventId;
    }

    void continueFrom(long eventId) {
        lastEventId = eventId;
    }

    /** Starts the frame: it enters its first state when the scheduler comes to it. */
    void start(long firstPreviousEventId) {
        lastEventId = firstPreviousEventId;
        run.scheduler().post(this);
    }

    /** Enters the state that the frame is on its way to. */
    @Override
    public void run() {
        PlannedState state = arriving;
        if (resuming) {
            resume();
            return;
        }
        if (ended || state == null) {
            return;
        }
        arriving = null;
        long previous = lastEventId;
        long id = emit(state.entered(), new HistoryEventDetails.StateEntered(state.name(), arrivingInput), null);
        Visit visit = new Visit(this, state, arrivingInput, run.now(), previous, id);
        current = visit;
        visit.attempt();
    }

    private void resume() {
        resuming = false;
        Visit open = current;
        if (!ended && open != null) {
            open.redrive();
        }
    }

    /** Leaves the current state for the state of that name. */
    void goTo(String next, JsonNode input) {
        current = null;
        arriving = graph.state(next);
        arrivingInput = input;
        run.scheduler().post(this);
    }

    /** Leaves the current state and with it the machine. */
    void end(JsonNode output) {
        current = null;
        ended = true;
        succeeded = true;
        owner.succeeded(this, output);
    }

    /** An error leaves the current state, and with it the machine. The state stays open: its owner may abort it. */
    void fail(StateError error, Trace.Uncaught trace) {
        ended = true;
        owner.failed(this, error, trace);
    }

    /** Whether nothing more will happen in this frame. */
    boolean hasEnded() {
        return ended;
    }

    /**
     * Stops whatever the frame is doing, from the inside out, and records for each state that is open, and that has such
     * an event, that it was aborted. A Task whose failure ends a Parallel state is recorded as aborted too
     * (states_variables/test_error_output.test_parallel_catch_error).
     */
    void abort() {
        ended = true;
        Visit open = current;
        if (open != null) {
            current = null;
            interrupted = open;
            open.stop(true);
            HistoryEventType aborted = open.planned().aborted();
            if (aborted != null) {
                emit(aborted, HistoryEventDetails.none(), null);
            }
        }
    }

    /** Stops whatever the frame is doing without a trace: the whole execution is over. */
    void drop() {
        ended = true;
        Visit open = current;
        if (open != null) {
            current = null;
            interrupted = open;
            open.stop(false);
        }
    }

    /** Whether the frame has reached its end, so that a redrive leaves it alone. */
    boolean hasSucceeded() {
        return succeeded;
    }

    /**
     * Goes on after the execution was redriven: in the state that was open, which is not entered again. A Fail state is,
     * having nothing but its entry.
     */
    void redrive() {
        ended = false;
        Visit open = current == null ? interrupted : current;
        interrupted = null;
        if (open != null && open.planned().state() instanceof FailState) {
            current = null;
            arriving = open.planned();
            arrivingInput = open.rawInput();
        } else {
            current = open;
            resuming = open != null;
        }
        run.scheduler().post(this);
    }

    /** Records an event of this frame's chain. */
    long emit(HistoryEventType type, HistoryEventDetails details, @Nullable Trace trace) {
        lastEventId = emitBeside(type, details, trace);
        return lastEventId;
    }

    /** Records an event that the chain does not go on from, such as ParallelStateSucceeded. */
    long emitBeside(HistoryEventType type, HistoryEventDetails details, @Nullable Trace trace) {
        return run.history().append(lastEventId, run.now(), type, details, scope, trace);
    }

    /** The variable's value, here or in a frame around this one; null when never assigned. */
    @Nullable
    JsonNode variable(String name) {
        for (Frame frame = this; frame != null; frame = frame.parent) {
            JsonNode value = frame.variables == null ? null : frame.variables.get(name);
            if (value != null) {
                return value;
            }
        }
        return null;
    }

    void assign(Map<String, JsonNode> assigned) {
        if (!assigned.isEmpty()) {
            if (variables == null) {
                variables = new HashMap<>();
            }
            variables.putAll(assigned);
        }
    }
}
