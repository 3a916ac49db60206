package io.github.stepunit.history;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Reads a history once, event by event, and gathers the visits of its states. Linear in the number of events: each event
 * is looked at once, with the machine that it belongs to found by its scope.
 */
final class VisitCollector {

    private final List<Scope> scopes;
    private final @Nullable VisitDraft[] owners;
    private final MachineDraft root = new MachineDraft(Scope.EXECUTION, null);
    private final List<VisitDraft> visits = new ArrayList<>();
    private Scope lastScope = Scope.EXECUTION;
    private MachineDraft lastMachine = root;

    private VisitCollector(List<HistoryEvent> events, List<Scope> scopes) {
        this.scopes = scopes;
        this.owners = new VisitDraft[events.size() + 1];
    }

    /** The visits in order of entry. */
    static List<StateVisit> collect(List<HistoryEvent> events) {
        VisitCollector collector = new VisitCollector(events, ChainedScopes.of(events));
        for (int i = 0; i < events.size(); i++) {
            collector.read(events.get(i), collector.scopes.get(i));
        }
        return collector.visits.stream().map(VisitDraft::build).toList();
    }

    private void read(HistoryEvent event, Scope scope) {
        MachineDraft machine = machineOf(scope);
        if (event.id() > 0 && event.id() < owners.length) {
            owners[(int) event.id()] = machine.open();
        }
        if (event.details() instanceof HistoryEventDetails.StateEntered entered) {
            VisitDraft visit = machine.enter(entered.name(), event);
            visits.add(visit);
            own(event, visit);
        } else if (event.details() instanceof HistoryEventDetails.StateExited exited) {
            exit(event, machine, exited.name());
        } else if (event.details() instanceof HistoryEventDetails.MapIteration iteration) {
            readIteration(event, scope, iteration);
        } else {
            readOther(event, machine);
        }
    }

    private void readOther(HistoryEvent event, MachineDraft machine) {
        switch (event.type()) {
            case EXECUTION_FAILED -> endMachine(machine, event, VisitStatus.FAILED);
            case EXECUTION_ABORTED, EXECUTION_TIMED_OUT -> endMachine(machine, event, VisitStatus.ABORTED);
            case EXECUTION_REDRIVEN -> root.reopen();
            default -> {
                if (machine.open() != null) {
                    readInsideState(event, machine.open());
                }
            }
        }
    }

    private void readInsideState(HistoryEvent event, VisitDraft visit) {
        switch (event.type()) {
            case TASK_SCHEDULED, LAMBDA_FUNCTION_SCHEDULED, ACTIVITY_SCHEDULED -> visit.startAttempt(event);
            case MAP_STATE_STARTED, PARALLEL_STATE_STARTED -> restart(event, visit);
            case TASK_STARTED, LAMBDA_FUNCTION_STARTED -> {
                if (event.trace() instanceof Trace.DeliveredTwice) {
                    visit.attempt().deliveredTwice();
                }
            }
            case TASK_SUCCEEDED,
                    LAMBDA_FUNCTION_SUCCEEDED,
                    ACTIVITY_SUCCEEDED,
                    MAP_STATE_SUCCEEDED,
                    PARALLEL_STATE_SUCCEEDED -> visit.attemptSucceeded(event);
            case TASK_FAILED,
                    TASK_TIMED_OUT,
                    TASK_START_FAILED,
                    TASK_SUBMIT_FAILED,
                    LAMBDA_FUNCTION_FAILED,
                    LAMBDA_FUNCTION_TIMED_OUT,
                    LAMBDA_FUNCTION_SCHEDULE_FAILED,
                    LAMBDA_FUNCTION_START_FAILED,
                    ACTIVITY_FAILED,
                    ACTIVITY_TIMED_OUT,
                    ACTIVITY_SCHEDULE_FAILED,
                    MAP_RUN_FAILED,
                    EVALUATION_FAILED -> failState(event, visit);
            case MAP_STATE_FAILED, PARALLEL_STATE_FAILED -> failOuter(event, event, event.timestamp(), visit);
            case TASK_STATE_ABORTED, WAIT_STATE_ABORTED -> visit.cancel(event.timestamp());
            case MAP_STATE_ABORTED, PARALLEL_STATE_ABORTED -> {
                visit.cancel(event.timestamp());
                endInner(visit, event.timestamp(), List.of());
            }
            default -> {}
        }
    }

    private void exit(HistoryEvent event, MachineDraft machine, String name) {
        VisitDraft visit = machine.visitOf(name);
        if (visit != null) {
            own(event, visit);
            visit.exit(event);
        }
    }

    /** An iteration's own events may be told in the scope of its Map state or in its own. */
    private void readIteration(HistoryEvent event, Scope scope, HistoryEventDetails.MapIteration details) {
        boolean own = scope.kind() == Scope.Kind.ITERATION
                && scope.index() == details.index()
                && scope.state().equals(details.name());
        MachineDraft machine =
                machineOf(own ? scope : new Scope(scope, details.name(), Scope.Kind.ITERATION, details.index()));
        if (machine.parent() != null) {
            own(event, machine.parent());
        }
        switch (event.type()) {
            case MAP_ITERATION_FAILED -> endMachine(machine, event, VisitStatus.FAILED);
            case MAP_ITERATION_ABORTED -> endMachine(machine, event, VisitStatus.ABORTED);
            default -> {}
        }
    }

