package io.github.stepunit.mutation;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.stepunit.json.JsonPointer;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** Where states lead, as the definition writes it. */
final class Targets {

    private Targets() {}

    /** The names of the states that a state leads to. */
    static List<String> of(JsonNode state) {
        List<String> targets = new ArrayList<>();
        add(state.path("Next"), targets);
        state.path("Choices").forEach(rule -> add(rule.path("Next"), targets));
        add(state.path("Default"), targets);
        state.path("Catch").forEach(catcher -> add(catcher.path("Next"), targets));
        return targets;
    }

    private static void add(JsonNode target, List<String> to) {
        if (target.isTextual()) {
            to.add(target.asText());
        }
    }

    /** The places of a state that name that target. */
    static List<JsonPointer> places(JsonNode state, JsonPointer at, String target) {
        List<JsonPointer> places = new ArrayList<>();
        addIf(state.path("Next"), at.field("Next"), target, places);
        addIf(state.path("Default"), at.field("Default"), target, places);
        for (String list : List.of("Choices", "Catch")) {
            for (int i = 0; i < state.path(list).size(); i++) {
                JsonNode next = state.path(list).get(i).path("Next");
                addIf(next, at.field(list).index(i).field("Next"), target, places);
            }
        }
        return places;
    }

    private static void addIf(JsonNode found, JsonPointer at, String target, List<JsonPointer> places) {
        if (found.isTextual() && found.asText().equals(target)) {
            places.add(at);
        }
    }

    /**
     * Takes the states away that nothing leads to any more, in this graph and those inside it: AWS refuses a definition
     * that has such states, and whoever drops the only way to a state drops the state, too.
     */
    static void prune(ObjectNode graph) {
        if (!(graph.path("States") instanceof ObjectNode states)) {
            return;
        }
        Set<String> reached = new HashSet<>();
        Deque<String> open = new ArrayDeque<>(List.of(graph.path("StartAt").asText()));
        while (!open.isEmpty()) {
            String name = open.remove();
            if (reached.add(name)) {
                open.addAll(of(states.path(name)));
            }
        }
        states.retain(reached);
        states.forEach(state -> graphs(state).forEach(Targets::prune));
    }

    /** The machines inside a state. */
    static List<ObjectNode> graphs(JsonNode state) {
        List<ObjectNode> graphs = new ArrayList<>();
        for (String field : List.of("ItemProcessor", "Iterator")) {
            if (state.path(field) instanceof ObjectNode graph) {
                graphs.add(graph);
            }
        }
        for (JsonNode branch : state.path("Branches")) {
            if (branch instanceof ObjectNode graph) {
                graphs.add(graph);
            }
        }
        return graphs;
    }
}
