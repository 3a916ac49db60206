package io.github.stepunit.history;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A running machine while the history is read: at most one of its states is open at a time. */
final class MachineDraft {

    private final Scope scope;
    private final @Nullable VisitDraft parent;
    private final List<VisitDraft> visits = new ArrayList<>(4);
    private final Map<String, VisitDraft> latest = new HashMap<>(4);
    private @Nullable VisitDraft open;
    /** What was open when the machine was ended from outside or by an error. */
    private @Nullable VisitDraft interrupted;

    MachineDraft(Scope scope, @Nullable VisitDraft parent) {
        this.scope = scope;
        this.parent = parent;
    }

    Scope scope() {
        return scope;
    }

    /** The visit of the Parallel or Map state around this machine, or null at the top level. */
    @Nullable
    VisitDraft parent() {
        return parent;
    }

    /** The state that has been entered and not left, or null. */
    @Nullable
    VisitDraft open() {
        return open;
    }

    /** The open visit of that state or, when it is not open, its latest; null when it was never entered. */
    @Nullable
    VisitDraft visitOf(String state) {
        return latest.get(state);
    }

    VisitDraft enter(String state, HistoryEvent event) {
        VisitDraft before = latest.get(state);
        VisitDraft visit = new VisitDraft(this, event, before == null ? 1 : before.number() + 1);
        latest.put(state, visit);
        visits.add(visit);
        open = visit;
        return visit;
    }

    /** The machine ends in this state. */
    void interrupt(VisitDraft visit) {
        leave(visit);
        interrupted = visit;
    }

    /** The execution was redriven: what was interrupted goes on, here and inside. A Fail state is entered anew. */
    void reopen() {
        VisitDraft visit = interrupted;
        interrupted = null;
        if (visit != null && !visit.isOfFailState()) {
            open = visit;
            visit.reopen();
        }
    }

    void leave(VisitDraft visit) {
        if (open == visit) {
            open = null;
        }
    }

    ScopeRun build() {
        return new ScopeRun(scope, visits.stream().map(VisitDraft::build).toList());
    }
}