    /** A Parallel or Map state begins; when it already ran, its last attempt failed although AWS records no event for that. */
    private void restart(HistoryEvent event, VisitDraft visit) {
        AttemptDraft before = visit.latestAttempt();
        if (before != null && before.isOpen() && !before.isReopened()) {
            Instant failedAt = event.trace() instanceof Trace.Retried retried
                    ? event.timestamp().minus(retried.waited())
                    : event.timestamp();
            failOuter(event, null, failedAt, visit);
        }
        visit.startAttempt(event);
        forgetLastMachine();
    }

    private static void failState(HistoryEvent event, VisitDraft visit) {
        String error = null;
        String cause = null;
        if (event.details() instanceof HistoryEventDetails.TaskFailed failed) {
            error = failed.error();
            cause = failed.cause();
        } else if (event.details() instanceof HistoryEventDetails.Failed failed) {
            error = failed.error();
            cause = failed.cause();
        } else if (event.details() instanceof HistoryEventDetails.EvaluationFailed failed) {
            error = failed.error();
            cause = failed.cause();
        }
        visit.fail(event, event.timestamp(), error, cause);
    }

    /** A Parallel or Map state failed because of a state inside it, which the event's previousEventId leads to. */
    private void failOuter(HistoryEvent event, @Nullable HistoryEvent outcome, Instant at, VisitDraft visit) {
        List<VisitDraft> guilty = chainOf(event);
        VisitDraft inner = guilty.isEmpty() || guilty.get(0) == visit ? null : guilty.get(0);
        endInner(visit, at, guilty);
        String error = tracedError(event);
        if (error == null && inner != null) {
            error = inner.error();
        }
        visit.fail(outcome, at, error, inner == null ? null : inner.cause());
        if (inner != null) {
            visit.blame(inner);
            inner.complete(error, null);
        }
    }

    private void endMachine(MachineDraft machine, HistoryEvent event, VisitStatus how) {
        VisitDraft visit = machine.open();
        if (visit == null) {
            return;
        }
        endInner(visit, event.timestamp(), how == VisitStatus.FAILED ? chainOf(event) : List.of());
        visit.end(how, event.timestamp());
        if (how == VisitStatus.FAILED) {
            boolean told = event.details() instanceof HistoryEventDetails.Failed;
            HistoryEventDetails.Failed failure = told
                    ? (HistoryEventDetails.Failed) event.details()
                    : new HistoryEventDetails.Failed(tracedError(event), null);
            VisitDraft source = chainOf(event).stream().findFirst().orElse(visit);
            if (source != visit && source.machine() != machine) {
                visit.blame(source);
            }
            visit.complete(failure.error(), failure.cause());
        }
    }

    /** Ends what is open inside a Parallel or Map state: the guilty ones have failed, the others are aborted. */
    private void endInner(VisitDraft outer, Instant at, List<VisitDraft> guilty) {
        AttemptDraft attempt = outer.latestAttempt();
        if (attempt == null) {
            return;
        }
        for (MachineDraft machine : attempt.machines()) {
            VisitDraft visit = machine.open();
            if (visit != null) {
                endInner(visit, at, guilty);
                visit.end(guilty.contains(visit) ? VisitStatus.FAILED : VisitStatus.ABORTED, at);
            }
        }
    }

    /** The state that the event's previousEventId belongs to, and the Parallel and Map states around it, innermost first. */
    private List<VisitDraft> chainOf(HistoryEvent event) {
        List<VisitDraft> chain = new ArrayList<>(2);
        long id = event.previousEventId();
        VisitDraft visit = id > 0 && id < owners.length ? owners[(int) id] : null;
        while (visit != null) {
            chain.add(visit);
            visit = visit.machine().parent();
        }
        return chain;
    }

    private static @Nullable String tracedError(HistoryEvent event) {
        if (event.trace() instanceof Trace.Uncaught uncaught) {
            return uncaught.error();
        }
        return event.trace() instanceof Trace.Retried retried ? retried.error() : null;
    }

    private void own(HistoryEvent event, VisitDraft visit) {
        if (event.id() > 0 && event.id() < owners.length) {
            owners[(int) event.id()] = visit;
        }
    }

    private MachineDraft machineOf(Scope scope) {
        if (!scope.equals(lastScope)) {
            lastMachine = findMachine(scope);
            lastScope = scope;
        }
        return lastMachine;
    }

    private void forgetLastMachine() {
        lastScope = Scope.EXECUTION;
        lastMachine = root;
    }

    private MachineDraft findMachine(Scope scope) {
        if (scope.parent() == null) {
            return root;
        }
        MachineDraft outer = findMachine(scope.parent());
        VisitDraft visit = outer.visitOf(scope.state());
        return visit == null ? outer : visit.attempt().machine(visit, scope);
    }
}
