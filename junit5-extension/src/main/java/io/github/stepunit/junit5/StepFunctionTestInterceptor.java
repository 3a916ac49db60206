package io.github.stepunit.junit5;

import io.github.stepunit.Execution;
import io.github.stepunit.StateMachine;
import io.github.stepunit.task.TaskHandler;
import java.util.List;
import java.util.function.Supplier;
import org.apiguardian.api.API;
import org.junit.jupiter.api.extension.ExtensionContext;

/**
 * Takes part in the tests of {@link StepFunctionTest}: can give another state machine, stand between the machine and its
 * mocks, and look at the executions of a test that has passed. Named by {@link InterceptedBy}, usually on an annotation of
 * its own, or for all tests as a service ({@link java.util.ServiceLoader}). Has a public constructor without parameters and
 * no state: JUnit may run tests in parallel.
 */
@API(status = API.Status.EXPERIMENTAL, since = "0.1")
public interface StepFunctionTestInterceptor {

    /**
     * The machine that the test gets.
     *
     * @param context the test
     * @param tested what {@code @StepFunctionTest} names; loaded only when asked for
     */
    default StateMachine stateMachine(ExtensionContext context, Supplier<StateMachine> tested) {
        return tested.get();
    }

    /**
     * What answers the machine's Tasks.
     *
     * @param context the test
     * @param stateMachine the machine that the test gets
     * @param mocks the mocks of the test
     */
    default TaskHandler tasks(ExtensionContext context, StateMachine stateMachine, TaskHandler mocks) {
        return mocks;
    }

    /**
     * Called after a test that has passed so far; what it throws fails the test.
     *
     * @param context the test
     * @param executions what the test has started, in this order
     */
    default void afterPassed(ExtensionContext context, List<Execution> executions) {}
}
