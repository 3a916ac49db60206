package io.github.stepunit.expression;

import org.apiguardian.api.API;

/** A path or intrinsic function that cannot be parsed. The message is a full sentence without its place, which the parser adds. */
@API(status = API.Status.INTERNAL, since = "0.1")
public class InvalidExpressionException extends Exception {

    private static final long serialVersionUID = 1L;

    /** @param message what is wrong, as a full sentence */
    public InvalidExpressionException(String message) {
        super(message);
    }
}
