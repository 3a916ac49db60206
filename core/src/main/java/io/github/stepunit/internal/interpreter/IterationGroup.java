package io.github.stepunit.internal.interpreter;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import io.github.stepunit.definition.MapState;
import io.github.stepunit.expression.EvaluationException;
import io.github.stepunit.expression.PayloadTemplate;
import io.github.stepunit.history.HistoryEventDetails.MapIteration;
import io.github.stepunit.history.HistoryEventType;
import io.github.stepunit.history.Scope;
import io.github.stepunit.history.Trace;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/** The iterations of one attempt of an inline Map state, admitted in the order of the items. */
final class IterationGroup implements FrameOwner, FrameGroup {

    private final Visit visit;
    private final MapState state;
    private final PlannedGraph processor;
    private final JsonNode effectiveInput;
    private final ArrayNode items;
    private final int concurrency;
    private final JsonNode[] outputs;
    /** The iterations that run, by their index. */
    private final Map<Integer, Frame> running = new LinkedHashMap<>();

    /** The iterations that failed or were aborted, by their index: those that a redrive goes on with. */
    private final SortedMap<Integer, Frame> interrupted = new TreeMap<>();

    private int admitted;

    IterationGroup(
            Visit visit,
            MapState state,
            PlannedGraph processor,
            JsonNode effectiveInput,
            ArrayNode items,
            int concurrency) {
        this.visit = visit;
        this.state = state;
        this.processor = processor;
        this.effectiveInput = effectiveInput;
        this.items = items;
        this.concurrency = concurrency;
        this.outputs = new JsonNode[items.size()];
    }

    void start() {
        visit.waitsFor(this);
        if (items.isEmpty()) {
            finish();
            return;
        }
        long started = visit.frame().lastEventId();
        boolean going = true;
        while (going && admitted < Math.min(items.size(), concurrency)) {
            going = admit(started);
        }
    }

    /** Starts the next iteration, unless its ItemSelector fails and the whole Map state with it. */
    private boolean admit(long previousEventId) {
        try {
            startNext(previousEventId);
            return true;
        } catch (EvaluationException e) {
            admitted--;
            visit.frame().continueFrom(previousEventId);
            stop(true);
            visit.failAfterStart(visit.errorOf(e), null);
            return false;
        }
    }

    private void startNext(long previousEventId) {
        int index = admitted++;
        JsonNode input = inputOf(index);
        Frame parent = visit.frame();
        Scope scope = new Scope(parent.scope(), visit.name(), Scope.Kind.ITERATION, index);
        Frame frame =
                new Frame(visit.run(), this, parent, processor, scope, MapItem.of(index, items.get(index)), input);
        frame.continueFrom(previousEventId);
        begin(frame);
        frame.start(frame.lastEventId());
    }

    private void begin(Frame frame) {
        int index = frame.scope().index();
        running.put(index, frame);
        frame.emit(HistoryEventType.MAP_ITERATION_STARTED, new MapIteration(visit.name(), index), null);
    }

    private JsonNode inputOf(int index) {
        PayloadTemplate selector = state.itemSelector();
        if (selector == null) {
            return items.get(index);
        }
        VisitScope scope = visit.scope(effectiveInput);
        scope.selecting(MapItem.of(index, items.get(index)));
        try {
            return selector.evaluate(scope);
        } finally {
            // When it fails, the Assign of a catcher sees this scope again: without an item.
            scope.selecting(null);
        }
    }

    @Override
    public void succeeded(Frame frame, JsonNode output) {
        int index = frame.scope().index();
        outputs[index] = output;
        running.remove(index);
        long succeeded =
                frame.emitBeside(HistoryEventType.MAP_ITERATION_SUCCEEDED, new MapIteration(visit.name(), index), null);
        if (admitted < items.size()) {
            // Points at the last inner event, not at MapIterationSucceeded
            // (scenarios/test_base_scenarios.test_map_state_nested).
            admit(frame.lastEventId());
        } else if (running.isEmpty()) {
            visit.frame().continueFrom(succeeded);
            finish();
        }
    }

    private void finish() {
        FrameGroup.succeed(visit, HistoryEventType.MAP_STATE_SUCCEEDED, outputs);
    }

    @Override
    public void failed(Frame frame, StateError error, Trace.Uncaught trace) {
        int index = frame.scope().index();
        running.remove(index);
        interrupted.put(index, frame);
        long failing = frame.lastEventId();
        frame.emitBeside(HistoryEventType.MAP_ITERATION_FAILED, new MapIteration(visit.name(), index), trace);
        visit.frame().continueFrom(failing);
        stop(true);
        visit.failAfterStart(error, null);
    }

    @Override
    public void stop(boolean record) {
        running.forEach((index, frame) -> {
            if (record) {
                frame.abort();
                frame.emitBeside(HistoryEventType.MAP_ITERATION_ABORTED, new MapIteration(visit.name(), index), null);
            } else {
                frame.drop();
            }
        });
        interrupted.putAll(running);
        running.clear();
    }

    @Override
    public void redrive() {
        List<Frame> frames = List.copyOf(interrupted.values());
        interrupted.clear();
        for (Frame frame : frames) {
            begin(frame);
            frame.redrive();
        }
        boolean going = true;
        while (going && running.size() < concurrency && admitted < items.size()) {
            going = admit(visit.frame().lastEventId());
        }
        if (going && running.isEmpty()) {
            // They all had succeeded; it was their result that the state could not make an output of.
            finish();
        }
    }
}
