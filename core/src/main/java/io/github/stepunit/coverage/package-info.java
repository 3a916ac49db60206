/**
 * What no test has walked: the elements of a definition, what executions have walked of them, and the formats in which
 * other tools read that. Derived from histories and their trace alone.
 */
@NullMarked
package io.github.stepunit.coverage;

import org.jspecify.annotations.NullMarked;
