package io.github.stepunit;

import io.github.stepunit.definition.StateGraph;
import io.github.stepunit.definition.StateMachineDefinition;

/** Checks names of states, at any depth of a definition. */
final class StateNames {

    private StateNames() {}

    static void require(StateMachineDefinition definition, String name) {
        StateGraph graph = definition.graph();
        if (!graph.stateNames().contains(name)) {
            String closest = graph.closestStateName(name);
            throw new IllegalArgumentException("There is no state \"" + name + "\" in "
                    + definition.sourceMap().source() + "."
                    + (closest == null ? "" : " Did you mean \"" + closest + "\"?")
                    + " Its states are: " + String.join(", ", graph.stateNames()) + ".");
        }
    }
}
