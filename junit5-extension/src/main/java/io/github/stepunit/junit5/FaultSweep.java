package io.github.stepunit.junit5;

import io.github.stepunit.fault.FaultKind;
import io.github.stepunit.fault.FaultSettings;
import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.apiguardian.api.API;
import org.junit.jupiter.api.TestTemplate;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;

/**
 * Runs a test of a {@link StepFunctionTest} class again and again, each time with something else going wrong: first without
 * a fault, then once for each Task that was visited and each error that its {@code Resource} can raise. The test says what
 * must hold whatever goes wrong:
 *
 * <pre>{@code
 * @FaultSweep(input = "{'orderId': 42}")
 * void every_charge_is_shipped_or_refunded(Execution execution) {
 *     ...
 * }
 * }</pre>
 *
 * <p>or starts the machine itself: {@code void no_order_is_lost(StateMachine orders)}. The mocks are those of the class, as
 * its {@code @BeforeEach} scripts them, and lenient: the last answer of a script repeats, and what is not used is not
 * reported.
 *
 * <p>Without being said, each execution has to end as its definition promises: it must not fail of its own making
 * ({@code States.Runtime}) nor hang. A sweep whose test asserts nothing else is a good start. What goes wrong is told in
 * {@link io.github.stepunit.fault.FaultSweep}. The runs of a sweep are made one after the other, on one thread.
 */
@API(status = API.Status.EXPERIMENTAL, since = "0.1")
@Documented
@Retention(RetentionPolicy.RUNTIME)
@Target({ElementType.METHOD, ElementType.ANNOTATION_TYPE})
@TestTemplate
@ExtendWith(FaultSweepExtension.class)
@InterceptedBy(FaultSweepInterceptor.class)
// The runs are planned by what the ones before have shown.
@Execution(ExecutionMode.SAME_THREAD)
public @interface FaultSweep {

    /** The input of the execution that a parameter {@link io.github.stepunit.Execution} is; single quotes are allowed. */
    String input() default "{}";

    /**
     * The method of the class that starts and steers the execution that a parameter {@link io.github.stepunit.Execution}
     * is; instead of {@link #input}. It may take parameters as a test does. When a fault keeps it from going on, the
     * execution is asserted as it stands.
     */
    String scenario() default "";

    /** The Tasks that go wrong, as mocks are given for: state name, path, resource, service action. All by default. */
    String[] states() default {};

    /** The errors that are raised, wherever the {@code Resource} can raise them. The usual ones by default. */
    String[] errors() default {};

    /** What goes wrong. Every kind by default. */
    FaultKind[] kinds() default {};

    /** What does not go wrong. */
    FaultKind[] without() default {};

    /** Whether an execution that ends with an error that nothing has caught is broken, too. */
    boolean everyErrorHandled() default false;

    /** How many runs there are at most; a last, disabled one says what was left out. */
    int max() default FaultSettings.MAX;
}
