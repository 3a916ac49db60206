package io.github.stepunit.mutation;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.stepunit.json.JsonPointer;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
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
     * Without the states that nothing leads to any more, in this graph and those inside it: AWS refuses a definition that
     * has such states, and whoever drops the only way to a state drops the state, too. The same object where there are none.
     */
    static ObjectNode pruned(ObjectNode graph) {
        if (!(graph.path("States") instanceof ObjectNode states)) {
            return graph;
        }
        Set<String> reached = new HashSet<>();
        Deque<String> open = new ArrayDeque<>(List.of(graph.path("StartAt").asText()));
        while (!open.isEmpty()) {
            String name = open.remove();
            if (reached.add(name)) {
                open.addAll(of(states.path(name)));
            }
        }
        ObjectNode kept = JsonNodeFactory.instance.objectNode();
        boolean isChanged = false;
        for (Map.Entry<String, JsonNode> state : states.properties()) {
            if (reached.contains(state.getKey())) {
                JsonNode inside = prunedInside(state.getValue());
                isChanged |= !isSame(inside, state.getValue());
                kept.set(state.getKey(), inside);
            } else {
                isChanged = true;
            }
        }
        return isChanged ? (ObjectNode) Edit.with(graph, "States", kept) : graph;
    }

    /** A state with its machines pruned. */
    private static JsonNode prunedInside(JsonNode state) {
        JsonNode result = state;
        for (String field : List.of("ItemProcessor", "Iterator", "Branches")) {
            JsonNode inside = state.path(field);
            JsonNode pruned = inside instanceof ArrayNode branches ? prunedAll(branches) : prunedIfGraph(inside);
            if (!isSame(pruned, inside)) {
                result = Edit.with(result, field, pruned);
            }
        }
        return result;
    }

    private static ArrayNode prunedAll(ArrayNode branches) {
        ArrayNode pruned = JsonNodeFactory.instance.arrayNode();
        boolean isChanged = false;
        for (JsonNode branch : branches) {
            JsonNode each = prunedIfGraph(branch);
            isChanged |= !isSame(each, branch);
            pruned.add(each);
        }
        return isChanged ? pruned : branches;
    }

    private static JsonNode prunedIfGraph(JsonNode node) {
        return node instanceof ObjectNode graph ? pruned(graph) : node;
    }

    @SuppressWarnings("ReferenceEquality") // what nothing was changed in is shared
    private static boolean isSame(JsonNode one, JsonNode other) {
        return one == other;
    }
}
