package io.github.stepunit.assertj;

import io.github.stepunit.history.Scope;
import io.github.stepunit.history.ScopeRun;
import io.github.stepunit.history.StateVisit;
import java.util.List;
import org.apiguardian.api.API;
import org.jspecify.annotations.Nullable;

/** What {@link ScopeAssert} checks: a branch of a Parallel state or an iteration of a Map state, in its last attempt. */
@API(status = API.Status.EXPERIMENTAL, since = "0.1")
public final class ScopeVisits {

    private final StateVisits outer;
    private final Scope.Kind kind;
    private final int index;
    private final @Nullable ScopeRun run;

    ScopeVisits(StateVisits outer, Scope.Kind kind, int index) {
        this.outer = outer;
        this.kind = kind;
        this.index = index;
        StateVisit visit = outer.visit();
        this.run = visit == null
                ? null
                : visit.runs().stream()
                        .filter(r -> r.scope().kind() == kind && r.scope().index() == index)
                        .findFirst()
                        .orElse(null);
    }

    /** Its own visits in order of entry; empty when it was not started. */
    public List<StateVisit> visits() {
        return run == null ? List.of() : run.visits();
    }

    StateVisits outer() {
        return outer;
    }

    Scope.Kind kind() {
        return kind;
    }

    int index() {
        return index;
    }

    boolean wasStarted() {
        return run != null;
    }

    Walk walk() {
        Walk outerWalk = outer.walk();
        return run == null
                ? new Walk(outerWalk.execution(), toString(), outerWalk.graph(), List.of(), List.of())
                : Walk.of(outerWalk.execution(), run);
    }

    @Override
    public String toString() {
        return (kind == Scope.Kind.BRANCH ? "branch " : "iteration ") + index + " of \"" + outer.state() + "\"";
    }
}
