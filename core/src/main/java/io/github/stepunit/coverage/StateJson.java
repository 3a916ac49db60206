package io.github.stepunit.coverage;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.stepunit.definition.State;
import io.github.stepunit.definition.StateMachineDefinition;
import io.github.stepunit.json.JsonText;
import java.util.IdentityHashMap;

/** The fields of each state as the definition writes them. Remembers what it has looked up; for one thread at a time. */
final class StateJson {

    private record Found(String pointer, JsonNode json) {}

    private final JsonNode root;
    private final IdentityHashMap<State, Found> found = new IdentityHashMap<>();

    StateJson(StateMachineDefinition definition) {
        root = JsonText.parseWithoutText(definition.text());
    }

    JsonNode of(State state) {
        return find(state).json();
    }

    String pointerOf(State state) {
        return find(state).pointer();
    }

    private Found find(State state) {
        return found.computeIfAbsent(state, each -> {
            String pointer = each.pointer().toString();
            return new Found(pointer, root.at(pointer));
        });
    }
}
