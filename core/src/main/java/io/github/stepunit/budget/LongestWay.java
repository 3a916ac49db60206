package io.github.stepunit.budget;

import io.github.stepunit.definition.State;
import io.github.stepunit.definition.StateGraph;
import io.github.stepunit.definition.Transition;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.Iterator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The way through a graph that takes longest, Catch included. A loop has no bound, as long as it takes time at all: one that
 * takes none ends with the events or the steps that an execution may have.
 */
final class LongestWay {

    private final StateGraph graph;
    private final Map<String, TimeBound> states = new HashMap<>();
    /** From the state to the end. */
    private final Map<String, TimeBound> rest = new HashMap<>();

    private final Map<String, String> next = new HashMap<>();
    private boolean walked;
    private @Nullable List<String> loop;

    LongestWay(StateGraph graph) {
        this.graph = graph;
    }

    void takes(State state, TimeBound bound) {
        states.put(state.name(), bound);
    }

    TimeBound bound() {
        walk();
        TimeBound bound = rest.getOrDefault(graph.startAt(), TimeBound.NONE_AT_ALL);
        List<String> found = loop;
        if (found == null || !bound.isBounded()) {
            return bound;
        }
        return TimeBound.unbounded("the loop `" + String.join("` > `", found) + "` may go on for ever");
    }

    /** The states on it, in their order; those of a loop, when that is why there is no bound. */
    List<String> states() {
        walk();
        List<String> found = loop;
        if (found != null) {
            return found;
        }
        List<String> way = new ArrayList<>();
        for (@Nullable String at = graph.startAt(); at != null; at = next.get(at)) {
            way.add(at);
        }
        return way;
    }

    /** Depth first, without recursion: a definition may be a chain of thousands. */
    private void walk() {
        if (walked) {
            return;
        }
        walked = true;
        Map<String, Iterator<String>> open = new HashMap<>();
        Deque<String> path = new ArrayDeque<>();
        enter(graph.startAt(), open, path);
        while (!path.isEmpty()) {
            String at = path.getLast();
            Iterator<String> targets = Objects.requireNonNull(open.get(at), "targets");
            if (targets.hasNext()) {
                String target = targets.next();
                if (rest.containsKey(target)) {
                    continue;
                }
                if (open.containsKey(target)) {
                    noteLoop(path, target);
                } else {
                    enter(target, open, path);
                }
            } else {
                path.removeLast();
                leave(at);
            }
        }
    }

    private void enter(String state, Map<String, Iterator<String>> open, Deque<String> path) {
        open.put(state, targets(state).iterator());
        path.addLast(state);
    }

    private Set<String> targets(String state) {
        Set<String> targets = new LinkedHashSet<>();
        State known = graph.states().get(state);
        if (known != null) {
            for (Transition transition : known.transitions()) {
                targets.add(transition.target());
            }
        }
        return targets;
    }

    private void leave(String state) {
        TimeBound own = states.getOrDefault(state, TimeBound.NONE_AT_ALL);
        TimeBound longest = TimeBound.NONE_AT_ALL;
        String by = null;
        for (String target : targets(state)) {
            TimeBound bound = rest.get(target);
            if (bound != null && (by == null || bound.isLongerThan(longest))) {
                longest = bound;
                by = target;
            }
        }
        rest.put(state, own.plus(longest));
        if (by != null) {
            next.put(state, by);
        }
    }

    private void noteLoop(Deque<String> path, String again) {
        List<String> states = new ArrayList<>();
        boolean inside = false;
        boolean takesTime = false;
        for (String each : path) {
            inside |= each.equals(again);
            if (inside) {
                states.add(each);
                TimeBound own = this.states.getOrDefault(each, TimeBound.NONE_AT_ALL);
                takesTime |= own.atMost() == null || !own.atMost().isZero();
            }
        }
        if (loop == null && takesTime) {
            states.add(again);
            loop = states;
        }
    }
}
