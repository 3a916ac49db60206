package io.github.stepunit.skeleton;

import io.github.stepunit.Execution;
import io.github.stepunit.MapRun;
import io.github.stepunit.definition.State;
import io.github.stepunit.definition.StateGraph;
import io.github.stepunit.history.Scope;
import io.github.stepunit.history.StateVisit;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What an execution and the child executions of its Map Runs visited, with what belongs to what. */
final class Walk {

    private final List<Visited> visits = new ArrayList<>();
    private final IdentityHashMap<Visited, List<Frame>> inner = new IdentityHashMap<>();
    private final IdentityHashMap<Visited, MapRun> mapRuns = new IdentityHashMap<>();
    private final Map<String, Integer> calls = new HashMap<>();

    static Walk of(Machine machine, Execution execution) {
        Walk walk = new Walk();
        walk.add(execution, new Frame(null, machine.definition().graph(), 0, new ArrayList<>()));
        return walk;
    }

    /** In the order of entry; those of child executions after all of their parent's. */
    List<Visited> visits() {
        return visits;
    }

    /** The branches or iterations that ran in a visit, those of earlier attempts before. */
    List<Frame> inner(Visited visited) {
        return inner.getOrDefault(visited, List.of());
    }

    /** The last Map Run of a Distributed Map, as assertions take it; null for other visits. */
    @Nullable
    MapRun mapRun(Visited visited) {
        return mapRuns.get(visited);
    }

    /** The last one that ran of that number. */
    @Nullable
    Frame inner(Visited visited, int number) {
        Frame found = null;
        for (Frame each : inner(visited)) {
            found = each.number() == number ? each : found;
        }
        return found;
    }

    private void add(Execution execution, Frame top) {
        Map<Scope, Frame> frames = new HashMap<>();
        frames.put(Scope.EXECUTION, top);
        Map<Scope, Visited> latest = new HashMap<>();
        for (StateVisit visit : execution.history().visits()) {
            Frame frame = frameOf(visit, frames, latest);
            State state = frame == null ? null : frame.graph().states().get(visit.name());
            if (frame != null && state != null) {
                int first = calls.getOrDefault(visit.name(), 0);
                calls.put(visit.name(), first + visit.attempts().size());
                Visited visited =
                        new Visited(visit, state, frame, frame.visits().size(), first);
                frame.visits().add(visited);
                visits.add(visited);
                latest.put(visit.scope(), visited);
            }
        }
        for (MapRun run : execution.mapRuns()) {
            addChildren(run, top);
        }
    }

    private @Nullable Frame frameOf(StateVisit visit, Map<Scope, Frame> frames, Map<Scope, Visited> latest) {
        Scope scope = visit.scope();
        Scope around = scope.parent();
        if (around == null) {
            return frames.get(scope);
        }
        Visited parent = latest.get(around);
        if (parent == null || !parent.state().name().equals(scope.state())) {
            return null;
        }
        Frame known = frames.get(scope);
        // A state that is visited or tried again starts its branches anew.
        if (known != null && parent.equals(known.parent()) && visit.number() > 1) {
            return known;
        }
        boolean begins = known == null || !parent.equals(known.parent()) || isStart(known, visit);
        if (!begins) {
            return known;
        }
        List<StateGraph> graphs = parent.state().graphs();
        int graph = scope.kind() == Scope.Kind.BRANCH ? scope.index() : 0;
        if (graph >= graphs.size()) {
            return null;
        }
        Frame frame = new Frame(parent, graphs.get(graph), scope.index(), new ArrayList<>());
        frames.put(scope, frame);
        inner.computeIfAbsent(parent, each -> new ArrayList<>()).add(frame);
        return frame;
    }

    private static boolean isStart(Frame frame, StateVisit visit) {
        return visit.name().equals(frame.graph().startAt()) && visit.number() == 1;
    }

    private void addChildren(MapRun run, Frame top) {
        Visited parent = null;
        for (Visited each : List.copyOf(visits)) {
            if (each.state().name().equals(run.stateName()) && isWithin(each.frame(), top)) {
                parent = each;
            }
        }
        if (parent == null) {
            return;
        }
        mapRuns.put(parent, run);
        StateGraph processor = parent.state().graphs().get(0);
        int number = 0;
        for (Execution child : run.children()) {
            Frame frame = new Frame(parent, processor, number++, new ArrayList<>());
            inner.computeIfAbsent(parent, each -> new ArrayList<>()).add(frame);
            add(child, frame);
        }
    }

    private static boolean isWithin(Frame frame, Frame top) {
        Frame at = frame;
        Visited around = at.parent();
        while (!at.equals(top) && around != null) {
            at = around.frame();
            around = at.parent();
        }
        return at.equals(top);
    }
}
