package io.github.stepunit.history;

import org.apiguardian.api.API;
import org.jspecify.annotations.Nullable;

/** Text that should be an answer of {@code GetExecutionHistory} and is not. The message says which event and why. */
@API(status = API.Status.EXPERIMENTAL, since = "0.1")
public final class InvalidHistoryException extends IllegalArgumentException {

    private static final long serialVersionUID = 1L;

    InvalidHistoryException(String message, @Nullable Throwable cause) {
        super(message, cause);
    }
}
