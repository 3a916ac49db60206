package io.github.stepunit.mutation;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.TextNode;
import io.github.stepunit.json.JsonPointer;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

/** Rules of a Choice state go, or match otherwise. */
final class ChoiceMutation implements Mutation {

    @Override
    public void propose(StateSite state, Consumer<Candidate> to) {
        if (!state.is("Choice")) {
            return;
        }
        JsonNode rules = state.json().path("Choices");
        for (int i = 0; i < rules.size(); i++) {
            JsonPointer at = state.field("Choices").index(i);
            String what = "rule " + i + " of " + state.quoted();
            RuleAssertions assertions = RuleAssertions.of(state, i);
            if (rules.size() > 1) {
                to.accept(Candidate.dropped(
                        Mutator.CHOICE_RULE, at, what + " dropped", List.of(at.toString()), assertions.matched()));
            }
            List<String> elements = from(state, rules, i);
            JsonNode condition = rules.get(i).path("Condition");
            if (condition.isTextual()) {
                jsonata(at.field("Condition"), condition.asText(), what, elements, assertions, to);
            } else {
                new JsonPathCondition(what, elements, assertions, to).propose(rules.get(i), at);
            }
        }
        if (state.json().has("Default")) {
            JsonPointer at = state.field("Default");
            to.accept(Candidate.dropped(
                    Mutator.DEFAULT,
                    at,
                    "Default of " + state.quoted() + " dropped",
                    List.of(at.toString()),
                    state.assertion() + ".tookDefault();"));
        }
    }

    /** What is walked when the rule was looked at: it, one after it, or the Default. */
    private static List<String> from(StateSite state, JsonNode rules, int index) {
        List<String> elements = new ArrayList<>();
        for (int i = index; i < rules.size(); i++) {
            elements.add(state.field("Choices").index(i).toString());
        }
        // Without a Default, the state may have failed because nothing matched.
        elements.add(state.json().has("Default") ? state.field("Default").toString() : state.element());
        return elements;
    }

    private static void jsonata(
            JsonPointer at,
            String condition,
            String what,
            List<String> elements,
            RuleAssertions assertions,
            Consumer<Candidate> to) {
        JsonataCondition.mutants(condition)
                .forEach(mutant -> to.accept(Candidate.changed(
                        mutant.mutator(),
                        at,
                        TextNode.valueOf(mutant.condition()),
                        "condition of " + what + ' ' + mutant.what(),
                        elements,
                        assertions.when(mutant.matchesMore()))));
    }
}
