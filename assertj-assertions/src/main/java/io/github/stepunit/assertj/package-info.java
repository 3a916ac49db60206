/** Fluent assertions over executions; {@link io.github.stepunit.assertj.StepUnitAssertions} is the way in. */
@NullMarked
package io.github.stepunit.assertj;

import org.jspecify.annotations.NullMarked;
