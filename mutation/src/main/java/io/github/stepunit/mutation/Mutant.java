package io.github.stepunit.mutation;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.stepunit.definition.DefinitionVariants;
import io.github.stepunit.definition.InvalidDefinitionException;
import io.github.stepunit.definition.StateMachineDefinition;
import io.github.stepunit.json.JsonText;
import java.util.List;

/** A definition with one change in it. Immutable. */
final class Mutant {

    private final ObjectNode original;
    private final DefinitionVariants variants;
    private final Candidate change;
    private final String state;
    private final String place;
    private final MutantLocation location;

    Mutant(
            ObjectNode original,
            DefinitionVariants variants,
            Candidate change,
            String state,
            String place,
            MutantLocation location) {
        this.original = original;
        this.variants = variants;
        this.change = change;
        this.state = state;
        this.place = place;
        this.location = location;
    }

    /** The kind of change. */
    Mutator mutator() {
        return change.mutator();
    }

    /** The change in words. */
    String description() {
        return change.description();
    }

    /** JSON Pointer of what is changed. */
    String pointer() {
        return change.at().toString();
    }

    /** Name of the state that is changed; empty for the machine. */
    String state() {
        return state;
    }

    /** JSON Pointer of that state; empty for the machine. */
    String place() {
        return place;
    }

    /** Where that stands in the file that people edit. */
    MutantLocation location() {
        return location;
    }

    /** What stands there instead; empty when nothing does. */
    String replacement() {
        return change.replacement();
    }

    /** The changed definition in ASL JSON; without states that nothing leads to any more. */
    String definition() {
        return JsonText.writeCompact(changed());
    }

    /** Ids of the elements of coverage, of which a test that may notice has walked one. */
    List<String> elements() {
        return change.elements();
    }

    /** An assertion that would notice, as far as the definition alone tells. */
    String assertion() {
        return change.assertion();
    }

    /**
     * The changed definition, to be run. Made anew each time: there may be thousands of mutants of a long definition.
     *
     * @throws InvalidDefinitionException when AWS would refuse it
     */
    StateMachineDefinition parsed() {
        return variants.parse(changed());
    }

    private ObjectNode changed() {
        return Targets.pruned(Edit.apply(original, change.edits()));
    }

    @Override
    public String toString() {
        return mutator().text() + " at " + pointer() + ": " + description();
    }
}
