/** Runs recordings of the real AWS through the interpreter, and compares event by event. */
@NullMarked
package io.github.stepunit.conformance;

import org.jspecify.annotations.NullMarked;
