package io.github.stepunit.junit5;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.apiguardian.api.API;
import org.junit.jupiter.api.TestTemplate;
import org.junit.jupiter.api.extension.ExtendWith;

/**
 * A test of a {@link StepFunctionTest} class that runs many times, each time in another order of what is simultaneous:
 * which branch or iteration goes on first, which of the timers that end at the same instant. AWS promises no such order; a
 * test that fails in one of them has found a race.
 *
 * <pre>{@code
 * @ShuffleSchedule(times = 50)
 * void whichever_branch_is_first(StateMachine saga) { … }
 * }</pre>
 *
 * <p>It is itself the {@code @Test}. Each run shows its seed in its name, and a failure the line that repeats it:
 * {@code @ShuffleSchedule(seed = 17, times = 1)}. See {@link io.github.stepunit.StateMachine#withShuffledSchedule}.
 */
@API(status = API.Status.EXPERIMENTAL, since = "0.1")
@Documented
@Retention(RetentionPolicy.RUNTIME)
@Target({ElementType.METHOD, ElementType.ANNOTATION_TYPE})
@TestTemplate
@ExtendWith(ShuffleScheduleExtension.class)
@InterceptedBy(ShuffleScheduleInterceptor.class)
public @interface ShuffleSchedule {

    /** How many orders are tried. */
    int times() default 50;

    /** The seed of the first; each further one has the next number. */
    long seed() default 1;
}
