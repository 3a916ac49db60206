package io.github.stepunit.validation;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Iterator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * The loops among some states of a scope: its strongly connected components, by Kosaraju's algorithm, without recursion and
 * in linear time.
 */
final class Loops {

    private record Step(StateNode state, Iterator<StateNode> successors) {}

    private final Map<StateNode, List<StateNode>> successors = new HashMap<>();
    private final Map<StateNode, List<StateNode>> predecessors = new HashMap<>();
    private final List<StateNode> finished = new ArrayList<>();

    private Loops(Scope scope, Collection<StateNode> states) {
        Set<StateNode> among = new LinkedHashSet<>(states);
        for (StateNode state : among) {
            List<StateNode> next =
                    scope.successors(state).stream().filter(among::contains).toList();
            successors.put(state, next);
            next.forEach(each ->
                    predecessors.computeIfAbsent(each, any -> new ArrayList<>()).add(state));
        }
        Set<StateNode> seen = new HashSet<>();
        among.forEach(state -> finish(state, seen));
    }

    /** The loops, each as the states that are part of it, in the order of the definition. */
    static List<Set<StateNode>> among(Scope scope, Collection<StateNode> states) {
        return new Loops(scope, states).components(states);
    }

    /** Lists the states in the order in which a walk in depth leaves them. */
    private void finish(StateNode start, Set<StateNode> seen) {
        Deque<Step> walk = new ArrayDeque<>();
        if (seen.add(start)) {
            walk.push(new Step(start, next(start)));
        }
        while (!walk.isEmpty()) {
            Step step = walk.element();
            if (!step.successors().hasNext()) {
                finished.add(walk.pop().state());
                continue;
            }
            StateNode next = step.successors().next();
            if (seen.add(next)) {
                walk.push(new Step(next, next(next)));
            }
        }
    }

    private Iterator<StateNode> next(StateNode state) {
        return successors.getOrDefault(state, List.of()).iterator();
    }

    private List<Set<StateNode>> components(Collection<StateNode> inOrder) {
        List<Set<StateNode>> loops = new ArrayList<>();
        Set<StateNode> seen = new HashSet<>();
        for (int i = finished.size() - 1; i >= 0; i--) {
            Set<StateNode> component = new HashSet<>();
            Deque<StateNode> open = new ArrayDeque<>(List.of(finished.get(i)));
            while (!open.isEmpty()) {
                StateNode state = open.remove();
                if (seen.add(state)) {
                    component.add(state);
                    open.addAll(predecessors.getOrDefault(state, List.of()));
                }
            }
            if (isLoop(component)) {
                loops.add(component);
            }
        }
        return loops.stream()
                .map(loop -> (Set<StateNode>) new LinkedHashSet<>(
                        inOrder.stream().filter(loop::contains).toList()))
                .toList();
    }

    private boolean isLoop(Set<StateNode> component) {
        return component.size() > 1
                || component.stream()
                        .anyMatch(
                                each -> successors.getOrDefault(each, List.of()).contains(each));
    }
}
