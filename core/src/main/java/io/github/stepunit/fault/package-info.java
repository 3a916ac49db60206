/**
 * Fault sweeps: a scenario that passes, run again once for everything that can go wrong with each of its Tasks. Stands on
 * the task boundary and on histories; the interpreter knows nothing of it.
 */
@NullMarked
package io.github.stepunit.fault;

import org.jspecify.annotations.NullMarked;
