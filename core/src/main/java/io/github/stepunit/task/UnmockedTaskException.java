package io.github.stepunit.task;

import org.apiguardian.api.API;

/** A Task ran that no mock answers. The message holds the line of code that the test lacks. */
@API(status = API.Status.EXPERIMENTAL, since = "0.1")
public final class UnmockedTaskException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    UnmockedTaskException(String message) {
        super(message);
    }
}
