package io.github.stepunit.fault;

import io.github.stepunit.definition.Catcher;
import io.github.stepunit.definition.Retrier;
import io.github.stepunit.definition.State;
import io.github.stepunit.definition.StateGraph;
import io.github.stepunit.definition.StateMachineDefinition;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;

/**
 * The errors that Retry and Catch of each state name, with those of the Parallel and Map states around it: the ones for
 * which the definition promises something of its own. By the name of the state, which is unique in a definition.
 */
final class NamedErrors {

    private final Map<String, Set<String>> byState = new HashMap<>();

    static NamedErrors of(Collection<StateMachineDefinition> definitions) {
        NamedErrors all = new NamedErrors();
        definitions.forEach(definition -> all.add(definition.graph(), Set.of()));
        return all;
    }

    private void add(StateGraph graph, Set<String> around) {
        for (State state : graph.states().values()) {
            Set<String> names = new LinkedHashSet<>();
            for (Retrier retrier : state.errorHandling().retriers()) {
                names.addAll(retrier.errorEquals());
            }
            for (Catcher catcher : state.errorHandling().catchers()) {
                names.addAll(catcher.errorEquals());
            }
            names.addAll(around);
            byState.computeIfAbsent(state.name(), name -> new LinkedHashSet<>()).addAll(names);
            state.graphs().forEach(inner -> add(inner, names));
        }
    }

    /** In the order of the definition, the state's own first. */
    Set<String> at(String stateName) {
        return byState.getOrDefault(stateName, Set.of());
    }
}
