package io.github.stepunit;

import io.github.stepunit.definition.State;
import io.github.stepunit.definition.StateGraph;
import io.github.stepunit.definition.StateMachineDefinition;
import java.util.LinkedHashSet;
import java.util.Set;

/** The names of all states of a definition, at any depth. */
final class StateNames {

    private StateNames() {}

    static void require(StateMachineDefinition definition, String name) {
        Set<String> names = new LinkedHashSet<>();
        collect(definition.graph(), names);
        if (!names.contains(name)) {
            throw new IllegalArgumentException("There is no state \"" + name + "\" in "
                    + definition.sourceMap().source() + "; its states are: " + String.join(", ", names) + ".");
        }
    }

    private static void collect(StateGraph graph, Set<String> names) {
        for (State state : graph.states().values()) {
            names.add(state.name());
            state.graphs().forEach(inner -> collect(inner, names));
        }
    }
}
