package io.github.stepunit.skeleton;

import io.github.stepunit.definition.FailState;
import io.github.stepunit.definition.State;
import io.github.stepunit.definition.StateGraph;
import io.github.stepunit.definition.Transition;
import java.util.HashMap;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The shortest ways through graphs; those that need no error go before those that do. */
final class Ways {

    private static final int BY_ERROR = 1_000;
    private static final int TO_FAIL = 100_000;
    private static final int BLOCKED = 10_000_000;

    private final IdentityHashMap<StateGraph, Map<String, Map<String, Integer>>> distances = new IdentityHashMap<>();
    /** Pointers of transitions that could not be taken. */
    private final Set<String> blocked = new HashSet<>();

    /** From now on only if there is no other. */
    boolean block(Transition transition) {
        distances.clear();
        return blocked.add(transition.pointer().toString());
    }

    /**
     * The transition to take.
     *
     * @param target name of the state to come to; null for the end
     * @return null when the state is an end, or nothing leads there
     */
    @Nullable
    Transition next(StateGraph graph, State state, @Nullable String target) {
        Map<String, Integer> distance = distances(graph, target);
        Transition best = null;
        long shortest = Long.MAX_VALUE;
        for (Transition each : state.transitions()) {
            Integer after = distance.get(each.target());
            if (after != null && (long) after + cost(each) < shortest) {
                shortest = (long) after + cost(each);
                best = each;
            }
        }
        return best;
    }

    /** Whether a way leads from a state to another, or back to it, without a transition that is blocked. */
    boolean isOpen(StateGraph graph, State from, String target) {
        Map<String, Integer> distance = distances(graph, target);
        return from.transitions().stream()
                .anyMatch(each -> distance.getOrDefault(each.target(), BLOCKED) + cost(each) < BLOCKED);
    }

    private Map<String, Integer> distances(StateGraph graph, @Nullable String target) {
        return distances
                .computeIfAbsent(graph, each -> new HashMap<>())
                .computeIfAbsent(target == null ? "" : " " + target, each -> measure(graph, target));
    }

    private int cost(Transition transition) {
        return (transition.kind() == Transition.Kind.CATCHER ? BY_ERROR : 1)
                + (blocked.contains(transition.pointer().toString()) ? BLOCKED : 0);
    }

    private Map<String, Integer> measure(StateGraph graph, @Nullable String target) {
        Map<String, Integer> distance = new HashMap<>();
        for (State each : graph.states().values()) {
            if (target == null ? ends(each) : each.name().equals(target)) {
                distance.put(each.name(), target == null && each instanceof FailState ? TO_FAIL : 0);
            }
        }
        boolean changed = true;
        while (changed) {
            changed = false;
            for (State state : graph.states().values()) {
                for (Transition each : state.transitions()) {
                    Integer after = distance.get(each.target());
                    int through = after == null ? Integer.MAX_VALUE : after + cost(each);
                    if (after != null && through < distance.getOrDefault(state.name(), Integer.MAX_VALUE)) {
                        distance.put(state.name(), through);
                        changed = true;
                    }
                }
            }
        }
        return distance;
    }

    static boolean ends(State state) {
        return state.transitions().stream().noneMatch(each -> each.kind() != Transition.Kind.CATCHER);
    }
}
