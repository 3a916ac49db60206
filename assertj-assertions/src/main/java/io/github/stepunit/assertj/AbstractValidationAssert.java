package io.github.stepunit.assertj;

import io.github.stepunit.validation.ValidationResult;
import io.github.stepunit.validation.WarningCode;
import org.apiguardian.api.API;
import org.jspecify.annotations.Nullable;

/**
 * Assertions over what is to be said about a definition.
 *
 * @param <SELF> the assert class itself
 * @param <ACTUAL> what it checks
 */
@API(status = API.Status.EXPERIMENTAL, since = "0.1")
public abstract class AbstractValidationAssert<SELF extends AbstractValidationAssert<SELF, ACTUAL>, ACTUAL>
        extends AbstractStepUnitAssert<SELF, ACTUAL> {

    /**
     * For assert classes on top of it.
     *
     * @param actual what is checked; null fails each assertion
     * @param selfType the assert class itself
     */
    protected AbstractValidationAssert(@Nullable ACTUAL actual, Class<?> selfType) {
        super(actual, selfType);
    }

    /** What is said about the definition. */
    protected abstract ValidationResult result();

    /** Checks that AWS accepts the definition; warnings do not matter. */
    public SELF isValid() {
        isNotNull();
        return failIf(ShouldHaveDiagnostic.unlessValid(result()));
    }

    /** Checks that AWS refuses the definition. */
    public SELF isInvalid() {
        isNotNull();
        return failIf(ShouldHaveDiagnostic.unlessInvalid(result()));
    }

    /** Checks that there is nothing that AWS accepts but is probably not meant. */
    public SELF hasNoWarnings() {
        isNotNull();
        return failIf(ShouldHaveDiagnostic.unlessWithoutWarnings(result()));
    }

    /**
     * Checks that something is reported with that code.
     *
     * @param code AWS's or StepUnit's: {@code SCHEMA_VALIDATION_FAILED}
     */
    public SELF hasDiagnostic(String code) {
        isNotNull();
        return failIf(ShouldHaveDiagnostic.unlessReported(result(), code, null));
    }

    /** Checks that there is a warning with that code. */
    public SELF hasDiagnostic(WarningCode code) {
        return hasDiagnostic(code.name());
    }

    /**
     * Checks that something is reported with that code at that place.
     *
     * @param code AWS's or StepUnit's: {@code SCHEMA_VALIDATION_FAILED}
     * @param location as AWS writes it: {@code /States/Route/Choices[0]/Next}
     */
    public SELF hasDiagnosticAt(String code, String location) {
        isNotNull();
        return failIf(ShouldHaveDiagnostic.unlessReported(result(), code, location));
    }

    /** Checks that there is a warning with that code at that place, see {@link #hasDiagnosticAt(String, String)}. */
    public SELF hasDiagnosticAt(WarningCode code, String location) {
        return hasDiagnosticAt(code.name(), location);
    }

    /** Checks that nothing is reported with that code. */
    public SELF hasNoDiagnostic(String code) {
        isNotNull();
        return failIf(ShouldHaveDiagnostic.unlessNotReported(result(), code));
    }

    /** Checks that there is no warning with that code. */
    public SELF hasNoDiagnostic(WarningCode code) {
        return hasNoDiagnostic(code.name());
    }
}
