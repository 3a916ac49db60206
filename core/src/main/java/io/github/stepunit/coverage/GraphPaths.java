package io.github.stepunit.coverage;

import io.github.stepunit.definition.FailState;
import io.github.stepunit.definition.State;
import io.github.stepunit.definition.StateGraph;
import io.github.stepunit.definition.Transition;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** Shortest ways through one machine. */
final class GraphPaths {

    /**
     * A state and how it is left.
     *
     * @param state the state
     * @param exit null at the end of the way
     */
    record Step(State state, @Nullable Transition exit) {}

    private GraphPaths() {}

    /** From a state to another, the other included; empty when there is no way. */
    static List<Step> to(StateGraph graph, String from, String to) {
        return search(graph, from, state -> state.name().equals(to));
    }

    /** From a state to where the machine ends; to a Fail state only when there is no other end. */
    static List<Step> toEnd(StateGraph graph, String from) {
        List<Step> good = search(graph, from, state -> ends(state) && !(state instanceof FailState));
        return good.isEmpty() ? search(graph, from, GraphPaths::ends) : good;
    }

    private static boolean ends(State state) {
        return state.next() == null
                && state.transitions().stream().noneMatch(each -> each.kind() != Transition.Kind.CATCHER);
    }

    private static List<Step> search(StateGraph graph, String from, Predicate<State> isGoal) {
        Map<String, Step> cameBy = new HashMap<>();
        Set<String> seen = new HashSet<>();
        // Catchers are the last resort: first everything that needs no error.
        Deque<String> open = new ArrayDeque<>();
        Deque<String> byError = new ArrayDeque<>();
        open.add(from);
        while (!open.isEmpty() || !byError.isEmpty()) {
            String name = open.isEmpty() ? byError.remove() : open.remove();
            State state = graph.states().get(name);
            if (state == null || !seen.add(name)) {
                continue;
            }
            if (isGoal.test(state)) {
                return trace(cameBy, state);
            }
            for (Transition each : state.transitions()) {
                if (!seen.contains(each.target())) {
                    boolean error = each.kind() == Transition.Kind.CATCHER;
                    if (!cameBy.containsKey(each.target()) || !error) {
                        cameBy.putIfAbsent(each.target(), new Step(state, each));
                    }
                    (error ? byError : open).add(each.target());
                }
            }
        }
        return List.of();
    }

    private static List<Step> trace(Map<String, Step> cameBy, State goal) {
        List<Step> steps = new ArrayList<>();
        steps.add(new Step(goal, null));
        Set<String> seen = new HashSet<>(Set.of(goal.name()));
        Step before = cameBy.get(goal.name());
        while (before != null && seen.add(before.state().name())) {
            steps.add(before);
            before = cameBy.get(before.state().name());
        }
        Collections.reverse(steps);
        return steps;
    }
}
