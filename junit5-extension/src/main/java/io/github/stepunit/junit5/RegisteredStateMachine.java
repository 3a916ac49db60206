package io.github.stepunit.junit5;

import io.github.stepunit.definition.StateMachineType;
import java.lang.annotation.Documented;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.apiguardian.api.API;

/**
 * Another state machine that the tested one starts; see {@link StepFunctionTest#stateMachines}. It runs for real, and the
 * mocks of the test answer its Tasks.
 */
@API(status = API.Status.EXPERIMENTAL, since = "0.1")
@Documented
@Retention(RetentionPolicy.RUNTIME)
@Target({})
public @interface RegisteredStateMachine {

    /** The definition, or the file that a team ships it in, as for {@link StepFunctionTest#value}. */
    String value();

    /** Its name, as in the ARN by which it is started. By default what the file says, or the file's name up to the first dot. */
    String name() default "";

    /** Which of the state machines in the file; see {@link StepFunctionTest#machine}. */
    String machine() default "";

    /** Standard or Express. Not needed where the file says it; else Standard. At most one. */
    StateMachineType[] type() default {};

    /** Values for parameters of the template, as {@code "Stage=prod"}. */
    String[] parameters() default {};

    /** Values for placeholders <code>${…}</code> of the definition. */
    String[] substitutions() default {};
}
