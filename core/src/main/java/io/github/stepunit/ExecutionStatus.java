package io.github.stepunit;

import io.github.stepunit.history.HistoryEventType;
import org.apiguardian.api.API;

/** The {@code status} of {@code DescribeExecution}. */
@API(status = API.Status.EXPERIMENTAL, since = "0.1")
public enum ExecutionStatus {
    /** Not yet ended. */
    RUNNING,
    /** Ended with an output. */
    SUCCEEDED,
    /** Ended by an error that nothing caught. */
    FAILED,
    /** Ended by the machine's {@code TimeoutSeconds}, or by the limit of its type. */
    TIMED_OUT,
    /** Stopped from outside. */
    ABORTED;

    /** The status of an execution whose last event is of that type: RUNNING unless it is one that ends an execution. */
    public static ExecutionStatus after(HistoryEventType last) {
        return switch (last) {
            case EXECUTION_SUCCEEDED -> SUCCEEDED;
            case EXECUTION_FAILED -> FAILED;
            case EXECUTION_TIMED_OUT -> TIMED_OUT;
            case EXECUTION_ABORTED -> ABORTED;
            default -> RUNNING;
        };
    }
}
