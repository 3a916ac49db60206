package io.github.stepunit.junit5;

import io.github.stepunit.Execution;
import io.github.stepunit.ExecutionStatus;
import io.github.stepunit.StateMachine;
import io.github.stepunit.s3.S3Objects;
import io.github.stepunit.task.Strictness;
import io.github.stepunit.task.TaskMock;
import io.github.stepunit.task.TaskMocks;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/** What one test has to itself: its mocks, a machine bound to them, and the executions that it has started. */
final class TestFixture {

    private final TaskMocks tasks;
    private final List<StubbingCheck> checks = new ArrayList<>();
    private final S3Objects objects = new S3Objects();
    private final StateMachine stateMachine;
    private final Interceptors interceptors;
    private final Strictness strictness;
    // A test may start executions on threads of its own.
    private final List<Execution> executions = Collections.synchronizedList(new ArrayList<>());

    /** @param others the machines that the tested one starts */
    TestFixture(StateMachine compiled, List<StateMachine> others, Strictness strictness, Interceptors interceptors) {
        this.interceptors = interceptors;
        this.strictness = strictness;
        tasks = TaskMocks.of(
                        compiled.definition(),
                        others.stream().map(StateMachine::definition).toList())
                .withStrictness(strictness);
        stateMachine = compiled.withTasks(interceptors.tasks(compiled, tasks))
                .withObjects(objects)
                .withStateMachines(others.toArray(new StateMachine[0]))
                .onStart(execution -> executions.add(execution.recordDataFlow()));
    }

    /** The value for a field or parameter. */
    Object valueFor(InjectionPoint point) {
        String selector = point.selector();
        if (selector != null) {
            return mock(point, selector);
        }
        if (point.type() == S3Objects.class) {
            return objects;
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
        if (point.type() == TaskMock.class) {
            return mock;
        }
        Object provided = ProvidedMocks.create(point, selector, tasks);
        return provided == null ? MockitoMocks.mock(point, selector, tasks, checks::add) : provided;
    }

    /** Whether an object that the test itself has given its field answers the Tasks of that mock; then it does. */
    boolean bindOwn(InjectionPoint point, Object own) {
        String selector = point.selector();
        if (selector == null || point.type() == TaskMock.class) {
            return false;
        }
        try {
            return ProvidedMocks.bind(point, selector, own, tasks);
        } catch (IllegalArgumentException badSelector) {
            throw ExtensionErrors.badSelector(point, badSelector);
        }
    }

    StateMachine stateMachine() {
        return stateMachine;
    }

    /** Fails when mocks were scripted and not used, or when an interceptor finds fault with the executions. */
    void verify() {
        tasks.verify();
        if (strictness == Strictness.STRICT) {
            requireUsedStubbings();
            requireAnswered();
        }
        interceptors.afterPassed(executions());
    }

    private void requireUsedStubbings() {
        List<String> unused = checks.stream()
                .flatMap(check -> check.unusedStubbings().stream())
                .toList();
        if (!unused.isEmpty()) {
            throw ExtensionErrors.unusedStubbings(unused);
        }
    }

    /**
     * What a mock leaves to the test, the test must look at: {@code neverAnswers()} is for what nobody is to answer. A test
     * that has asked for the token may end there.
     */
    private void requireAnswered() {
        for (Execution execution : executions()) {
            if (execution.status() == ExecutionStatus.RUNNING
                    && !execution.unansweredTasks().isEmpty()) {
                throw ExtensionErrors.unanswered(execution);
            }
        }
    }

    /** Those that the test has started, and those that these have started in turn. */
    List<Execution> executions() {
        return Execution.withNested(executions);
    }

    /** Those that the test has started, with all that ran because of them. */
    List<Execution> executionsWithDescendants() {
        return Execution.withDescendants(executions);
    }
}
