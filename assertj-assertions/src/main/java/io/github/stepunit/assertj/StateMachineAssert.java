package io.github.stepunit.assertj;

import io.github.stepunit.StateMachine;
import io.github.stepunit.budget.WorstCase;
import io.github.stepunit.validation.ValidationResult;
import java.time.Duration;
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

    /**
     * Checks that an execution surely ends within that time, by the definition: {@link StateMachine#worstCase}. The own time
     * of services other than Lambda functions and HTTP Tasks is not counted.
     */
    public StateMachineAssert takesAtMost(Duration limit) {
        isNotNull();
        return failIf(ShouldFitBudget.unlessWithin(actual.name(), actual.worstCase(), limit));
    }

    /** Checks that an execution surely ends within the five minutes of Express, by the definition. */
    public StateMachineAssert fitsExpress() {
        return takesAtMost(WorstCase.EXPRESS_LIMIT);
    }

    @Override
    protected ValidationResult result() {
        return actual.validate();
    }
}
