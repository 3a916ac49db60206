package io.github.stepunit;

import org.apiguardian.api.API;

/** Whether an execution can be redriven, as {@code DescribeExecution} has it. */
@API(status = API.Status.EXPERIMENTAL, since = "0.1")
public enum RedriveStatus {
    /** {@code RedriveExecution} would go on with it. */
    REDRIVABLE,
    /** {@code RedriveExecution} would refuse it. */
    NOT_REDRIVABLE,
    /** A child execution of a Map Run, which goes on when the execution that it belongs to is redriven. */
    REDRIVABLE_BY_MAP_RUN
}
