package io.github.stepunit.mutation;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.stepunit.json.JsonText;
import java.util.List;
import org.apiguardian.api.API;

/** A definition with one change in it. Immutable. */
@API(status = API.Status.EXPERIMENTAL, since = "0.1")
public final class Mutant {

    private final JsonNode original;
    private final Candidate change;
    private final String state;
    private final String place;
    private final MutantLocation location;

    Mutant(JsonNode original, Candidate change, String state, String place, MutantLocation location) {
        this.original = original;
        this.change = change;
        this.state = state;
        this.place = place;
        this.location = location;
    }

    /** The kind of change. */
    public Mutator mutator() {
        return change.mutator();
    }

    /** The change in words. */
    public String description() {
        return change.description();
    }

    /** JSON Pointer of what is changed. */
    public String pointer() {
        return change.at().toString();
    }

    /** Name of the state that is changed; empty for the machine. */
    public String state() {
        return state;
    }

    /** JSON Pointer of that state; empty for the machine. */
    String place() {
        return place;
    }

    /** Where that stands in the file that people edit. */
    public MutantLocation location() {
        return location;
    }

    /** What stands there instead; empty when nothing does. */
    public String replacement() {
        return change.replacement();
    }

    /** The changed definition in ASL JSON; without states that nothing leads to any more. */
    public String definition() {
        return changed(original, change);
    }

    /** Ids of the elements of coverage, of which a test that may notice has walked one. */
    List<String> elements() {
        return change.elements();
    }

    /** An assertion that would notice, as far as the definition alone tells. */
    String assertion() {
        return change.assertion();
    }

    static String changed(JsonNode original, Candidate change) {
        ObjectNode changed = Edit.apply(original, change.edits());
        Targets.prune(changed);
        return JsonText.writeCompact(changed);
    }

    @Override
    public String toString() {
        return mutator().text() + " at " + pointer() + ": " + description();
    }
}
