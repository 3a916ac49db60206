package io.github.stepunit.task;

import org.apiguardian.api.API;
import org.jspecify.annotations.Nullable;

/**
 * Java code of the test that should have answered a Task threw, or gave nothing. It is the test that fails, not the
 * Task: an error that the state machine should see is an outcome.
 */
@API(status = API.Status.EXPERIMENTAL, since = "0.1")
public final class MockAnswerException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    /**
     * @param message what happened, where, and what to do
     * @param cause what the test's code threw; null when it threw nothing
     */
    public MockAnswerException(String message, @Nullable Throwable cause) {
        super(message, cause);
    }
}
