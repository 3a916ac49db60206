package io.github.stepunit.expression;

import org.apiguardian.api.API;

/**
 * An expression that failed with an ASL error. Not a fault of StepUnit: the interpreter turns it into the state's error
 * and lets Retry and Catch see it. Carries no stack trace, which would only show the interpreter's inside.
 */
@API(status = API.Status.INTERNAL, since = "0.1")
public final class EvaluationException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final String error;

    /**
     * @param error the ASL error name, for instance {@code States.Runtime}
     * @param cause AWS's text, without the prefix {@code An error occurred while executing the state …}
     */
    public EvaluationException(String error, String cause) {
        super(cause, null, false, false);
        this.error = error;
    }

    /** The ASL error name. */
    public String error() {
        return error;
    }

    /** AWS's text, without the prefix that names the state. */
    public String causeText() {
        return String.valueOf(getMessage());
    }
}
