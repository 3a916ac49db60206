package io.github.stepunit.teststate;

import org.apiguardian.api.API;

/** How the test of a state ended: AWS's {@code TestExecutionStatus}. */
@API(status = API.Status.EXPERIMENTAL, since = "0.1")
public enum TestStateStatus {
    /** The state succeeded. */
    SUCCEEDED,
    /** The state failed with an error that neither its Retry nor its Catch takes. */
    FAILED,
    /** The state failed, and its Retry takes the error. */
    RETRIABLE,
    /** The state failed, and its Catch takes the error. */
    CAUGHT_ERROR
}
