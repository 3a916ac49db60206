package io.github.stepunit.skeleton;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.stepunit.StateMachine;
import io.github.stepunit.coverage.CoverageElement;
import io.github.stepunit.coverage.WalkedElements;
import io.github.stepunit.definition.ChoiceState;
import io.github.stepunit.definition.QueryLanguage;
import io.github.stepunit.definition.State;
import io.github.stepunit.definition.StateGraph;
import io.github.stepunit.definition.StateMachineDefinition;
import io.github.stepunit.definition.StateMachineType;
import io.github.stepunit.json.JsonText;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** A definition with what is looked up in it again and again. For one thread at a time. */
final class Machine {

    private final StateMachineDefinition definition;
    private final StateMachine runnable;
    private final WalkedElements walked;
    private final JsonNode root;
    private final IdentityHashMap<State, JsonNode> json = new IdentityHashMap<>();
    private final IdentityHashMap<State, List<Read>> reads = new IdentityHashMap<>();
    private final Map<String, State> byName = new HashMap<>();
    private final IdentityHashMap<State, ChoiceProbe> probes = new IdentityHashMap<>();
    /** The states around a state, outermost first, itself included; by pointer. */
    private final Map<String, List<State>> chains = new HashMap<>();

    Machine(StateMachineDefinition definition, StateMachineType type) {
        this.definition = definition;
        this.runnable = StateMachine.unobserved(definition, type);
        this.walked = new WalkedElements(definition);
        this.root = JsonText.parseWithoutText(definition.text());
        add(definition.graph(), List.of());
    }

    private void add(StateGraph graph, List<State> around) {
        for (State state : graph.states().values()) {
            List<State> chain = new ArrayList<>(around);
            chain.add(state);
            String pointer = state.pointer().toString();
            chains.put(pointer, List.copyOf(chain));
            json.put(state, root.at(pointer));
            byName.put(state.name(), state);
            state.graphs().forEach(inner -> add(inner, chain));
        }
    }

    StateMachineDefinition definition() {
        return definition;
    }

    StateMachine runnable() {
        return runnable;
    }

    WalkedElements walked() {
        return walked;
    }

    JsonNode json(State state) {
        return Objects.requireNonNull(json.get(state), state.name());
    }

    @Nullable
    State state(String name) {
        return byName.get(name);
    }

    List<Read> reads(State state) {
        return reads.computeIfAbsent(state, each -> ReadCollector.of(each, json(each)));
    }

    ChoiceProbe probe(ChoiceState state) {
        return probes.computeIfAbsent(
                state, each -> new ChoiceProbe(state, json(each), ChoiceSolver.variablesOf(json(each))));
    }

    /** The states around the element's, outermost first, and its own; empty for the machine's. */
    List<State> chain(CoverageElement element) {
        return chains.getOrDefault(element.state(), List.of());
    }

    /** The states around a state, outermost first, and itself. */
    List<State> chain(State state) {
        return chains.getOrDefault(state.pointer().toString(), List.of());
    }

    static boolean isJsonata(State state) {
        return state.header().queryLanguage() == QueryLanguage.JSONATA;
    }
}
