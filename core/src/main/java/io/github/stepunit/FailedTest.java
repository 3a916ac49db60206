package io.github.stepunit;

import org.apiguardian.api.API;

/**
 * A test that failed, and one of its executions, for {@link FailurePageWriter}.
 *
 * @param name how people call the test
 * @param message what it failed with
 * @param execution the execution
 * @param number which of the test's executions this is, from 1
 * @param count how many there are
 */
@API(status = API.Status.EXPERIMENTAL, since = "0.1")
public record FailedTest(String name, String message, Execution execution, int number, int count) {}
