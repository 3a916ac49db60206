/** Runs a definition: one executor per state type, one data-flow pipeline, one place for errors. */
@NullMarked
package io.github.stepunit.internal.interpreter;

import org.jspecify.annotations.NullMarked;
