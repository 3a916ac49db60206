package io.github.stepunit.contract.junit5;

import org.apiguardian.api.API;

/** What becomes of a test that needs AWS, where AWS cannot be asked. */
@API(status = API.Status.EXPERIMENTAL, since = "0.1")
public enum WhenUnavailable {
    /**
     * As the configuration parameter {@code stepunit.contract.unavailable} says: {@code skip} or {@code fail}; {@code skip}
     * where there is none.
     */
    AS_CONFIGURED,
    /** The test is skipped with the reason. */
    SKIP,
    /** The test fails. */
    FAIL
}
