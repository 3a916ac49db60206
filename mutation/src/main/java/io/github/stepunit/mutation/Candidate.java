package io.github.stepunit.mutation;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.stepunit.json.JsonPointer;
import io.github.stepunit.json.JsonText;
import java.util.List;

/**
 * A change that might be made, before anyone asked whether AWS would accept it.
 *
 * @param mutator the kind of change
 * @param at what is changed
 * @param isMember whether the place is meant with its name
 * @param replacement what stands in its place, as text; empty when nothing does
 * @param description what the change is
 * @param elements ids of the elements of coverage; tests that walk one of them may notice
 * @param assertion Java that would notice when nothing better is known
 * @param edits the change itself
 */
record Candidate(
        Mutator mutator,
        JsonPointer at,
        boolean isMember,
        String replacement,
        String description,
        List<String> elements,
        String assertion,
        List<Edit> edits) {

    /** Something goes. */
    static Candidate dropped(
            Mutator mutator, JsonPointer at, String description, List<String> elements, String assertion) {
        return dropped(mutator, at, description, elements, assertion, List.of(Edit.remove(at)));
    }

    /** Something goes, and other things change with it. */
    static Candidate dropped(
            Mutator mutator,
            JsonPointer at,
            String description,
            List<String> elements,
            String assertion,
            List<Edit> edits) {
        return new Candidate(mutator, at, true, "", description, elements, assertion, edits);
    }

    /** A value becomes another. */
    static Candidate changed(
            Mutator mutator,
            JsonPointer at,
            JsonNode value,
            String description,
            List<String> elements,
            String assertion) {
        return new Candidate(
                mutator,
                at,
                false,
                JsonText.writeCompact(value),
                description,
                elements,
                assertion,
                List.of(Edit.set(at, value)));
    }

    /** A field gets a value; one that is not there yet is shown at the object that gets it. */
    static Candidate set(
            Mutator mutator,
            JsonNode holder,
            JsonPointer at,
            String field,
            JsonNode value,
            String description,
            String element,
            String assertion) {
        if (holder.has(field)) {
            return changed(mutator, at.field(field), value, description, List.of(element), assertion);
        }
        return new Candidate(
                mutator,
                at,
                false,
                JsonText.writeCompact(Edit.with(holder, field, value)),
                description,
                List.of(element),
                assertion,
                List.of(Edit.set(at.field(field), value)));
    }
}
