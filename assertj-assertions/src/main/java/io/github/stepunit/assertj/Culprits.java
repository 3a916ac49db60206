package io.github.stepunit.assertj;

import io.github.stepunit.history.StateVisit;
import io.github.stepunit.history.VisitStatus;
import org.jspecify.annotations.Nullable;

/** Finds the state that explains how an execution stands. */
final class Culprits {

    private Culprits() {}

    /** The tree with an arrow at the innermost state that failed it, or else at what still runs. */
    static String tree(Walk walk) {
        StateVisit failed = innermost(walk, VisitStatus.FAILED);
        if (failed != null) {
            return walk.tree().marking(failed, "failed here").render();
        }
        StateVisit running = innermost(walk, VisitStatus.RUNNING);
        return running == null
                ? walk.tree().render()
                : walk.tree().marking(running, "still here").render();
    }

    private static @Nullable StateVisit innermost(Walk walk, VisitStatus status) {
        StateVisit found = null;
        for (StateVisit visit : walk.execution().history().visits()) {
            if (visit.status() == status
                    && (found == null || visit.scope().depth() >= found.scope().depth())) {
                found = visit;
            }
        }
        return found;
    }
}
