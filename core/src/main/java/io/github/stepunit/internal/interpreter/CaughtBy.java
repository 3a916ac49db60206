package io.github.stepunit.internal.interpreter;

import io.github.stepunit.history.Trace;

/**
 * The catcher that fired.
 *
 * @param pipeline makes the state's output of the error output
 * @param next the state to go on with
 * @param trace what the history notes of it
 */
record CaughtBy(Pipeline pipeline, String next, Trace.Caught trace) {}
