package io.github.stepunit.history;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** A {@link StateVisit} whose end has not been read yet. */
final class VisitDraft {

    private final MachineDraft machine;
    private final HistoryEvent entered;
    private final int number;
    private final List<AttemptDraft> attempts = new ArrayList<>(1);
    private VisitStatus status = VisitStatus.RUNNING;
    private @Nullable HistoryEvent exited;
    private @Nullable Instant end;
    private boolean failing;
    private @Nullable String error;
    private @Nullable String cause;
    private @Nullable VisitDraft culprit;
    private @Nullable StateVisit built;

    VisitDraft(MachineDraft machine, HistoryEvent entered, int number) {
        this.machine = machine;
        this.entered = entered;
        this.number = number;
    }

    int number() {
        return number;
    }

    MachineDraft machine() {
        return machine;
    }

    /** The attempt in whose course events of inner machines fall now. */
    AttemptDraft attempt() {
        if (attempts.isEmpty()) {
            attempts.add(new AttemptDraft(entered));
        }
        return attempts.get(attempts.size() - 1);
    }

    @Nullable
    AttemptDraft latestAttempt() {
        return attempts.isEmpty() ? null : attempts.get(attempts.size() - 1);
    }

    void startAttempt(HistoryEvent event) {
        failing = false;
        error = null;
        cause = null;
        culprit = null;
        AttemptDraft before = latestAttempt();
        if (before != null) {
            before.close();
        }
        attempts.add(new AttemptDraft(event));
    }

    void attemptSucceeded(HistoryEvent event) {
        AttemptDraft attempt = latestAttempt();
        if (attempt != null && attempt.isOpen()) {
            attempt.succeeded(event);
        }
    }

    /** The state has failed; a retrier or a catcher may still take it. */
    void fail(@Nullable HistoryEvent event, Instant at, @Nullable String newError, @Nullable String newCause) {
        failing = true;
        error = newError;
        cause = newCause;
        AttemptDraft attempt = latestAttempt();
        if (attempt != null && attempt.isOpen()) {
            attempt.failed(event, at, newError, newCause);
        }
    }

    /** The state of an inner machine whose failure made this state fail. */
    void blame(VisitDraft inner) {
        culprit = inner;
    }

    @Nullable
    String error() {
        return error;
    }

    @Nullable
    String cause() {
        return cause;
    }

    void exit(HistoryEvent event) {
        exited = event;
        end = event.timestamp();
        if (event.trace() instanceof Trace.Caught caught) {
            failing = true;
            complete(caught.error(), caught.cause());
        }
        status = failing ? VisitStatus.CAUGHT : VisitStatus.SUCCEEDED;
        machine.leave(this);
    }

    /** The task or wait was cancelled. Whether it counts as aborted or failed shows when its machine ends. */
    void cancel(Instant at) {
        cutOffAttempt(at);
        status = VisitStatus.ABORTED;
        end = at;
    }

    void end(VisitStatus how, Instant at) {
        cutOffAttempt(at);
        status = how;
        end = end == null ? at : end;
        if (how != VisitStatus.FAILED) {
            error = null;
            cause = null;
        }
        machine.interrupt(this);
    }

    boolean isOfFailState() {
        return entered.type() == HistoryEventType.FAIL_STATE_ENTERED;
    }

    void reopen() {
        status = VisitStatus.RUNNING;
        end = null;
        failing = false;
        error = null;
        cause = null;
        culprit = null;
        AttemptDraft attempt = latestAttempt();
        if (attempt != null) {
            attempt.reopen();
        }
    }

    private void cutOffAttempt(Instant at) {
        AttemptDraft attempt = latestAttempt();
        if (attempt != null && attempt.isOpen()) {
            attempt.cutOff(at);
        }
    }

    /** Adds what an outer event tells of the same failure, here and in the inner state that is to blame. */
    void complete(@Nullable String outerError, @Nullable String outerCause) {
        if (error == null) {
            error = outerError;
            cause = outerCause;
        } else if (cause == null && Objects.equals(error, outerError)) {
            cause = outerCause;
        }
        AttemptDraft attempt = latestAttempt();
        if (attempt != null) {
            attempt.complete(outerError, outerCause);
        }
        if (culprit != null) {
            culprit.complete(outerError, outerCause);
        }
    }

    StateVisit build() {
        if (built == null) {
            List<Attempt> done = new ArrayList<>(attempts.size());
            for (AttemptDraft attempt : attempts) {
                done.add(attempt.build(done.size() + 1));
            }
            built = new StateVisit(entered, exited, machine.scope(), number, status, end, error, cause, done);
        }
        return built;
    }
}
