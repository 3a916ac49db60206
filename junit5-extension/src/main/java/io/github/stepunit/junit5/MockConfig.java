package io.github.stepunit.junit5;

import io.github.stepunit.task.Strictness;
import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.apiguardian.api.API;
import org.junit.jupiter.api.TestTemplate;
import org.junit.jupiter.api.extension.ExtendWith;

/**
 * Turns each test case of a mock configuration file of Step Functions Local, unchanged, into one JUnit test named
 * {@code StateMachine#TestCase}. It stands on a method of a {@link StepFunctionTest} class, which checks what came of it:
 *
 * <pre>{@code
 * @StepFunctionTest("order.asl.json")
 * class OrderTest {
 *
 *     @MockConfig("MockConfigFile.json")
 *     void every_test_case_ends_well(Execution execution) {
 *         assertThat(execution).hasSucceeded();
 *     }
 *
 *     @MockConfig(value = "MockConfigFile.json", cases = "RetryPath")
 *     void the_call_is_retried(Execution execution) {
 *         assertThat(execution).state("LambdaState").wasAttempted(4);
 *     }
 * }
 * }</pre>
 *
 * <p>The method may take the {@link io.github.stepunit.Execution}, which has then run to its end; or the
 * {@link io.github.stepunit.StateMachine}, to start it itself; and the
 * {@link io.github.stepunit.task.MockConfigTestCase}. One that takes neither execution nor machine is a smoke test: the
 * execution is run, and must not end with {@code States.Runtime}, which is how a test case that does not fit ends.
 *
 * <p>Tasks that the test case leaves out get the mocks of the test, where Step Functions Local would call the real service.
 * One test runs one execution, since the file counts the invocations of one.
 */
@API(status = API.Status.EXPERIMENTAL, since = "0.1")
@Documented
@Retention(RetentionPolicy.RUNTIME)
@Target({ElementType.METHOD, ElementType.ANNOTATION_TYPE})
@TestTemplate
@ExtendWith(MockConfigExtension.class)
@InterceptedBy(MockConfigInterceptor.class)
public @interface MockConfig {

    /** The file, relative to the project folder, or else a resource on the class path: the one of {@code SFN_MOCK_CONFIG}. */
    String value();

    /** The state machine, as the file calls it. Not needed when it is the tested machine's own name, or the only one. */
    String machine() default "";

    /** Which test cases; all by default. */
    String[] cases() default {};

    /** The input of the execution. JSON text; single quotes are allowed. */
    String input() default "{}";

    /**
     * What becomes of answers that no Task asked for. Step Functions Local says nothing of them; here they are published as
     * a report entry of the test, {@code stepunit.unusedAnswers}, or by {@link Strictness#STRICT} fail it.
     */
    Strictness strictness() default Strictness.LENIENT;
}
