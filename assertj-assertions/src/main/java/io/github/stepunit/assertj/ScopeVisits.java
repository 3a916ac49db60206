package io.github.stepunit.assertj;

import io.github.stepunit.definition.State;
import io.github.stepunit.definition.Transition;
import io.github.stepunit.history.Attempt;
import io.github.stepunit.history.Scope;
import io.github.stepunit.history.ScopeRun;
import io.github.stepunit.history.StateVisit;
import io.github.stepunit.history.VisitStatus;
import java.time.Duration;
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

    /** Null when it was not started. */
    @Nullable
    ScopeRun run() {
        return run;
    }

    boolean wasStarted() {
        return run != null;
    }

    /** Its last visit; null when it was stopped before it entered a state. */
    @Nullable
    StateVisit last() {
        List<StateVisit> visits = visits();
        return visits.isEmpty() ? null : visits.get(visits.size() - 1);
    }

    /**
     * How the branch or iteration ended. The history tells it of states only: it has succeeded once it has left a terminal
     * state, and it was aborted when its Parallel or Map state went on before that.
     */
    VisitStatus status() {
        StateVisit last = last();
        if (last != null && last.status() == VisitStatus.SUCCEEDED && isTerminal(last)) {
            return VisitStatus.SUCCEEDED;
        }
        if (last != null && (last.status() == VisitStatus.FAILED || last.status() == VisitStatus.RUNNING)) {
            return last.status();
        }
        return outerAttemptRuns() ? VisitStatus.RUNNING : VisitStatus.ABORTED;
    }

    private boolean isTerminal(StateVisit visit) {
        State state = walk().graph().states().get(visit.name());
        return state != null && state.transitions().stream().allMatch(way -> way.kind() == Transition.Kind.CATCHER);
    }

    private boolean outerAttemptRuns() {
        StateVisit visit = outer.visit();
        List<Attempt> attempts = visit == null ? List.of() : visit.attempts();
        return !attempts.isEmpty() && attempts.get(attempts.size() - 1).end() == null;
    }

    /** Virtual time from the entry of its first state to its end; null while it runs. */
    @Nullable
    Duration duration() {
        StateVisit last = last();
        if (status() == VisitStatus.RUNNING) {
            return null;
        }
        return last == null || last.end() == null
                ? Duration.ZERO
                : Duration.between(visits().get(0).start(), last.end());
    }

    /** The walked path with an arrow at where the branch or iteration ended or stands. */
    String story() {
        StateVisit here = last() == null ? outer.visit() : last();
        return here == null ? walk().tree().render() : walk().story(here, "here");
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
