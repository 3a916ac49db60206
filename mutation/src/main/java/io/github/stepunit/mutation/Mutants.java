package io.github.stepunit.mutation;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.stepunit.coverage.CoverageElement;
import io.github.stepunit.coverage.DefinitionElements;
import io.github.stepunit.definition.DefinitionVariants;
import io.github.stepunit.definition.InvalidDefinitionException;
import io.github.stepunit.definition.StateMachineDefinition;
import io.github.stepunit.definition.StateMachineType;
import io.github.stepunit.json.JsonPointer;
import io.github.stepunit.json.JsonText;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/** All mutants of a definition: the same ones in the same order every time. */
final class Mutants {

    private final DefinitionVariants variants;
    private final ObjectNode json;
    private final SourceSpans spans;
    private final Set<String> walkable;
    private final Predicate<Mutant> filter;
    /** Hashes of their texts: there may be thousands of a long definition. */
    private final Set<UUID> seen = new HashSet<>();

    private final List<Mutant> mutants = new ArrayList<>();

    private Mutants(StateMachineDefinition definition, StateMachineType type, Predicate<Mutant> filter) {
        this.filter = filter;
        this.json = (ObjectNode) JsonText.parseWithoutText(definition.text());
        this.variants = new DefinitionVariants(definition, json, type);
        this.spans = new SourceSpans(definition, json);
        this.walkable = DefinitionElements.of(definition).stream()
                .filter(CoverageElement::reachable)
                .map(CoverageElement::id)
                .collect(Collectors.toSet());
        seen.add(hash(JsonText.writeCompact(json)));
    }

    /**
     * All mutants, in the order of the definition. What AWS would refuse is none of them, nor what nothing can walk, nor
     * the same definition twice.
     *
     * @throws InvalidDefinitionException when AWS would refuse the text of the definition itself, read alone
     */
    static List<Mutant> of(StateMachineDefinition definition, StateMachineType type) {
        return of(definition, type, mutant -> true);
    }

    /** Those mutants that are wanted. */
    static List<Mutant> of(StateMachineDefinition definition, StateMachineType type, Predicate<Mutant> filter) {
        Mutants found = new Mutants(definition, type, filter);
        NumberMutation.ofMachine(found.json, candidate -> found.add("", "", candidate));
        boolean isJsonata = found.json.path("QueryLanguage").asText().equals("JSONata");
        found.graph(found.json, JsonPointer.ROOT, StateSite.EXECUTION, isJsonata);
        return List.copyOf(found.mutants);
    }

    private void graph(JsonNode graph, JsonPointer at, String subject, boolean isJsonata) {
        graph.path("States").properties().forEach(entry -> {
            JsonNode state = entry.getValue();
            JsonPointer place = at.field("States").field(entry.getKey());
            String own = state.path("QueryLanguage").asText();
            boolean inJsonata = own.isEmpty() ? isJsonata : own.equals("JSONata");
            StateSite site = new StateSite(entry.getKey(), place, state, at, graph, subject, inJsonata);
            Mutation.ALL.forEach(each -> each.propose(site, candidate -> add(site.name(), site.element(), candidate)));
            for (String field : List.of("ItemProcessor", "Iterator")) {
                graph(state.path(field), place.field(field), site.ofIteration(), isJsonata);
            }
            for (int i = 0; i < state.path("Branches").size(); i++) {
                JsonNode branch = state.path("Branches").get(i);
                graph(branch, place.field("Branches").index(i), site.ofBranch(i), isJsonata);
            }
        });
    }

    private void add(String state, String place, Candidate candidate) {
        if (candidate.elements().stream().noneMatch(walkable::contains)) {
            return;
        }
        Mutant mutant = new Mutant(
                json,
                variants,
                candidate,
                state,
                place,
                spans.of(
                        candidate.at(),
                        candidate.isMember(),
                        candidate.replacement().isEmpty()));
        if (filter.test(mutant) && isAnother(mutant)) {
            mutants.add(mutant);
        }
    }

    private static UUID hash(String text) {
        return UUID.nameUUIDFromBytes(text.getBytes(StandardCharsets.UTF_8));
    }

    private boolean isAnother(Mutant mutant) {
        try {
            return seen.add(hash(mutant.parsed().text()));
        } catch (InvalidDefinitionException refused) {
            return false;
        }
    }
}
