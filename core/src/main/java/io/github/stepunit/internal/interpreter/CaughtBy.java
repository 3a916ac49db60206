package io.github.stepunit.internal.interpreter;

import io.github.stepunit.definition.Catcher;
import io.github.stepunit.history.Trace;

/**
 * The catcher that fired.
 *
 * @param catcher the catcher
 * @param trace what the history notes of it
 */
record CaughtBy(Catcher catcher, Trace.Caught trace) {}
