package io.github.stepunit.internal.interpreter;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.stepunit.history.HistoryEventType;
import io.github.stepunit.history.Scope;
import io.github.stepunit.history.Trace;
import java.util.ArrayList;
import java.util.List;

/** The branches of one attempt of a Parallel state. */
final class BranchGroup implements FrameOwner, FrameGroup {

    private final Visit visit;
    private final List<Frame> frames = new ArrayList<>();
    private final JsonNode[] outputs;
    private int running;

    BranchGroup(Visit visit, List<PlannedGraph> branches, JsonNode input) {
        this.visit = visit;
        this.outputs = new JsonNode[branches.size()];
        this.running = branches.size();
        Frame parent = visit.frame();
        for (int i = 0; i < branches.size(); i++) {
            Scope scope = new Scope(parent.scope(), visit.name(), Scope.Kind.BRANCH, i);
            frames.add(new Frame(visit.run(), this, parent, branches.get(i), scope, null, input));
        }
    }

    void start() {
        visit.waitsFor(this);
        frames.forEach(frame -> frame.start(visit.frame().lastEventId()));
    }

    @Override
    public void succeeded(Frame frame, JsonNode output) {
        outputs[frame.scope().index()] = output;
        if (--running > 0) {
            return;
        }
        visit.frame().continueFrom(frame.lastEventId());
        finish();
    }

    private void finish() {
        FrameGroup.succeed(visit, HistoryEventType.PARALLEL_STATE_SUCCEEDED, outputs);
    }

    @Override
    public void failed(Frame frame, StateError error, Trace.Uncaught trace) {
        visit.frame().continueFrom(frame.lastEventId());
        stop(true);
        visit.failAfterStart(error, trace);
    }

    @Override
    public void stop(boolean record) {
        frames.forEach(record ? Frame::abort : Frame::drop);
    }

    @Override
    public void redrive() {
        List<Frame> unfinished =
                frames.stream().filter(frame -> !frame.hasSucceeded()).toList();
        running = unfinished.size();
        if (running == 0) {
            // They all had succeeded; it was their result that the state could not make an output of.
            finish();
        }
        unfinished.forEach(Frame::redrive);
    }
}
