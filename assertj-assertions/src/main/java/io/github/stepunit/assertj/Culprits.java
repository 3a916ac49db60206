package io.github.stepunit.assertj;

import io.github.stepunit.explanation.Explanation;
import io.github.stepunit.history.StateVisit;

/** Tells why an execution stands as it does. */
final class Culprits {

    private Culprits() {}

    /** The tree with an arrow at the innermost state that failed it, or else at what still runs, and why. */
    static String tree(Walk walk) {
        Explanation why = walk.execution().explain();
        StateVisit visit = why.visit();
        if (visit == null) {
            return walk.tree().render();
        }
        String note =
                switch (visit.status()) {
                    case FAILED -> "failed here";
                    case RUNNING -> "still here";
                    default -> "cut off here";
                };
        return walk.story(visit, note) + text(why);
    }

    /** An explanation as messages end with it: a paragraph of its own, or nothing. */
    static String text(Explanation why) {
        return why.isEmpty() ? "" : "\n\nWhy:\n" + why.toString().indent(2).stripTrailing();
    }
}
