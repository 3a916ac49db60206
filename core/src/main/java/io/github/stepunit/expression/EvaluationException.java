package io.github.stepunit.expression;

import org.apiguardian.api.API;
import org.jspecify.annotations.Nullable;

/**
 * An expression that failed with an ASL error. Not a fault of StepUnit: the interpreter turns it into the state's error
 * and lets Retry and Catch see it. Carries no stack trace, which would only show the interpreter's inside.
 */
@API(status = API.Status.INTERNAL, since = "0.1")
public final class EvaluationException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final String error;
    private final boolean ofQuery;
    private final @Nullable String field;

    /**
     * @param error the ASL error name, for instance {@code States.Runtime}
     * @param cause AWS's text, without the prefix {@code An error occurred while executing the state …}
     */
    public EvaluationException(String error, String cause) {
        this(error, cause, false, null);
    }

    private EvaluationException(String error, String cause, boolean ofQuery, @Nullable String field) {
        super(cause, null, false, false);
        this.error = error;
        this.ofQuery = ofQuery;
        this.field = field;
    }

    /**
     * {@code States.QueryEvaluationError}: what a JSONata state fails with.
     *
     * @param field where in the state the expression stands, as in {@code Output/total}; null when AWS names no place
     * @param cause AWS's text, without the prefix
     */
    public static EvaluationException ofQuery(@Nullable String field, String cause) {
        return new EvaluationException("States.QueryEvaluationError", cause, true, field);
    }

    /** Whether the history notes it as {@code EvaluationFailed}. */
    public boolean isOfQuery() {
        return ofQuery;
    }

    /** Where in the state the expression stands; null when AWS names no place. */
    public @Nullable String field() {
        return field;
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
