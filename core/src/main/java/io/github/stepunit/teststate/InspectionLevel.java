package io.github.stepunit.teststate;

import org.apiguardian.api.API;

/** How much the result of a test tells, as AWS has it. */
@API(status = API.Status.EXPERIMENTAL, since = "0.1")
public enum InspectionLevel {
    /** No inspection data. */
    INFO,
    /** The payload after each step of the data flow. */
    DEBUG,
    /** The same; on AWS also the request and the response of an HTTP Task. */
    TRACE
}
