package io.github.stepunit;

import org.apiguardian.api.API;

/**
 * Shows an execution of a failed test as a page. Found by {@link java.util.ServiceLoader}; {@code stepunit-report} has one.
 */
@API(status = API.Status.EXPERIMENTAL, since = "0.1")
public interface FailurePageWriter {

    /** The whole page: HTML that needs no other file and no network. */
    String page(FailedTest test);
}
