/** What AWS says of a definition ({@code ValidateStateMachineDefinition}), beside what StepUnit says. */
@NullMarked
package io.github.stepunit.contract.validation;

import org.jspecify.annotations.NullMarked;
