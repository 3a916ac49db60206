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

    /** The definition in ASL JSON: a file, relative to the project folder, or else a resource on the class path. */
    String value();

    /** Its name, as in the ARN by which it is started. By default the file's name up to the first dot. */
    String name() default "";

    /** Standard or Express. */
    StateMachineType type() default StateMachineType.STANDARD;
}
