package io.github.stepunit;

import org.apiguardian.api.API;

/** An execution that cannot go on: it waits for something that only the test could do, and the test did not do it. */
@API(status = API.Status.EXPERIMENTAL, since = "0.1")
public final class ExecutionStuckException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    ExecutionStuckException(String message) {
        super(message);
    }
}
