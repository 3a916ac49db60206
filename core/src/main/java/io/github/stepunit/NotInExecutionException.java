package io.github.stepunit;

import org.apiguardian.api.API;

/**
 * What a test asks of an execution is not there: no Task waits for the token, no nested execution, Map Run or child was
 * started. The name is wrong, or the execution went another way than the test believes.
 */
@API(status = API.Status.EXPERIMENTAL, since = "0.1")
public final class NotInExecutionException extends IllegalArgumentException {

    private static final long serialVersionUID = 1L;

    NotInExecutionException(String message) {
        super(message);
    }
}
