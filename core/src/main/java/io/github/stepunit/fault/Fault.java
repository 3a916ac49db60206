package io.github.stepunit.fault;

import io.github.stepunit.task.TaskHandler;
import io.github.stepunit.task.TaskInvocation;
import io.github.stepunit.task.TaskOutcome;
import org.apiguardian.api.API;

/**
 * Something that goes wrong with one visit of a Task. Its text is its name in reports:
 * {@code Ship all[3]/Print label: Lambda.TooManyRequestsException}.
 */
@API(status = API.Status.EXPERIMENTAL, since = "0.1")
public final class Fault {

    private final TaskVisit.Place place;
    private final FaultKind kind;
    private final String error;
    private final boolean everyAttempt;
    private final TaskHandler failure;

    private Fault(TaskVisit.Place place, FaultKind kind, String error, boolean everyAttempt, TaskHandler failure) {
        this.place = place;
        this.kind = kind;
        this.error = error;
        this.everyAttempt = everyAttempt;
        this.failure = failure;
    }

    /**
     * At the first attempt of that visit.
     *
     * @param error as Retry and Catch see it
     */
    static Fault once(TaskVisit visit, FaultKind kind, String error, TaskHandler failure) {
        return new Fault(visit.place(), kind, error, false, failure);
    }

    /** The same, at every attempt of the visit: until its Retry gives up. */
    Fault atEveryAttempt() {
        return new Fault(place, kind, error, true, failure);
    }

    /** Whether it may be put {@link #atEveryAttempt}; work that is done each time says nothing more. */
    boolean canPersist() {
        return !everyAttempt && kind != FaultKind.ANSWER_LOST && kind != FaultKind.DELIVERED_TWICE;
    }

    TaskVisit.Place place() {
        return place;
    }

    boolean hits(TaskVisit.Place visit, int attempt) {
        return (everyAttempt || attempt == 1) && place.equals(visit);
    }

    /** What the Task gets instead of, or after, the answer of its mock. */
    TaskOutcome answer(TaskInvocation invocation, TaskHandler mocks) {
        if (kind == FaultKind.ANSWER_LOST) {
            mocks.handle(invocation);
        } else if (kind == FaultKind.DELIVERED_TWICE) {
            mocks.handle(invocation);
            return mocks.handle(new Redelivery(invocation));
        }
        return failure.handle(invocation);
    }

    /** The path of the state, with branches and iterations: {@code Ship all[3]/Print label}. */
    public String statePath() {
        return place.path();
    }

    /** Which visit of that state it hits, from 1. */
    public int visit() {
        return place.number();
    }

    /** What goes wrong. */
    public FaultKind kind() {
        return kind;
    }

    /** The error that Retry and Catch see; empty when the Task is delivered twice, or when nothing ends the wait. */
    public String error() {
        return error;
    }

    /** Whether it hits every attempt of the visit, so that Retry gives up; else the first one only. */
    public boolean isAtEveryAttempt() {
        return everyAttempt;
    }

    @Override
    public String toString() {
        StringBuilder text = new StringBuilder(place.toString()).append(": ");
        switch (kind) {
            case DELIVERED_TWICE -> text.append("delivered twice");
            case ANSWER_LOST -> text.append(error).append(", though the work is done");
            default -> text.append(error.isEmpty() ? "no answer, ever" : error);
        }
        return text.append(everyAttempt ? ", at every attempt" : "").toString();
    }
}
