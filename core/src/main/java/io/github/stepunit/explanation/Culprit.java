package io.github.stepunit.explanation;

import io.github.stepunit.history.Attempt;
import io.github.stepunit.history.ExecutionHistory;
import io.github.stepunit.history.ScopeRun;
import io.github.stepunit.history.StateVisit;
import io.github.stepunit.history.VisitStatus;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Finds the visit that explains how an execution stands. */
final class Culprit {

    private Culprit() {}

    /**
     * The visits that lead to it, from the outside in: the state that failed the execution, or runs still, and what failed or
     * runs inside it. Empty when the execution has succeeded.
     */
    static List<StateVisit> of(ExecutionHistory history) {
        List<StateVisit> chain = new ArrayList<>();
        List<StateVisit> level = history.visits().stream()
                .filter(visit -> visit.scope().parent() == null)
                .toList();
        StateVisit last = stuck(level);
        while (last != null) {
            chain.add(last);
            last = inside(last);
        }
        return Collections.unmodifiableList(chain);
    }

    private static @Nullable StateVisit inside(StateVisit visit) {
        List<Attempt> attempts = visit.attempts();
        if (attempts.isEmpty()) {
            return null;
        }
        StateVisit found = null;
        for (ScopeRun run : attempts.get(attempts.size() - 1).runs()) {
            StateVisit candidate = stuck(run.visits());
            if (candidate != null && isWorse(candidate, found)) {
                found = candidate;
            }
        }
        return found;
    }

    /** What failed explains more than what still ran, and that more than what was aborted because of it. */
    private static boolean isWorse(StateVisit candidate, @Nullable StateVisit than) {
        return than == null || rank(candidate) < rank(than);
    }

    private static int rank(StateVisit visit) {
        return switch (visit.status()) {
            case FAILED -> 0;
            case RUNNING -> 1;
            default -> 2;
        };
    }

    private static @Nullable StateVisit stuck(List<StateVisit> level) {
        StateVisit last = level.isEmpty() ? null : level.get(level.size() - 1);
        boolean stands = last != null && last.status() != VisitStatus.SUCCEEDED && last.status() != VisitStatus.CAUGHT;
        return stands ? last : null;
    }
}
