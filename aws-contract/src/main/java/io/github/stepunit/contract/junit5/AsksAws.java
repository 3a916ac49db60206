package io.github.stepunit.contract.junit5;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Inherited;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.apiguardian.api.API;
import org.junit.jupiter.api.extension.ExtendWith;

/**
 * Marks tests that ask AWS themselves, for instance by {@link io.github.stepunit.contract.validation.AwsValidation} or
 * {@link io.github.stepunit.contract.deployed.DeployedStateMachines}. Where AWS cannot be asked (no credentials, no network,
 * no answer in time), they are skipped with the reason. What AWS refuses still fails them.
 *
 * <p>On the class, where its fields or its constructor ask and one instance serves all tests ({@code PER_CLASS}): then there
 * is no method yet to look at.
 */
@API(status = API.Status.EXPERIMENTAL, since = "0.1")
@Documented
@Inherited
@Retention(RetentionPolicy.RUNTIME)
@Target({ElementType.TYPE, ElementType.METHOD})
@ExtendWith(AsksAwsExtension.class)
public @interface AsksAws {

    /** What happens where AWS cannot be asked. */
    WhenUnavailable whenUnavailable() default WhenUnavailable.AS_CONFIGURED;
}
