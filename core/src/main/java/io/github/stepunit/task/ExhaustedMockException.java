package io.github.stepunit.task;

import org.apiguardian.api.API;

/** A Task ran once more often than its mock's script has answers. The message says where the mock was scripted. */
@API(status = API.Status.EXPERIMENTAL, since = "0.1")
public final class ExhaustedMockException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    ExhaustedMockException(String message) {
        super(message);
    }
}
