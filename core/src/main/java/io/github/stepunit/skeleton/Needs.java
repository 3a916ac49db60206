package io.github.stepunit.skeleton;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** Gives a state what it reads. */
final class Needs {

    private final Machine machine;
    private final Walk walk;
    private final Visited at;
    private final String complaint;

    Needs(Machine machine, Walk walk, Visited at) {
        this.machine = machine;
        this.walk = walk;
        this.at = at;
        this.complaint = String.valueOf(at.visit().cause());
    }

    /** All that is missing, and what is of another kind than its expressions seem to need. */
    void fill(Draft draft) {
        for (Read read : machine.reads(at.state())) {
            for (Source each : Origins.of(machine, walk, at, read.path())) {
                JsonNode present = draft.get(each);
                boolean nothing = present == null || present.isNull();
                if (nothing || (!read.kind().fits(present) && read.kind() != Kind.ANY)) {
                    draft.change(each, false, there -> read.kind()
                            .example(read.path().name()));
                }
            }
        }
    }

    /** One of them as another kind; first those that the error speaks of. */
    void fillOtherwise(Draft draft, int number) {
        List<Read> reads = new ArrayList<>(machine.reads(at.state()));
        reads.removeIf(read -> Origins.of(machine, walk, at, read.path()).isEmpty());
        reads.sort(Comparator.comparing(read -> !complaint.contains(read.path().name())));
        int which = number / Kind.countToTry();
        if (which < reads.size()) {
            Read read = reads.get(which);
            Kind kind = Kind.toTry(number);
            for (Source each : Origins.of(machine, walk, at, read.path())) {
                draft.change(each, false, there -> kind.example(read.path().name()));
            }
        }
    }
}
