package io.github.stepunit.definition;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.stepunit.json.JsonPointer;
import java.util.IdentityHashMap;
import org.jspecify.annotations.Nullable;

/** States that have been parsed before, by the very objects that they were parsed from. */
final class KnownStates {

    /**
     * A state, and all that its parser knew beside its fields.
     *
     * @param state the state, which knows its place
     * @param type the type of the machine or execution that it is in
     * @param queryLanguage that of the machine
     */
    private record Known(State state, StateMachineType type, QueryLanguage queryLanguage) {}

    private final IdentityHashMap<JsonNode, Known> states = new IdentityHashMap<>();

    void add(JsonNode json, State state, Parsing parsing) {
        states.put(json, new Known(state, parsing.type(), parsing.queryLanguage()));
    }

    /** The state that was parsed from that object, at that place, in such a machine; null when there was none. */
    @Nullable
    State find(JsonNode json, JsonPointer at, Parsing parsing) {
        Known known = states.get(json);
        return known != null
                        && known.state().pointer().equals(at)
                        && known.type() == parsing.type()
                        && known.queryLanguage() == parsing.queryLanguage()
                ? known.state()
                : null;
    }
}
