package io.github.stepunit.coverage;

import io.github.stepunit.definition.Catcher;
import io.github.stepunit.definition.State;
import io.github.stepunit.definition.StateGraph;
import io.github.stepunit.definition.Transition;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * What nothing can walk, although AWS accepts it: a catcher or retrier all of whose errors go to one before it, and the
 * states that only such a catcher leads to.
 */
final class Reachability {

    private Reachability() {}

    /** The states of the graph that can be entered. */
    static Set<String> of(StateGraph graph) {
        Set<String> reached = new HashSet<>();
        Deque<String> open = new ArrayDeque<>();
        open.add(graph.startAt());
        while (!open.isEmpty()) {
            String name = open.remove();
            State state = graph.states().get(name);
            if (state != null && reached.add(name)) {
                for (Transition each : state.transitions()) {
                    if (each.kind() != Transition.Kind.CATCHER
                            || !isShadowed(state.errorHandling().catchers(), each.index())) {
                        open.add(each.target());
                    }
                }
            }
        }
        return reached;
    }

    static boolean isShadowed(List<Catcher> catchers, int index) {
        Set<String> taken = new HashSet<>();
        for (Catcher before : catchers.subList(0, index)) {
            taken.addAll(before.errorEquals());
        }
        return taken.containsAll(catchers.get(index).errorEquals());
    }
}
