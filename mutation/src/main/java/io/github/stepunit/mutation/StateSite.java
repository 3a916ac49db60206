package io.github.stepunit.mutation;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.stepunit.internal.text.JavaText;
import io.github.stepunit.json.JsonPointer;
import java.util.ArrayList;
import java.util.List;

/**
 * A state as the definition writes it, with the graph around it.
 *
 * @param name its name
 * @param at where it stands
 * @param json its fields
 * @param graphAt where the object with its {@code StartAt} and {@code States} stands
 * @param graph that object
 * @param isJsonata whether its query language is JSONata
 */
record StateSite(String name, JsonPointer at, JsonNode json, JsonPointer graphAt, JsonNode graph, boolean isJsonata) {

    String type() {
        return json.path("Type").asText();
    }

    boolean is(String... types) {
        return List.of(types).contains(type());
    }

    /** As descriptions name it. */
    String quoted() {
        return '"' + name + '"';
    }

    /** The id of the element that is walked when the state is entered. */
    String element() {
        return at.toString();
    }

    JsonPointer field(String field) {
        return at.field(field);
    }

    /** {@code assertThat(execution).state("Charge card")}. */
    String assertion() {
        return "assertThat(execution).state(" + JavaText.literal(name) + ")";
    }

    /** The names of all states of the graph. */
    List<String> siblings() {
        List<String> names = new ArrayList<>();
        graph.path("States").fieldNames().forEachRemaining(names::add);
        return names;
    }

    JsonNode sibling(String other) {
        return graph.path("States").path(other);
    }
}
