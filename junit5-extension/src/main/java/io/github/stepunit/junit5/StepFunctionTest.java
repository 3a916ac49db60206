package io.github.stepunit.junit5;

import io.github.stepunit.definition.StateMachineType;
import io.github.stepunit.task.Strictness;
import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Inherited;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.apiguardian.api.API;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/**
 * Tests a state machine. On a class, every test in it gets a machine and mocks of its own:
 *
 * <pre>{@code
 * @StepFunctionTest("order-fulfilment.asl.json")
 * class OrderFulfilmentTest {
 *
 *     @MockTask("Charge card") TaskMock charge;
 *
 *     @Test
 *     void an_order_ships(StateMachine orders) {
 *         charge.returns("{'receipt': 'r-1'}");
 *         Execution execution = orders.start("{'orderId': 42}");
 *         ...
 *     }
 * }
 * }</pre>
 *
 * <p>On a method it is itself the {@code @Test}, and overrides the annotation of the class. (It therefore cannot stand
 * beside {@code @ParameterizedTest}, {@code @RepeatedTest} or {@code @TestFactory} on the same method: annotate the
 * class for those, or a {@code @Nested} one.) It may be used as a meta-annotation, is inherited by subclasses, and holds
 * for {@code @Nested} classes.
 *
 * <p>Injected, into parameters of test and life cycle methods of a test and into fields: {@link
 * io.github.stepunit.StateMachine}, {@link io.github.stepunit.task.TaskMocks}, and what {@link MockTask} says. A field
 * of the first two types is set when it is not final and has no value. All are new for every test.
 *
 * <p>Mocks that were scripted and not used fail a test that passed otherwise. To a test that failed the histories of its
 * executions are attached as a suppressed exception.
 */
@API(status = API.Status.EXPERIMENTAL, since = "0.1")
@Documented
@Inherited
@Retention(RetentionPolicy.RUNTIME)
@Target({ElementType.TYPE, ElementType.METHOD})
@ExtendWith({StepFunctionExtension.class, RunningTestExtension.class})
// Counts on methods only; on a class JUnit does not look for it.
@Test
public @interface StepFunctionTest {

    /**
     * The definition, or the file that a team ships it in: ASL in JSON or YAML, a SAM, CloudFormation or CDK template, a
     * folder of Terraform, a {@code serverless.yml}. A file, relative to the project folder, or else a resource on the
     * class path. See {@link io.github.stepunit.loader.DefinitionFile}.
     */
    String value();

    /** Which of the state machines in the file: its logical id, construct path or name. Not needed for the only one. */
    String machine() default "";

    /** Standard or Express. Not needed where the file says it; else Standard. At most one. */
    StateMachineType[] type() default {};

    /** Values for parameters of the template, as {@code "Stage=prod"}. */
    String[] parameters() default {};

    /** Values for placeholders <code>${…}</code> of the definition, as {@code "PaymentFunctionArn=arn:aws:lambda:…"}. */
    String[] substitutions() default {};

    /**
     * The state machines that it starts ({@code states:startExecution} and the like), to run for real beside it. Without
     * them, a mock answers for each.
     */
    RegisteredStateMachine[] stateMachines() default {};

    /** How much the mocks put up with. */
    Strictness strictness() default Strictness.STRICT;

    /** What becomes of warnings about the definition. What AWS refuses always fails the test. */
    Validation validation() default @Validation;
}
