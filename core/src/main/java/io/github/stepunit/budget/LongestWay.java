package io.github.stepunit.budget;

import io.github.stepunit.definition.State;
import io.github.stepunit.definition.StateGraph;
import io.github.stepunit.definition.Transition;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Deque;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The way through a graph that takes longest, Catch included. A loop has no bound, as long as it takes time at all, or time
 * that is not known: one that takes none ends with the events or the steps that an execution may have.
 */
final class LongestWay {

    /**
     * The states of loops that hang together, or one state that is in none.
     *
     * @param states in the order in which the walk has found them
     * @param rest from any of them to the end
     * @param exit the last one of them on the longest way; null when the way ends here
     * @param next where it goes from there; null when the way ends here
     * @param endless the loop that may go on for ever, its first state again at its end; empty when there is none
     */
    private record Part(
            List<String> states, TimeBound rest, @Nullable String exit, @Nullable String next, List<String> endless) {}

    private final StateGraph graph;
    private final Map<String, TimeBound> states = new HashMap<>();
    private final Map<String, Part> parts = new HashMap<>();

    LongestWay(StateGraph graph) {
        this.graph = graph;
    }

    void takes(State state, TimeBound bound) {
        states.put(state.name(), bound);
    }

    TimeBound bound() {
        return start().rest();
    }

    /** The states on it, in their order; those of a loop, when one on it has no bound. */
    List<String> states() {
        List<String> way = new ArrayList<>();
        String at = graph.startAt();
        Part part = start();
        while (part != null) {
            if (!part.endless().isEmpty()) {
                return part.endless();
            }
            way.add(at);
            String exit = part.exit();
            if (exit != null && !exit.equals(at)) {
                way.addAll(way(at, exit, part.states()));
            }
            String next = part.next();
            if (next == null) {
                return way;
            }
            at = next;
            part = parts.get(next);
        }
        return way;
    }

    private Part start() {
        Part known = parts.get(graph.startAt());
        if (known != null) {
            return known;
        }
        Part last = null;
        for (List<String> component : Components.of(graph.startAt(), this::targets)) {
            last = part(component);
            for (String state : component) {
                parts.put(state, last);
            }
        }
        if (last == null) {
            throw new IllegalStateException("A graph has at least its first state.");
        }
        return last;
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

    /** All that it leads to must be known. */
    private Part part(List<String> component) {
        TimeBound longest = TimeBound.NONE_AT_ALL;
        String exit = null;
        String next = null;
        for (String state : component) {
            for (String target : targets(state)) {
                Part to = parts.get(target);
                if (to != null && (next == null || to.rest().isLongerThan(longest))) {
                    longest = to.rest();
                    exit = state;
                    next = target;
                }
            }
        }
        List<String> endless = endless(component);
        TimeBound own = endless.isEmpty() ? own(component.get(0)) : forEver(component, endless);
        return new Part(component, own.plus(longest), exit, next, endless);
    }

    private TimeBound own(String state) {
        return states.getOrDefault(state, TimeBound.NONE_AT_ALL);
    }

    /** What has no bound itself tells more than that it comes again. */
    private TimeBound forEver(List<String> component, List<String> loop) {
        for (String state : component) {
            if (!own(state).isBounded()) {
                return own(state);
            }
        }
        return TimeBound.unbounded("the loop `" + String.join("` > `", loop) + "` may go on for ever");
    }

    /** The shortest loop through the first state that takes time. */
    private List<String> endless(List<String> component) {
        if (component.size() == 1 && !targets(component.get(0)).contains(component.get(0))) {
            return List.of();
        }
        for (String state : component) {
            TimeBound own = own(state);
            if (!Duration.ZERO.equals(own.atMost()) || !own.reason().isEmpty()) {
                List<String> loop = way(state, state, component);
                Collections.rotate(loop, -firstFound(loop, component));
                loop.add(loop.get(0));
                return loop;
            }
        }
        return List.of();
    }

    private static int firstFound(List<String> loop, List<String> component) {
        for (String state : component) {
            int place = loop.indexOf(state);
            if (place >= 0) {
                return place;
            }
        }
        return 0;
    }

    /** The shortest way inside a component, without the state that it begins with. */
    private List<String> way(String from, String to, List<String> component) {
        Set<String> inside = Set.copyOf(component);
        Map<String, String> before = new HashMap<>();
        Deque<String> queue = new ArrayDeque<>(List.of(from));
        while (!before.containsKey(to) && !queue.isEmpty()) {
            String at = queue.removeFirst();
            for (String target : targets(at)) {
                if (inside.contains(target) && before.putIfAbsent(target, at) == null) {
                    queue.addLast(target);
                }
            }
        }
        List<String> way = new ArrayList<>();
        String at = to;
        do {
            way.add(at);
            at = before.get(at);
        } while (at != null && !at.equals(from));
        Collections.reverse(way);
        return way;
    }
}
