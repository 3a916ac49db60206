package io.github.stepunit.mutation;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.stepunit.internal.text.JavaText;
import io.github.stepunit.json.JsonPointer;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * A state as the definition writes it, with the graph around it.
 *
 * @param name its name
 * @param at where it stands
 * @param json its fields
 * @param graphAt where the object with its {@code StartAt} and {@code States} stands
 * @param graph that object
 * @param subject what assertions about that graph begin with: {@code assertThat(execution).state("Each").iteration(0)}
 * @param isJsonata whether its query language is JSONata
 */
record StateSite(
        String name,
        JsonPointer at,
        JsonNode json,
        JsonPointer graphAt,
        JsonNode graph,
        String subject,
        boolean isJsonata) {

    /** What assertions about the machine begin with. */
    static final String EXECUTION = "assertThat(execution)";

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
        return subject + ".state(" + JavaText.literal(name) + ")";
    }

    /**
     * What notices that it goes on with another state: {@code assertThat(execution).hasVisited("Ship");}.
     *
     * @param next what it should go on with
     * @param other what the mutant goes on with, instead
     */
    String goesOnWith(String next, String other) {
        return leadsTo(other, next)
                ? subject + ".hasNeverVisited(" + JavaText.literal(other) + ");"
                : subject + ".hasVisited(" + JavaText.literal(next) + ");";
    }

    /** Whether there is a way from one state of the graph to another. */
    boolean leadsTo(String from, String to) {
        Set<String> reached = new HashSet<>();
        Deque<String> open = new ArrayDeque<>(List.of(from));
        while (!open.isEmpty()) {
            String at = open.remove();
            if (at.equals(to)) {
                return true;
            }
            if (reached.add(at)) {
                open.addAll(Targets.of(sibling(at)));
            }
        }
        return false;
    }

    /** What assertions about its first item, or child execution, begin with. */
    String ofIteration() {
        return isDistributed()
                ? EXECUTION + ".mapRun(" + JavaText.literal(name) + ").child(0)"
                : assertion() + ".iteration(0)";
    }

    /** What assertions about one of its branches begin with. */
    String ofBranch(int index) {
        return assertion() + ".branch(" + index + ")";
    }

    /** The field of a Map state that holds its machine. */
    String processor() {
        return json.has("ItemProcessor") ? "ItemProcessor" : "Iterator";
    }

    private boolean isDistributed() {
        return json.at("/ItemProcessor/ProcessorConfig/Mode").asText().equals("DISTRIBUTED");
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
