/** The model of a state machine definition, as the Amazon States Language names its parts. Knows nothing of running. */
@NullMarked
package io.github.stepunit.definition;

import org.jspecify.annotations.NullMarked;
