package io.github.stepunit.task;

import org.apiguardian.api.API;

/** How much mocks put up with. */
@API(status = API.Status.EXPERIMENTAL, since = "0.1")
public enum Strictness {
    /** Scripts are exact: a call too many is an error, and so is a script that was not used up. The default. */
    STRICT,
    /** The last answer of a script repeats, and nothing is reported when the test is over. */
    LENIENT
}
