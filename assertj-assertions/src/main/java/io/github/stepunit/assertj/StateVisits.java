package io.github.stepunit.assertj;

import io.github.stepunit.history.StateVisit;
import java.util.List;
import org.apiguardian.api.API;
import org.jspecify.annotations.Nullable;

/** What {@link StateAssert} checks: the visits of one state in an execution, or in one branch or iteration of it. */
@API(status = API.Status.EXPERIMENTAL, since = "0.1")
public final class StateVisits {

    private final Walk walk;
    private final String state;
    private final List<StateVisit> visits;
    private final @Nullable Integer chosen;
    private final @Nullable ScopeVisits scope;

    private StateVisits(
            Walk walk, String state, List<StateVisit> visits, @Nullable Integer chosen, @Nullable ScopeVisits scope) {
        this.walk = walk;
        this.state = state;
        this.visits = visits;
        this.chosen = chosen;
        this.scope = scope;
    }

    static StateVisits of(Walk walk, String state, @Nullable ScopeVisits scope) {
        return new StateVisits(walk, state, walk.visitsOf(state), null, scope);
    }

    StateVisits choosing(int number) {
        return new StateVisits(walk, state, visits, number, scope);
    }

    /** The name of the state. */
    public String state() {
        return state;
    }

    /** All its visits in order of entry; empty when it was never visited. */
    public List<StateVisit> visits() {
        return visits;
    }

    /** The visit that was asked for, or the only one; null when there is no such visit, or when there are several. */
    @Nullable
    StateVisit visit() {
        if (chosen == null) {
            return visits.size() == 1 ? visits.get(0) : null;
        }
        return chosen >= 1 && chosen <= visits.size() ? visits.get(chosen - 1) : null;
    }

    /** The walked path with an arrow at one visit. */
    String story(StateVisit visit) {
        return walk.story(visit, "here");
    }

    /** How messages call it. */
    String subject(StateVisit visit) {
        return "state \"" + visit.path() + "\"";
    }

    /** Which visit was asked for, from 1; null when none was. */
    @Nullable
    Integer chosen() {
        return chosen;
    }

    Walk walk() {
        return walk;
    }

    /** The branch or iteration by which the test came here; null when it came from the execution itself. */
    @Nullable
    ScopeVisits scope() {
        return scope;
    }

    @Override
    public String toString() {
        return "visits of state \"" + state + "\": " + visits.size();
    }
}
