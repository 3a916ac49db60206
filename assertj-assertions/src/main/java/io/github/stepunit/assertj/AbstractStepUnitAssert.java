package io.github.stepunit.assertj;

import org.apiguardian.api.API;
import org.assertj.core.api.AbstractAssert;
import org.assertj.core.description.TextDescription;
import org.assertj.core.error.ErrorMessageFactory;
import org.jspecify.annotations.Nullable;

/**
 * What all assertions of StepUnit have in common.
 *
 * @param <SELF> the assert class itself
 * @param <ACTUAL> what it checks
 */
@API(status = API.Status.EXPERIMENTAL, since = "0.1")
public abstract class AbstractStepUnitAssert<SELF extends AbstractStepUnitAssert<SELF, ACTUAL>, ACTUAL>
        extends AbstractAssert<SELF, ACTUAL> {

    /**
     * For assert classes on top of it.
     *
     * @param actual what is checked; null fails each assertion
     * @param selfType the assert class itself
     */
    protected AbstractStepUnitAssert(@Nullable ACTUAL actual, Class<?> selfType) {
        super(actual, selfType);
    }

    /**
     * Fails with that message, if there is one. Soft assertions override it: called by a method that they do not override,
     * it collects the failure and returns.
     *
     * @param failure null when all is well
     */
    protected SELF failIf(@Nullable ErrorMessageFactory failure) {
        if (failure instanceof Compared compared) {
            String message = failure.create(new TextDescription(""), info.representation());
            throw failureWithActualExpected(compared.actual(), compared.expected(), "%s", message);
        }
        if (failure != null) {
            throwAssertionError(failure);
        }
        return myself;
    }

    /**
     * Goes on to another assert object with this one's description and representation. Its name is one that AssertJ's soft
     * assertions look for: they replace what it returns by an assert object that collects its failures too.
     *
     * @param <A> the assert class
     * @param next where to go on
     */
    protected <A extends AbstractAssert<?, ?>> A toAssertForProxy(A next) {
        next.info.useRepresentation(info.representation());
        next.info.description(info.description());
        next.info.overridingErrorMessage(info.overridingErrorMessage());
        return next;
    }
}
