package io.github.stepunit.validation;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.stepunit.definition.Transition;
import io.github.stepunit.json.JsonPointer;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;

/** Which workflow variables a state assigns, and on which way out. */
final class Assignments {

    private final StateNode state;

    Assignments(StateNode state) {
        this.state = state;
    }

    /** All of them, each with the place where it is assigned. */
    Map<String, JsonPointer> all() {
        Map<String, JsonPointer> names = new LinkedHashMap<>();
        collect(state.field("Assign"), state.at("Assign"), names);
        for (String list : new String[] {"Choices", "Catch"}) {
            JsonNode entries = state.field(list);
            for (int i = 0; entries.isArray() && i < entries.size(); i++) {
                collect(entries.get(i).path("Assign"), state.at(list).index(i).field("Assign"), names);
            }
        }
        return names;
    }

    /** Those that have been assigned when this transition is taken. */
    Set<String> by(Transition transition) {
        JsonNode assign =
                switch (transition.kind()) {
                    case NEXT, DEFAULT -> state.field("Assign");
                    case CHOICE_RULE ->
                        state.field("Choices").path(transition.index()).path("Assign");
                    case CATCHER ->
                        state.field("Catch").path(transition.index()).path("Assign");
                };
        Map<String, JsonPointer> names = new LinkedHashMap<>();
        collect(assign, state.at("Assign"), names);
        return new HashSet<>(names.keySet());
    }

    private void collect(JsonNode assign, JsonPointer at, Map<String, JsonPointer> names) {
        assign.fieldNames().forEachRemaining(key -> {
            boolean dynamic = state.isJsonPath() && key.endsWith(".$");
            names.putIfAbsent(dynamic ? key.substring(0, key.length() - 2) : key, at.field(key));
        });
    }
}
