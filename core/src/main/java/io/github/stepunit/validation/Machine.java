package io.github.stepunit.validation;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.stepunit.definition.Limits;
import io.github.stepunit.definition.State;
import io.github.stepunit.definition.StateGraph;
import io.github.stepunit.definition.StateMachineDefinition;
import io.github.stepunit.definition.StateMachineType;
import io.github.stepunit.json.JsonPointer;
import io.github.stepunit.json.JsonText;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A definition as the rules look at it: its parsed states beside their fields as written. */
final class Machine {

    private final StateMachineDefinition definition;
    private final StateMachineType type;
    private final JsonNode json;
    private final List<Scope> scopes = new ArrayList<>();
    private final Map<StateNode, List<Scope>> inside = new HashMap<>();

    private Machine(StateMachineDefinition definition, StateMachineType type) {
        this.definition = definition;
        this.type = type;
        this.json = JsonText.parseWithoutText(definition.text());
    }

    static Machine of(StateMachineDefinition definition, StateMachineType type) {
        Machine machine = new Machine(definition, type);
        machine.add(definition.graph(), machine.json, null);
        return machine;
    }

    private void add(StateGraph graph, JsonNode graphJson, @Nullable StateNode owner) {
        Scope scope = new Scope(graph, owner);
        scopes.add(scope);
        if (owner != null) {
            inside.computeIfAbsent(owner, any -> new ArrayList<>()).add(scope);
        }
        for (State state : graph.states().values()) {
            if (graphJson.path("States").path(state.name()) instanceof ObjectNode fields) {
                StateNode node = new StateNode(state, fields, scope);
                scope.add(node);
                for (StateGraph inner : state.graphs()) {
                    add(inner, innerJson(fields, state.pointer(), inner.pointer()), node);
                }
            }
        }
    }

    /** The object of a graph inside a state, one or two steps below it: {@code ItemProcessor}, {@code Branches[0]}. */
    private static JsonNode innerJson(ObjectNode fields, JsonPointer state, JsonPointer inner) {
        JsonPointer parent = inner.parent();
        return parent == null || parent.equals(state)
                ? fields.path(inner.lastStep())
                : fields.path(parent.lastStep()).path(Integer.parseInt(inner.lastStep()));
    }

    StateMachineDefinition definition() {
        return definition;
    }

    StateMachineType type() {
        return type;
    }

    /** The whole definition as written. */
    JsonNode json() {
        return json;
    }

    /** The machine itself first. */
    List<Scope> scopes() {
        return scopes;
    }

    /** The branches of a Parallel, the processor of a Map. */
    List<Scope> scopesInside(StateNode state) {
        return inside.getOrDefault(state, List.of());
    }

    List<StateNode> states() {
        return scopes.stream().flatMap(scope -> scope.states().stream()).toList();
    }

    /** How many seconds an execution can last. */
    long seconds() {
        long limit = Limits.of(type).duration().toSeconds();
        Long own = definition.timeoutSeconds();
        return own == null || own == 0 ? limit : Math.min(own, limit);
    }

    /** What limits an execution to that, in words. */
    String secondsInWords() {
        Long own = definition.timeoutSeconds();
        long limit = Limits.of(type).duration().toSeconds();
        if (own != null && own != 0 && own <= limit) {
            return "the TimeoutSeconds of the state machine, " + own;
        }
        return type == StateMachineType.EXPRESS
                ? "the five minutes that an Express execution may last"
                : "the year that an execution may last";
    }
}
