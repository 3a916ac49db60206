package io.github.stepunit.junit5;

import io.github.stepunit.StateMachine;
import io.github.stepunit.junit5.Validation.Warnings;
import io.github.stepunit.validation.ValidationResult;
import io.github.stepunit.validation.Validator;
import org.junit.jupiter.api.extension.ExtensionContext;

/** Does what {@link Validation} says. */
final class DefinitionCheck {

    private static final String ENTRY = "stepunit.warnings";

    private DefinitionCheck() {}

    static void check(ExtensionContext context, StateMachine machine, Validation validation) {
        if (validation.warnings() == Warnings.IGNORE) {
            return;
        }
        Validator validator = Validator.standard().with(validation.with()).without(validation.without());
        ValidationResult result = machine.validate(validator);
        if (result.warnings().isEmpty()) {
            return;
        }
        if (validation.warnings() == Warnings.FAIL) {
            throw ExtensionErrors.warnings(context.getRequiredTestClass(), result);
        }
        context.publishReportEntry(ENTRY, result.report());
    }
}
