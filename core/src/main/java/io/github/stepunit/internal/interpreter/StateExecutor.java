package io.github.stepunit.internal.interpreter;

/** What one type of state does. Immutable, made once per state of a definition, shared by all executions. */
interface StateExecutor {

    /**
     * Begins an attempt: the first one, or a retry. Never blocks. Ends, now or later, in exactly one of
     * {@link Visit#succeed}, {@link Visit#succeedTo} and {@link Visit#fail}.
     *
     * @throws io.github.stepunit.expression.EvaluationException which the caller turns into the state's error
     */
    void execute(Visit visit);
}
