package io.github.stepunit.assertj;

import io.github.stepunit.StateMachine;
import io.github.stepunit.validation.ValidationResult;
import org.apiguardian.api.API;
import org.jspecify.annotations.Nullable;

/**
 * Assertions over a state machine. One that has been loaded is valid.
 *
 * <pre>{@code
 * assertThat(orders).hasNoWarnings();
 * }</pre>
 */
@API(status = API.Status.EXPERIMENTAL, since = "0.1")
public class StateMachineAssert extends AbstractValidationAssert<StateMachineAssert, StateMachine> {

    /** Called by AssertJ and by {@link StepUnitAssertions}. */
    public StateMachineAssert(@Nullable StateMachine actual) {
        super(actual, StateMachineAssert.class);
    }

    @Override
    protected ValidationResult result() {
        return actual.validate();
    }
}
