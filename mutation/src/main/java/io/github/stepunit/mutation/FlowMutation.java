package io.github.stepunit.mutation;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.BooleanNode;
import com.fasterxml.jackson.databind.node.TextNode;
import io.github.stepunit.internal.text.JavaText;
import io.github.stepunit.json.JsonPointer;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** Transitions lead elsewhere, and states go. */
final class FlowMutation implements Mutation {

    @Override
    public void propose(StateSite state, Consumer<Candidate> to) {
        if (state.json().path("Next").isTextual() && !state.is("Choice")) {
            next(state, to);
        }
        if (state.is("Task", "Pass", "Wait", "Parallel", "Map")) {
            removed(state, to);
        }
        for (String list : List.of("Choices", "Catch")) {
            JsonNode entries = state.json().path(list);
            for (int i = 0; i < entries.size(); i++) {
                JsonPointer at = state.field(list).index(i);
                String kind = list.equals("Choices") ? "rule " : "catcher ";
                target(state, at.field("Next"), entries.get(i).path("Next"), "Next of " + kind + i, at.toString(), to);
            }
        }
        JsonPointer byDefault = state.field("Default");
        target(state, byDefault, state.json().path("Default"), "Default", byDefault.toString(), to);
    }

    private static void next(StateSite state, Consumer<Candidate> to) {
        JsonPointer at = state.field("Next");
        String now = state.json().path("Next").asText();
        if (other(state, now) != null) {
            target(state, at, state.json().path("Next"), "Next", at.toString(), to);
        } else if (!state.sibling(now).has("End")) {
            // Where the target ends, that is to remove the target.
            to.accept(new Candidate(
                    Mutator.NEXT,
                    at,
                    true,
                    "\"End\": true",
                    state.quoted() + " ends, and no longer goes on with \"" + now + '"',
                    List.of(at.toString()),
                    visited(state, now),
                    List.of(Edit.remove(at), Edit.set(state.field("End"), BooleanNode.TRUE))));
        }
    }

    private static void target(
            StateSite state, JsonPointer at, JsonNode target, String what, String element, Consumer<Candidate> to) {
        String other = target.isTextual() ? other(state, target.asText()) : null;
        if (other != null) {
            to.accept(Candidate.changed(
                    Mutator.NEXT,
                    at,
                    TextNode.valueOf(other),
                    what + " of " + state.quoted() + " is \"" + other + "\", no longer \"" + target.asText() + '"',
                    List.of(element),
                    state.goesOnWith(target.asText(), other)));
        }
    }

    private static String visited(StateSite state, String name) {
        return state.subject() + ".hasVisited(" + JavaText.literal(name) + ");";
    }

    /**
     * The next state after the target in the definition that does not lead back here; null when there is none. Not the one
     * that follows the target: to go there is to remove the target, which is a mutant of its own.
     */
    private static @Nullable String other(StateSite state, String target) {
        List<String> names = state.siblings();
        int start = names.indexOf(target);
        String following = state.sibling(target).path("Next").asText();
        for (int i = 1; i < names.size(); i++) {
            String name = names.get((start + i) % names.size());
            boolean isElsewhere = !name.equals(state.name()) && !name.equals(following);
            if (isElsewhere && !state.leadsTo(name, state.name())) {
                return name;
            }
        }
        return null;
    }

    private static void removed(StateSite state, Consumer<Candidate> to) {
        String next = state.json().path("Next").isTextual()
                ? state.json().path("Next").asText()
                : null;
        List<Edit> edits = new ArrayList<>();
        boolean possible = !state.name().equals(next) && redirect(state, next, edits);
        if (possible) {
            edits.add(Edit.remove(state.at()));
            to.accept(Candidate.dropped(
                    Mutator.STATE,
                    state.at(),
                    state.quoted() + " removed",
                    List.of(state.element()),
                    visited(state, state.name()),
                    edits));
        }
    }

    /** Leads all that led to the state to what follows it; gives false where that cannot be. */
    private static boolean redirect(StateSite state, @Nullable String next, List<Edit> edits) {
        JsonPointer states = state.graphAt().field("States");
        boolean isStart = state.graph().path("StartAt").asText().equals(state.name());
        if (isStart) {
            if (next == null) {
                return false;
            }
            edits.add(Edit.set(state.graphAt().field("StartAt"), TextNode.valueOf(next)));
        }
        for (String name : state.siblings()) {
            JsonNode sibling = state.sibling(name);
            for (JsonPointer place : Targets.places(sibling, states.field(name), state.name())) {
                boolean isPlainNext = place.equals(states.field(name).field("Next"));
                if (next != null) {
                    edits.add(Edit.set(place, TextNode.valueOf(next)));
                } else if (isPlainNext) {
                    edits.add(Edit.remove(place));
                    edits.add(Edit.set(states.field(name).field("End"), BooleanNode.TRUE));
                } else {
                    return false;
                }
            }
        }
        return true;
    }
}
