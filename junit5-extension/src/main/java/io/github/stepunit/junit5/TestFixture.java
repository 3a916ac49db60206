package io.github.stepunit.junit5;

import io.github.stepunit.Execution;
import io.github.stepunit.StateMachine;
import io.github.stepunit.task.Strictness;
import io.github.stepunit.task.TaskMock;
import io.github.stepunit.task.TaskMocks;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/** What one test has to itself: its mocks, a machine bound to them, and the executions that it has started. */
final class TestFixture {

    private final TaskMocks tasks;
    private final StateMachine stateMachine;
    private final Interceptors interceptors;
    // A test may start executions on threads of its own.
    private final List<Execution> executions = Collections.synchronizedList(new ArrayList<>());

    TestFixture(StateMachine compiled, Strictness strictness, Interceptors interceptors) {
        this.interceptors = interceptors;
        tasks = TaskMocks.of(compiled.definition()).withStrictness(strictness);
        stateMachine = compiled.withTasks(interceptors.tasks(compiled, tasks)).onStart(executions::add);
    }

    /** The value for a field or parameter. */
    Object valueFor(InjectionPoint point) {
        String selector = point.selector();
        if (selector != null) {
            return mock(point, selector);
        }
        return point.type() == TaskMocks.class ? tasks : stateMachine;
    }

    private Object mock(InjectionPoint point, String selector) {
        TaskMock mock;
        try {
            mock = tasks.mock(selector);
        } catch (IllegalArgumentException badSelector) {
            throw ExtensionErrors.badSelector(point, badSelector);
        }
        return point.type() == TaskMock.class ? mock : MockitoMocks.mock(point, selector, tasks);
    }

    /** Fails when mocks were scripted and not used, or when an interceptor finds fault with the executions. */
    void verify() {
        tasks.verify();
        interceptors.afterPassed(executions());
    }

    List<Execution> executions() {
        return List.copyOf(executions);
    }
}
