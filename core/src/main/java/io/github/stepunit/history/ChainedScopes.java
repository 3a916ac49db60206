package io.github.stepunit.history;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The scope of every event. StepUnit's own events state it. A history read from AWS implies it by
 * {@code previousEventId}: an event stands in the machine of the event before it, except that ParallelStateStarted and
 * MapIterationStarted lead inwards and the ends of Parallel and Map states lead outwards. AWS does not say which branch
 * of a Parallel state is which; they are numbered in order of their first event.
 */
final class ChainedScopes {

    private final Map<Long, Scope> scopeById = new HashMap<>();
    private final Map<Long, HistoryEventType> typeById = new HashMap<>();
    private final Map<Long, Integer> branchesStarted = new HashMap<>();
    private final Map<Long, String> parallelById = new HashMap<>();
    private final Map<Long, Scope> failedFor = new HashMap<>();
    private final Map<Scope, String> openState = new HashMap<>();

    static List<Scope> of(List<HistoryEvent> events) {
        boolean nested = false;
        for (HistoryEvent event : events) {
            if (event.scope().parent() != null) {
                return stated(events);
            }
            nested |= event.type() == HistoryEventType.PARALLEL_STATE_STARTED
                    || event.type() == HistoryEventType.MAP_ITERATION_STARTED;
        }
        return nested ? new ChainedScopes().follow(events) : Collections.nCopies(events.size(), Scope.EXECUTION);
    }

    private static List<Scope> stated(List<HistoryEvent> events) {
        List<Scope> scopes = new ArrayList<>(events.size());
        events.forEach(event -> scopes.add(event.scope()));
        return scopes;
    }

    private List<Scope> follow(List<HistoryEvent> events) {
        List<Scope> scopes = new ArrayList<>(events.size());
        for (HistoryEvent event : events) {
            Scope scope = scopeOf(event);
            scopeById.put(event.id(), scope);
            typeById.put(event.id(), event.type());
            if (event.type() == HistoryEventType.MAP_ITERATION_FAILED) {
                failedFor.put(event.previousEventId(), scope);
            } else if (event.details() instanceof HistoryEventDetails.StateEntered entered) {
                openState.put(scope, entered.name());
            } else if (event.type() == HistoryEventType.PARALLEL_STATE_STARTED) {
                parallelById.put(event.id(), openState.getOrDefault(scope, ""));
            }
            scopes.add(scope);
        }
        return scopes;
    }

    private Scope scopeOf(HistoryEvent event) {
        Scope before = scopeById.getOrDefault(event.previousEventId(), Scope.EXECUTION);
        if (event.details() instanceof HistoryEventDetails.MapIteration iteration) {
            return event.type() == HistoryEventType.MAP_ITERATION_STARTED
                    ? new Scope(
                            around(before, iteration.name()), iteration.name(), Scope.Kind.ITERATION, iteration.index())
                    : within(before, iteration);
        }
        if (event.type().isStateEntered()) {
            String parallel = parallelById.get(event.previousEventId());
            return parallel == null
                    ? before
                    : new Scope(
                            before,
                            parallel,
                            Scope.Kind.BRANCH,
                            branchesStarted.merge(event.previousEventId(), 1, Integer::sum) - 1);
        }
        if (event.details() instanceof HistoryEventDetails.StateExited exited) {
            return around(before, exited.name());
        }
        return switch (event.type()) {
            case EXECUTION_FAILED, EXECUTION_SUCCEEDED, EXECUTION_ABORTED, EXECUTION_TIMED_OUT -> Scope.EXECUTION;
            case MAP_STATE_STARTED, MAP_STATE_SUCCEEDED, MAP_STATE_ABORTED ->
                outOf(before, Scope.Kind.ITERATION, typeById.get(event.previousEventId()));
            case PARALLEL_STATE_STARTED, PARALLEL_STATE_SUCCEEDED, PARALLEL_STATE_ABORTED ->
                outOf(before, Scope.Kind.BRANCH, typeById.get(event.previousEventId()));
            case MAP_STATE_FAILED -> failedIn(before, Scope.Kind.ITERATION, event.previousEventId());
            case PARALLEL_STATE_FAILED -> failedIn(before, Scope.Kind.BRANCH, event.previousEventId());
            default -> before;
        };
    }

    /** The machine that has the state of that name, seen from itself or from inside that state. */
    private static Scope around(Scope scope, String state) {
        for (Scope s = scope; s.parent() != null; s = s.parent()) {
            if (s.state().equals(state)) {
                return s.parent();
            }
        }
        return scope;
    }

    private static Scope within(Scope scope, HistoryEventDetails.MapIteration iteration) {
        for (Scope s = scope; s.parent() != null; s = s.parent()) {
            if (s.state().equals(iteration.name()) && s.index() == iteration.index()) {
                return s;
            }
        }
        return new Scope(scope, iteration.name(), Scope.Kind.ITERATION, iteration.index());
    }

    /** When states inside each other fail for one reason, all their events point at it, innermost first. */
    private Scope failedIn(Scope before, Scope.Kind kind, long reason) {
        Scope inner = failedFor.get(reason);
        Scope scope = inner == null ? outOf(before, kind, typeById.get(reason)) : outOf(inner, kind);
        failedFor.put(reason, scope);
        return scope;
    }

    /** Out of the innermost machine of that kind, unless the event before still stands in the outer state itself. */
    private static Scope outOf(Scope scope, Scope.Kind kind, @Nullable HistoryEventType before) {
        boolean outside = before == null
                || before == HistoryEventType.MAP_STATE_ENTERED
                || before == HistoryEventType.MAP_STATE_STARTED
                || before == HistoryEventType.PARALLEL_STATE_ENTERED
                || before == HistoryEventType.PARALLEL_STATE_STARTED;
        return outside ? scope : outOf(scope, kind);
    }

    private static Scope outOf(Scope scope, Scope.Kind kind) {
        for (Scope s = scope; s.parent() != null; s = s.parent()) {
            if (s.kind() == kind) {
                return s.parent();
            }
        }
        return scope;
    }
}
