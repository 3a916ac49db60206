package io.github.stepunit.junit5;

import io.github.stepunit.validation.WarningCode;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.apiguardian.api.API;

/**
 * What becomes of the warnings about a definition; what AWS refuses always fails the test.
 *
 * <pre>{@code
 * @StepFunctionTest(
 *         value = "orders.asl.json",
 *         validation = @Validation(warnings = Warnings.FAIL, without = WarningCode.CHOICE_WITHOUT_DEFAULT))
 * }</pre>
 *
 * <p>A definition can also switch off a warning itself: {@code stepunit:off CODE} in a {@code Comment}.
 */
@API(status = API.Status.EXPERIMENTAL, since = "0.1")
@Retention(RetentionPolicy.RUNTIME)
@Target({})
public @interface Validation {

    /** What becomes of them. */
    Warnings warnings() default Warnings.IGNORE;

    /** Codes that are not looked for. */
    WarningCode[] without() default {};

    /** Codes that are looked for, though they are not by default. */
    WarningCode[] with() default {};

    /** What becomes of warnings. */
    enum Warnings {
        /** Nothing. */
        IGNORE,
        /** They are published as a report entry of the test, {@code stepunit.warnings}. */
        REPORT,
        /** They fail the test. */
        FAIL
    }
}
