package io.github.stepunit.contract.assertj;

import io.github.stepunit.contract.validation.ValidatorComparison;
import org.apiguardian.api.API;
import org.assertj.core.api.AbstractAssert;
import org.assertj.core.error.BasicErrorMessageFactory;
import org.jspecify.annotations.Nullable;

/** Assertions over AWS's validator beside StepUnit's. */
@API(status = API.Status.EXPERIMENTAL, since = "0.1")
public final class ValidatorComparisonAssert extends AbstractAssert<ValidatorComparisonAssert, ValidatorComparison> {

    ValidatorComparisonAssert(@Nullable ValidatorComparison actual) {
        super(actual, ValidatorComparisonAssert.class);
    }

    /** Both accept the definition, or both refuse it, for whatever reasons. */
    public ValidatorComparisonAssert hasSameVerdict() {
        isNotNull();
        return require(actual.isSameVerdict(), "to have the same verdict");
    }

    /** Both say the same, word for word. */
    public ValidatorComparisonAssert hasNoDifference() {
        isNotNull();
        return require(actual.isSame(), "to say the same");
    }

    private ValidatorComparisonAssert require(boolean holds, String what) {
        if (!holds) {
            throwAssertionError(new BasicErrorMessageFactory(
                    "\nExpecting AWS and StepUnit %s of\n  %s\nThis is a bug of StepUnit. Please report it:\n\n%s",
                    new Unquoted(what),
                    new Unquoted(actual.definition().sourceMap().source()),
                    new Unquoted(actual.bugReport())));
        }
        return this;
    }
}
