package io.github.stepunit.contract.oracle;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.stepunit.definition.MapState;
import io.github.stepunit.definition.State;
import io.github.stepunit.definition.StateGraph;
import io.github.stepunit.definition.StateMachineDefinition;
import io.github.stepunit.json.JsonText;
import java.util.HashMap;
import java.util.Map;
import java.util.regex.Pattern;

/** The states of a definition, each as a definition of its own, which TestState takes. */
final class StateText {

    private static final Pattern CONTEXT = Pattern.compile("\\$\\$|\\$states\\.context");
    private static final Pattern MAP_CONTEXT = Pattern.compile("\\$\\$\\.Map|\\$states\\.context\\.Map");
    private static final Pattern WHOLE_CONTEXT = Pattern.compile("\\$\\$(?!\\.)|\\$states\\.context(?!\\.)");

    private final Map<String, State> states = new HashMap<>();
    private final Map<String, Boolean> insideMap = new HashMap<>();
    private final JsonNode machine;

    StateText(StateMachineDefinition definition) {
        machine = JsonText.parseWithoutText(definition.text());
        add(definition.graph(), false);
    }

    private void add(StateGraph graph, boolean inside) {
        graph.states().values().forEach(state -> {
            states.put(state.name(), state);
            insideMap.put(state.name(), inside);
            state.graphs().forEach(inner -> add(inner, inside || state instanceof MapState));
        });
    }

    State state(String name) {
        State state = states.get(name);
        if (state == null) {
            throw new IllegalArgumentException("The definition has no state " + name + ".");
        }
        return state;
    }

    /** Its definition, with the query language that it has by the machine around it. */
    JsonNode definition(String name) {
        JsonNode state = machine.at(state(name).pointer().toString());
        String language = machine.path("QueryLanguage").asText("JSONPath");
        return language.equals("JSONPath") ? state : withLanguage(state, language);
    }

    private static JsonNode withLanguage(JsonNode state, String language) {
        ObjectNode copy = ((ObjectNode) JsonText.copyOf(state));
        add(language, copy);
        return copy;
    }

    private static void add(String language, JsonNode state) {
        if (state instanceof ObjectNode object && !object.has("QueryLanguage")) {
            object.put("QueryLanguage", language);
        }
        state.path("Branches").forEach(branch -> branch.path("States").forEach(inner -> add(language, inner)));
        state.path("ItemProcessor").path("States").forEach(inner -> add(language, inner));
        state.path("Iterator").path("States").forEach(inner -> add(language, inner));
    }

    /** Whether the state itself, and not one inside of it, reads the context object. */
    boolean readsContext(String name) {
        return CONTEXT.matcher(own(name)).find();
    }

    /** Whether it reads what TestState gives to no test: the item of the Map around it. */
    boolean readsMapContext(String name) {
        String own = own(name);
        return MAP_CONTEXT.matcher(own).find()
                || (Boolean.TRUE.equals(insideMap.get(name))
                        && WHOLE_CONTEXT.matcher(own).find());
    }

    private String own(String name) {
        ObjectNode copy = (ObjectNode) JsonText.copyOf(definition(name));
        // Its ItemSelector has a context of its own, which TestState makes by itself.
        copy.remove(java.util.List.of("Branches", "ItemProcessor", "Iterator", "ItemSelector", "Comment"));
        return JsonText.writeCompact(copy);
    }
}
