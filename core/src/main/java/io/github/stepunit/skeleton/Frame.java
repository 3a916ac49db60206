package io.github.stepunit.skeleton;

import io.github.stepunit.definition.StateGraph;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A machine that ran: the execution's own, a branch, or an iteration, be it in a child execution.
 *
 * @param parent the Parallel or Map state around it; null for the execution's own
 * @param graph what ran
 * @param number of the branch or iteration, from 0
 * @param visits in the order of entry
 */
record Frame(@Nullable Visited parent, StateGraph graph, int number, List<Visited> visits) {

    @Nullable
    Visited last() {
        return visits.isEmpty() ? null : visits.get(visits.size() - 1);
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return this == other;
    }

    @Override
    public int hashCode() {
        return System.identityHashCode(this);
    }
}
