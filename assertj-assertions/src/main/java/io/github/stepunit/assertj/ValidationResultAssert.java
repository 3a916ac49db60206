package io.github.stepunit.assertj;

import io.github.stepunit.validation.ValidationResult;
import org.apiguardian.api.API;
import org.jspecify.annotations.Nullable;

/**
 * Assertions over the validation of a definition.
 *
 * <pre>{@code
 * assertThat(StateMachine.validate(Path.of("orders.asl.json"), STANDARD)).isValid().hasNoWarnings();
 * }</pre>
 */
@API(status = API.Status.EXPERIMENTAL, since = "0.1")
public class ValidationResultAssert extends AbstractValidationAssert<ValidationResultAssert, ValidationResult> {

    /** Called by AssertJ and by {@link StepUnitAssertions}. */
    public ValidationResultAssert(@Nullable ValidationResult actual) {
        super(actual, ValidationResultAssert.class);
    }

    @Override
    protected ValidationResult result() {
        return actual;
    }
}
