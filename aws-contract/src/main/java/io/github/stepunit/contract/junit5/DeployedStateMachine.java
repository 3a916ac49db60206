package io.github.stepunit.contract.junit5;

import io.github.stepunit.junit5.InterceptedBy;
import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Inherited;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.apiguardian.api.API;

/**
 * Runs the tests of a {@code @StepFunctionTest} class against what is deployed, instead of the local definition. The same
 * tests, in a subclass:
 *
 * <pre>{@code
 * @DeployedStateMachine(arn = "arn:aws:states:eu-west-1:123456789012:stateMachine:orders")
 * class DeployedOrderTest extends OrderTest {}
 * }</pre>
 *
 * <p>The definition is fetched once for all tests, with calls that only read, by the credentials and the region of the
 * environment; or it is read from a {@link #file} that was pulled. Tasks are answered by the mocks as ever: nothing is run
 * on AWS.
 */
@API(status = API.Status.EXPERIMENTAL, since = "0.1")
@Documented
@Inherited
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.TYPE)
@InterceptedBy(DeployedStateMachineInterceptor.class)
public @interface DeployedStateMachine {

    /** The ARN of the state machine, of a version, an alias or an execution. */
    String arn() default "";

    /** Instead of an ARN: its name, in the region of the environment. */
    String name() default "";

    /** Instead of an ARN: the CloudFormation stack that made it; with {@link #logicalId}. */
    String stack() default "";

    /** The logical id in {@link #stack}. */
    String logicalId() default "";

    /**
     * Instead of all that: a file with a pulled definition (by the command {@code pull}), relative to
     * the project folder.
     */
    String file() default "";

    /** What happens where AWS cannot be asked: no credentials, no network. */
    WhenUnavailable whenUnavailable() default WhenUnavailable.AS_CONFIGURED;
}
