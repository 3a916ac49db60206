package io.github.stepunit.history;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** An {@link Attempt} whose end has not been read yet. */
final class AttemptDraft {

    private final HistoryEvent scheduled;
    private final Map<Integer, MachineDraft> machines = new HashMap<>(2);
    private @Nullable HistoryEvent outcome;
    private @Nullable Instant end;
    private boolean failed;
    private int deliveries = 1;
    /** It had ended, but its branches or iterations go on after a redrive. */
    private boolean reopened;

    private @Nullable String error;
    private @Nullable String cause;

    AttemptDraft(HistoryEvent scheduled) {
        this.scheduled = scheduled;
    }

    MachineDraft machine(VisitDraft parent, Scope scope) {
        return machines.computeIfAbsent(scope.index(), index -> new MachineDraft(scope, parent));
    }

    Iterable<MachineDraft> machines() {
        return machines.values();
    }

    boolean isOpen() {
        return end == null || reopened;
    }

    boolean isReopened() {
        return reopened;
    }

    void reopen() {
        machines.values().forEach(MachineDraft::reopen);
        // A Task is scheduled anew, which is another attempt.
        reopened = scheduled.type() == HistoryEventType.PARALLEL_STATE_STARTED
                || scheduled.type() == HistoryEventType.MAP_STATE_STARTED;
    }

    /** Another attempt begins, so that this one has ended as it had before the redrive. */
    void close() {
        reopened = false;
    }

    void succeeded(HistoryEvent event) {
        reopened = false;
        failed = false;
        error = null;
        cause = null;
        outcome = event;
        end = event.timestamp();
    }

    void failed(@Nullable HistoryEvent event, Instant at, @Nullable String error, @Nullable String cause) {
        reopened = false;
        outcome = event;
        end = at;
        failed = true;
        this.error = error;
        this.cause = cause;
    }

    void deliveredTwice() {
        deliveries = 2;
    }

    void cutOff(Instant at) {
        if (reopened) {
            reopened = false;
            failed = false;
            error = null;
            cause = null;
            outcome = null;
        }
        end = at;
    }

    /** A failure whose cause AWS tells only further on: on the event that ends the execution, or on the exit by a catcher. */
    void complete(@Nullable String error, @Nullable String cause) {
        if (failed && this.error == null) {
            this.error = error;
            this.cause = cause;
        } else if (failed && this.cause == null && Objects.equals(this.error, error)) {
            this.cause = cause;
        }
    }

    Attempt build(int number) {
        List<MachineDraft> ordered = new ArrayList<>(machines.values());
        ordered.sort(Comparator.comparingInt(machine -> machine.scope().index()));
        return new Attempt(
                number,
                scheduled,
                reopened ? null : outcome,
                reopened ? null : end,
                failed && !reopened,
                reopened ? null : error,
                reopened ? null : cause,
                deliveries,
                ordered.stream().map(MachineDraft::build).toList());
    }
}
