package io.github.stepunit.contract.assertj;

import io.github.stepunit.contract.validation.AwsValidationResult;
import org.apiguardian.api.API;
import org.assertj.core.api.AbstractAssert;
import org.assertj.core.error.BasicErrorMessageFactory;
import org.jspecify.annotations.Nullable;

/** Assertions over what AWS says of a definition. */
@API(status = API.Status.EXPERIMENTAL, since = "0.1")
public final class AwsValidationAssert extends AbstractAssert<AwsValidationAssert, AwsValidationResult> {

    AwsValidationAssert(@Nullable AwsValidationResult actual) {
        super(actual, AwsValidationAssert.class);
    }

    /** AWS accepts the definition; warnings do not matter. */
    public AwsValidationAssert isValid() {
        isNotNull();
        return require(actual.isValid(), "to be accepted by AWS");
    }

    /** AWS accepts the definition and has nothing to say about it. */
    public AwsValidationAssert isValidWithoutWarnings() {
        isNotNull();
        boolean silent = actual.isValid() && actual.diagnostics().isEmpty();
        return require(silent, "to be accepted by AWS without a warning");
    }

    private AwsValidationAssert require(boolean holds, String what) {
        if (!holds) {
            throwAssertionError(new BasicErrorMessageFactory(
                    "\nExpecting\n  %s\n%s but:\n%s",
                    new Unquoted(actual.validation().source()), new Unquoted(what), new Unquoted(actual.toString())));
        }
        return this;
    }
}
