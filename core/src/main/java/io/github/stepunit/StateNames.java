package io.github.stepunit;

import io.github.stepunit.definition.StateGraph;
import io.github.stepunit.definition.StateMachineDefinition;
import io.github.stepunit.definition.TaskState;
import java.util.Objects;

/** Checks names of states, at any depth of a definition. */
final class StateNames {

    private StateNames() {}

    static void require(StateMachineDefinition definition, String name) {
        Objects.requireNonNull(name, "state");
        StateGraph graph = definition.graph();
        if (!graph.stateNames().contains(name)) {
            String closest = graph.closestStateName(name);
            throw new IllegalArgumentException("There is no state \"" + name + "\" in "
                    + definition.sourceMap().source() + "."
                    + (closest == null ? "" : " Did you mean \"" + closest + "\"?")
                    + " Its states are: " + String.join(", ", graph.stateNames()) + ".");
        }
    }

    static void requireTask(StateMachineDefinition definition, String name) {
        require(definition, name);
        if (taskIn(definition.graph(), name)) {
            return;
        }
        throw new IllegalArgumentException(
                "The state \"" + name + "\" in " + definition.sourceMap().source() + " is no Task.");
    }

    private static boolean taskIn(StateGraph graph, String name) {
        return graph.states().get(name) instanceof TaskState
                || graph.states().values().stream()
                        .flatMap(state -> state.graphs().stream())
                        .anyMatch(inner -> taskIn(inner, name));
    }
}
