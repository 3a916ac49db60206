package io.github.stepunit.mutation;

import org.apiguardian.api.API;

/** The tests cannot be used to judge mutants; the message says why, and what to do. */
@API(status = API.Status.EXPERIMENTAL, since = "0.1")
public final class MutationException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    MutationException(String message) {
        super(message);
    }
}
