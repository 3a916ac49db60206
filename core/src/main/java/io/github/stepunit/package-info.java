/** StepUnit's front door: load a {@link io.github.stepunit.StateMachine}, start an {@link io.github.stepunit.Execution}, read what it did. */
@NullMarked
package io.github.stepunit;

import org.jspecify.annotations.NullMarked;
