package io.github.stepunit.skeleton;

import io.github.stepunit.MapRun;
import io.github.stepunit.MapRunStatus;
import io.github.stepunit.coverage.CoverageElement;
import io.github.stepunit.coverage.ElementKind;
import io.github.stepunit.definition.MapState;
import io.github.stepunit.history.Attempt;
import io.github.stepunit.history.HistoryEventDetails;
import io.github.stepunit.history.StateVisit;
import io.github.stepunit.history.Trace;
import io.github.stepunit.history.VisitStatus;
import java.util.List;
import java.util.Objects;

/** Tells which visit of its state walked an element in a way that a test can assert. */
final class WalkedBy {

    private WalkedBy() {}

    /** Of a rule, catcher or retrier. */
    static int indexOf(CoverageElement element) {
        return Integer.parseInt(element.pointer().substring(element.pointer().lastIndexOf('/') + 1));
    }

    static boolean visit(Walk walk, Visited at, CoverageElement element) {
        StateVisit visit = at.visit();
        return switch (element.kind()) {
            case NEXT, END -> visit.status() == VisitStatus.SUCCEEDED;
            case CHOICE_RULE -> Objects.equals(visit.matchedRule(), indexOf(element));
            case DEFAULT -> visit.tookDefault();
            case CATCHER -> visit.caught() != null && visit.caught().catcher() == indexOf(element);
            case RETRIER_USED ->
                visit.attempts().stream()
                        .anyMatch(
                                each -> each.retried() != null && each.retried().retrier() == indexOf(element));
            case RETRIER_EXHAUSTED -> visit.error() != null;
            case STATE_TIMEOUT, HEARTBEAT_TIMEOUT -> timedOut(at, element) >= 0;
            case MAP_NO_ITEM, MAP_ONE_ITEM, MAP_MANY_ITEMS -> hasItems(walk, at, element.kind());
            case TOLERATED_FAILURE -> {
                MapRun run = walk.mapRun(at);
                yield run != null
                        && run.status() == MapRunStatus.SUCCEEDED
                        && run.itemCounts().failed() > 0;
            }
            default -> true;
        };
    }

    /** Which attempt, from 0, ended by a timeout or missed heartbeat, whichever the element is; the last one before others, -1 for none. */
    static int timedOut(Visited at, CoverageElement element) {
        List<Attempt> attempts = at.visit().attempts();
        for (int i = attempts.size() - 1; i >= 0; i--) {
            Attempt each = attempts.get(i);
            boolean missed = each.outcome() != null && each.outcome().trace() instanceof Trace.HeartbeatMissed;
            if (each.timedOut() && missed == (element.kind() == ElementKind.HEARTBEAT_TIMEOUT)) {
                return i;
            }
        }
        return -1;
    }

    private static boolean hasItems(Walk walk, Visited at, ElementKind kind) {
        long items = items(walk, at);
        // Of an inline Map its iterations are asserted, and an error may have kept some from being started.
        long asserted = isDistributed(at) ? items : at.visit().runs().size();
        return Math.min(2, items) == count(kind) && Math.min(2, asserted) == count(kind);
    }

    private static long count(ElementKind kind) {
        return kind == ElementKind.MAP_NO_ITEM ? 0 : kind == ElementKind.MAP_ONE_ITEM ? 1 : 2;
    }

    /** How many items its last attempt had; -1 when it did not come to count them. */
    static long items(Walk walk, Visited at) {
        if (isDistributed(at)) {
            MapRun run = walk.mapRun(at);
            return run == null ? -1 : run.itemCounts().total();
        }
        List<Attempt> attempts = at.visit().attempts();
        return !attempts.isEmpty()
                        && attempts.get(attempts.size() - 1).scheduled().details()
                                instanceof HistoryEventDetails.MapStateStarted started
                ? started.length()
                : -1;
    }

    private static boolean isDistributed(Visited at) {
        return at.state() instanceof MapState map && map.distribution() != null;
    }
}
