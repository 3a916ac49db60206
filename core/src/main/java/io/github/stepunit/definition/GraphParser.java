package io.github.stepunit.definition;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.stepunit.json.JsonPointer;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Parses a {@code StartAt} with its {@code States}, and checks how the states are connected. */
final class GraphParser {

    private final Parsing parsing;

    GraphParser(Parsing parsing) {
        this.parsing = parsing;
    }

    /** The top level of a machine, which must be able to end. */
    StateGraph parseMachine(FieldReader fields) {
        return parse(fields, true);
    }

    /** A branch or processor; AWS does not ask there whether it can end. */
    StateGraph parseNested(FieldReader fields) {
        return parse(fields, false);
    }

    private StateGraph parse(FieldReader fields, boolean mustEnd) {
        fields.require("States", "StartAt"); // AWS's order
        String startAt = fields.text("StartAt");
        FieldReader states = fields.object("States");
        Map<String, State> parsed = states == null ? Map.of() : states(states);
        if (states != null && !states.names().isEmpty()) {
            new GraphRules(fields, startAt, states).check(mustEnd);
        }
        return new StateGraph(startAt == null ? "" : startAt, parsed, fields.at());
    }

    private Map<String, State> states(FieldReader states) {
        if (states.names().isEmpty()) {
            parsing.problems().schema(states.at(), "Value cannot be empty", "Add a state.");
        }
        StateParser parser = new StateParser(parsing);
        Map<String, State> parsed = new LinkedHashMap<>();
        for (String name : states.names()) {
            JsonNode value = states.value(name);
            State state = value == null ? null : state(name, value, states.at(name), parser);
            if (state != null) {
                parsed.put(name, state);
            }
        }
        return parsed;
    }

    private @Nullable State state(String name, JsonNode value, JsonPointer at, StateParser parser) {
        State known = parsing.memory().states().find(value, at, parsing);
        if (known != null) {
            parsing.claimStateName(name, at);
            return known;
        }
        State state = parser.parse(name, value, at);
        if (state != null && parsing.memory().learns()) {
            parsing.memory().states().add(value, state, parsing);
        }
        return state;
    }
}
