package io.github.stepunit;

import org.apiguardian.api.API;

/** How a Map Run stands. */
@API(status = API.Status.EXPERIMENTAL, since = "0.1")
public enum MapRunStatus {
    /** It has not ended. */
    RUNNING,
    /** All its child executions have ended, and no more of them have failed than is tolerated. */
    SUCCEEDED,
    /** Its items could not be read, its results not be written, or too many of its child executions have failed. */
    FAILED,
    /** It was stopped with the execution, or by a failing sibling of its Map state. */
    ABORTED
}
