package io.github.stepunit.contract.junit5;

import io.github.stepunit.junit5.InterceptedBy;
import io.github.stepunit.teststate.FieldValidationMode;
import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Inherited;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.apiguardian.api.API;

/**
 * Checks what Tasks send and what mocks answer against the models of the services, in the tests of a
 * {@code @StepFunctionTest}. The first request, answer or error that the service does not have fails the test.
 *
 * <p>The annotation of a method wins over that of its class. All tests without one are checked as the configuration
 * parameter {@code stepunit.contract.serviceModels} says: {@code strict}, {@code present} or {@code none}, which is what
 * they are without it.
 */
@API(status = API.Status.EXPERIMENTAL, since = "0.1")
@Documented
@Inherited
@Retention(RetentionPolicy.RUNTIME)
@Target({ElementType.TYPE, ElementType.METHOD})
@InterceptedBy(ServiceModelInterceptor.class)
public @interface CheckedAgainstServiceModels {

    /** How much is checked. */
    FieldValidationMode value() default FieldValidationMode.STRICT;
}
