package io.github.stepunit.skeleton;

import io.github.stepunit.definition.State;
import io.github.stepunit.history.StateVisit;
import org.jspecify.annotations.Nullable;

/**
 * A visit of a state with what is around it.
 *
 * @param visit the visit
 * @param state the state
 * @param frame the running machine that it belongs to
 * @param index which visit of that machine it is, from 0
 * @param firstCall which call of its mock its first attempt is, from 0
 */
record Visited(StateVisit visit, State state, Frame frame, int index, int firstCall) {

    @Nullable
    Visited previous() {
        return index == 0 ? null : frame.visits().get(index - 1);
    }

    @Nullable
    Visited following() {
        return index + 1 < frame.visits().size() ? frame.visits().get(index + 1) : null;
    }

    /** Which call of its mock gave its result. */
    int lastCall() {
        return firstCall + Math.max(0, visit.attempts().size() - 1);
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
