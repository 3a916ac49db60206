package io.github.stepunit.expression;

import org.apiguardian.api.API;

/** A JSONata expression that is well formed, but refers to something that a state machine does not have. */
@API(status = API.Status.INTERNAL, since = "0.1")
public final class UnsupportedReferenceException extends InvalidExpressionException {

    private static final long serialVersionUID = 1L;

    /** @param message AWS's text */
    public UnsupportedReferenceException(String message) {
        super(message);
    }
}
