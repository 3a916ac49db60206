package io.github.stepunit;

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
    ABORTED
}
