package io.github.stepunit.teststate;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.TextNode;
import io.github.stepunit.definition.MapState;
import io.github.stepunit.definition.State;
import io.github.stepunit.definition.StateGraph;
import io.github.stepunit.definition.StateMachineDefinition;
import io.github.stepunit.definition.StateMachineType;
import io.github.stepunit.json.InvalidJsonException;
import io.github.stepunit.json.JsonText;
import java.util.LinkedHashSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The state under test with the graph that it is in.
 *
 * @param state the state
 * @param graph the graph of it
 * @param isInsideMap whether a Map state is somewhere around it
 */
record TestedState(State state, StateGraph graph, boolean isInsideMap) {

    /** What AWS calls a state whose definition comes alone. */
    static final String NAME = "StateName";

    /**
     * The state of a whole machine.
     *
     * @param stateName at any depth
     */
    static TestedState in(StateMachineDefinition definition, String stateName) {
        requireLength(stateName);
        TestedState found = find(definition.graph(), stateName, false);
        if (found == null) {
            throw TestStateException.validation("State not found in definition");
        }
        return found;
    }

    private static void requireLength(String stateName) {
        if (stateName.isEmpty() || stateName.length() > 80) {
            throw TestStateException.validation("1 validation error detected: Value '" + stateName
                    + "' at 'stateName' failed to satisfy constraint: Member must have length "
                    + (stateName.isEmpty() ? "greater than or equal to 1" : "less than or equal to 80"));
        }
    }

    private static @Nullable TestedState find(StateGraph graph, String stateName, boolean isInsideMap) {
        State state = graph.states().get(stateName);
        if (state != null) {
            return new TestedState(state, graph, isInsideMap);
        }
        for (State outer : graph.states().values()) {
            for (StateGraph inner : outer.graphs()) {
                TestedState found = find(inner, stateName, isInsideMap || outer instanceof MapState);
                if (found != null) {
                    return found;
                }
            }
        }
        return null;
    }

    /**
     * The only state of a definition.
     *
     * @param text the definition of one state; single quotes are allowed
     */
    static TestedState alone(String text) {
        return in(StateMachineDefinition.parse("state", machineOf(text), StateMachineType.STANDARD), NAME);
    }

    /** A machine of that state, in which whatever it leads to is there, and ends it. */
    private static String machineOf(String text) {
        JsonNode state;
        String strict = text;
        try {
            state = JsonText.parseWithoutText(text);
        } catch (InvalidJsonException notStrict) {
            try {
                state = JsonText.parseLenient(text);
                strict = JsonText.writeCompact(state);
            } catch (InvalidJsonException e) {
                // Whoever parses it as a definition says what is wrong with it.
                return text;
            }
        }
        StringBuilder machine =
                new StringBuilder("{\"StartAt\": \"" + NAME + "\", \"States\": {\"" + NAME + "\": " + strict);
        for (String target : targets(state)) {
            machine.append(", ")
                    .append(JsonText.writeCompact(TextNode.valueOf(target)))
                    .append(": {\"Type\": \"Succeed\"}");
        }
        return machine.append("}}").toString();
    }

    private static Set<String> targets(JsonNode state) {
        Set<String> targets = new LinkedHashSet<>();
        add(state.path("Next"), targets);
        add(state.path("Default"), targets);
        state.path("Choices").forEach(rule -> add(rule.path("Next"), targets));
        state.path("Catch").forEach(catcher -> add(catcher.path("Next"), targets));
        targets.remove(NAME);
        return targets;
    }

    private static void add(JsonNode target, Set<String> targets) {
        if (target.isTextual() && !target.textValue().isEmpty()) {
            targets.add(target.textValue());
        }
    }
}
