package io.github.stepunit.history;

import org.apiguardian.api.API;

/** How a {@link StateVisit} ended. */
@API(status = API.Status.EXPERIMENTAL, since = "0.1")
public enum VisitStatus {
    /** The state was entered and not left: the execution has not ended. */
    RUNNING,
    /** The state was left the ordinary way. */
    SUCCEEDED,
    /** The state failed and one of its catchers took the error. */
    CAUGHT,
    /** The state failed, and its failure ended the machine that it belongs to. */
    FAILED,
    /** The state was ended from outside: by a failing sibling, by the execution's timeout, by StopExecution. */
    ABORTED;

    /** The worse one, for a state that was visited more than once. */
    public VisitStatus worse(VisitStatus other) {
        return badness() >= other.badness() ? this : other;
    }

    private int badness() {
        return switch (this) {
            case FAILED -> 4;
            case RUNNING -> 3;
            case ABORTED -> 2;
            case CAUGHT -> 1;
            case SUCCEEDED -> 0;
        };
    }
}
