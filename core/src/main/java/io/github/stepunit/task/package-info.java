/** The boundary between a running state machine and the outside: invocations, outcomes, mocks. */
@NullMarked
package io.github.stepunit.task;

import org.jspecify.annotations.NullMarked;
