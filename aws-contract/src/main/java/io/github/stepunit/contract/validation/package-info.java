/** {@code ValidateStateMachineDefinition}. */
@NullMarked
package io.github.stepunit.contract.validation;

import org.jspecify.annotations.NullMarked;
