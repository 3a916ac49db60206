package io.github.stepunit.budget;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Function;

/**
 * The strongly connected components of what can be reached: the states of each loop, with those of all loops that share a
 * state with it, or else one state. Tarjan's algorithm, without recursion: a definition may be a chain of thousands.
 */
final class Components {

    private final Function<String, Set<String>> targets;
    private final Map<String, Integer> indexes = new HashMap<>();
    private final Map<String, Integer> lows = new HashMap<>();
    private final Map<String, Iterator<String>> open = new HashMap<>();
    private final Deque<String> path = new ArrayDeque<>();
    /** Those of no component yet, in the order in which they were found. */
    private final List<String> pending = new ArrayList<>();

    private final Set<String> isPending = new HashSet<>();
    private final List<List<String>> found = new ArrayList<>();

    private Components(Function<String, Set<String>> targets) {
        this.targets = targets;
    }

    /** Each one after those that it leads to; its states in the order in which they were found. */
    static List<List<String>> of(String start, Function<String, Set<String>> targets) {
        Components components = new Components(targets);
        components.walk(start);
        return components.found;
    }

    private void walk(String start) {
        enter(start);
        while (!path.isEmpty()) {
            String at = path.getLast();
            Iterator<String> left = Objects.requireNonNull(open.get(at), "targets");
            if (!left.hasNext()) {
                leave(at);
                continue;
            }
            String target = left.next();
            Integer index = indexes.get(target);
            if (index == null) {
                enter(target);
            } else if (isPending.contains(target)) {
                lows.merge(at, index, Math::min);
            }
        }
    }

    private void enter(String state) {
        int index = indexes.size();
        indexes.put(state, index);
        lows.put(state, index);
        open.put(state, targets.apply(state).iterator());
        path.addLast(state);
        pending.add(state);
        isPending.add(state);
    }

    private void leave(String state) {
        path.removeLast();
        Integer low = Objects.requireNonNull(lows.get(state), "low");
        String before = path.peekLast();
        if (before != null) {
            lows.merge(before, low, Math::min);
        }
        if (low.equals(indexes.get(state))) {
            List<String> states = pending.subList(pending.lastIndexOf(state), pending.size());
            List<String> component = List.copyOf(states);
            states.clear();
            component.forEach(isPending::remove);
            found.add(component);
        }
    }
}
