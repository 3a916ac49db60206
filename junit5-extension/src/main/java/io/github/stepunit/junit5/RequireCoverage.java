package io.github.stepunit.junit5;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.apiguardian.api.API;
import org.junit.jupiter.api.extension.ExtendWith;

/**
 * Fails a class with {@link StepFunctionTest} whose tests, those of its {@code @Nested} classes included, walk too little
 * of their state machines:
 *
 * <pre>{@code
 * @StepFunctionTest("order.asl.json")
 * @RequireCoverage(transitions = 90)
 * class OrderTest {
 *     ...
 * }
 * }</pre>
 *
 * <p>The failure lists what was not walked, each with the beginning of a test that would walk it. What counts is what
 * executions of injected machines walk. Nothing is required when a test failed, and when only some of the methods were
 * run, as an IDE does.
 */
@API(status = API.Status.EXPERIMENTAL, since = "0.1")
@Documented
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.TYPE)
@ExtendWith(RequireCoverageExtension.class)
public @interface RequireCoverage {

    /** How many percent of the states must be entered. */
    double states() default 0;

    /** How many percent of the transitions must be walked. */
    double transitions() default 0;
}
