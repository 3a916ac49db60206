package io.github.stepunit.task;

import org.apiguardian.api.API;

/** Mocks that were scripted and never called, or not as often as scripted. The message lists all of them. */
@API(status = API.Status.EXPERIMENTAL, since = "0.1")
public final class UnusedMocksException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    UnusedMocksException(String message) {
        super(message);
    }
}
