package io.github.stepunit.validation;

import io.github.stepunit.definition.StateGraph;
import io.github.stepunit.definition.Transition;
import java.util.ArrayDeque;
import java.util.Collection;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** One graph of a machine with its states: the machine itself, a branch, or the processor of a Map. */
final class Scope {

    private final StateGraph graph;
    private final @Nullable StateNode owner;
    private final Map<String, StateNode> states = new LinkedHashMap<>();

    /** @param owner the Map or Parallel state around it; null for the machine itself */
    Scope(StateGraph graph, @Nullable StateNode owner) {
        this.graph = graph;
        this.owner = owner;
    }

    void add(StateNode state) {
        states.put(state.name(), state);
    }

    StateGraph graph() {
        return graph;
    }

    @Nullable
    StateNode owner() {
        return owner;
    }

    @Nullable
    Scope parent() {
        return owner == null ? null : owner.scope();
    }

    Collection<StateNode> states() {
        return states.values();
    }

    @Nullable
    StateNode state(String name) {
        return states.get(name);
    }

    @Nullable
    StateNode start() {
        return states.get(graph.startAt());
    }

    List<StateNode> successors(StateNode state) {
        return state.state().transitions().stream()
                .map(each -> states.get(each.target()))
                .filter(each -> each != null)
                .distinct()
                .toList();
    }

    /** The states that can be reached from {@code from} by transitions that may be taken; {@code from} included. */
    Set<StateNode> reachable(StateNode from, Predicate<Transition> mayBeTaken) {
        Set<StateNode> reached = new LinkedHashSet<>();
        Deque<StateNode> open = new ArrayDeque<>(List.of(from));
        while (!open.isEmpty()) {
            StateNode state = open.remove();
            if (reached.add(state)) {
                for (Transition transition : state.state().transitions()) {
                    StateNode target = states.get(transition.target());
                    if (target != null && mayBeTaken.test(transition)) {
                        open.add(target);
                    }
                }
            }
        }
        return reached;
    }
}
