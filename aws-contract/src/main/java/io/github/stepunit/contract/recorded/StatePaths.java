package io.github.stepunit.contract.recorded;

import io.github.stepunit.definition.MapState;
import io.github.stepunit.definition.State;
import io.github.stepunit.definition.StateGraph;
import io.github.stepunit.definition.StateMachineDefinition;
import io.github.stepunit.history.Scope;
import io.github.stepunit.json.JsonPointer;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The states of the current definition by their names, which are unique in a whole machine. What identifies a run of a state
 * is its name with the iterations around it, without branches: AWS's history does not say which branch is which.
 */
final class StatePaths {

    private record Around(State state, @Nullable Around outer) {}

    private final Map<String, State> states = new HashMap<>();
    private final Map<String, @Nullable Around> around = new HashMap<>();

    StatePaths(StateMachineDefinition definition) {
        add(definition.graph(), null);
    }

    private void add(StateGraph graph, @Nullable Around outer) {
        for (State state : graph.states().values()) {
            states.put(state.name(), state);
            around.put(state.name(), outer);
            state.graphs().forEach(inner -> add(inner, new Around(state, outer)));
        }
    }

    /** Where the state of that name stands; null when there is none. */
    @Nullable
    JsonPointer pointer(@Nullable String name) {
        State state = name == null ? null : states.get(name);
        return state == null ? null : state.pointer();
    }

    /**
     * A state within a child execution.
     *
     * @param map the Distributed Map that started the child
     * @param path of the state within the child
     */
    record InChild(MapState map, String path) {}

    /**
     * Where in which child execution a state runs that runs now; null when it runs in the outermost execution.
     *
     * @param path its path from there on: {@code Import rows[3]/Store batch}
     */
    @Nullable
    InChild inChild(String name, String path) {
        @Nullable InChild found = null;
        String rest = path;
        for (Around each : outside(name)) {
            int end = endOf(each, rest);
            if (end < 0) {
                return null;
            }
            rest = rest.substring(end + 2);
            if (each.state() instanceof MapState map && map.distribution() != null) {
                found = new InChild(map, rest);
            }
        }
        return found;
    }

    /** What is around the state of that name, the outermost first. */
    private List<Around> outside(String name) {
        List<Around> outside = new ArrayList<>();
        for (@Nullable Around at = around.get(name); at != null; at = at.outer()) {
            outside.add(0, at);
        }
        return outside;
    }

    /** Where the index of the branch or iteration ends, with which the path begins; -1 when it begins otherwise. */
    private static int endOf(Around around, String path) {
        String start = around.state().name() + "[";
        return path.startsWith(start) ? path.indexOf("]/", start.length()) : -1;
    }

    /** The key of a recorded state. */
    static String key(String name, Scope scope) {
        StringBuilder indexes = new StringBuilder();
        for (@Nullable Scope at = scope; at != null; at = at.parent()) {
            if (at.kind() == Scope.Kind.ITERATION) {
                indexes.insert(0, "[" + at.index() + "]");
            }
        }
        return name + indexes;
    }

    /**
     * The key of a state that runs now.
     *
     * @param path its path: {@code Ship all[3]/Both[0]/Print label}
     */
    String key(String name, String path) {
        StringBuilder key = new StringBuilder(name);
        String rest = path;
        for (Around each : outside(name)) {
            int end = endOf(each, rest);
            if (end < 0) {
                return name;
            }
            if (each.state() instanceof MapState) {
                key.append('[')
                        .append(rest, each.state().name().length() + 1, end)
                        .append(']');
            }
            rest = rest.substring(end + 2);
        }
        return key.toString();
    }
}
