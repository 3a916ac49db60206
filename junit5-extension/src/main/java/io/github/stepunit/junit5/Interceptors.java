package io.github.stepunit.junit5;

import io.github.stepunit.Execution;
import io.github.stepunit.StateMachine;
import io.github.stepunit.task.TaskHandler;
import java.util.ArrayList;
import java.util.List;
import java.util.ServiceLoader;
import java.util.function.Supplier;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.platform.commons.support.ReflectionSupport;

/** All interceptors of one test: those that are services, then those of its class and method. */
record Interceptors(ExtensionContext context, List<StepFunctionTestInterceptor> all) {

    static Interceptors of(ExtensionContext context, TestDeclaration test) {
        List<StepFunctionTestInterceptor> found = new ArrayList<>();
        services(context).all().forEach(each -> found.add(each.get()));
        test.interceptors().forEach(type -> found.add(ReflectionSupport.newInstance(type)));
        return new Interceptors(context, List.copyOf(found));
    }

    /** Looked for once in a run: to search the class path costs more than many a test. */
    private static Services services(ExtensionContext context) {
        return OnceInRun.find(
                context,
                Services.class,
                Services.class,
                () ->
                        new Services(ServiceLoader.load(
                                        StepFunctionTestInterceptor.class,
                                        StepFunctionTestInterceptor.class.getClassLoader())
                                .stream()
                                .toList()));
    }

    /** The interceptors that are services; each test gets instances of its own. */
    private record Services(List<ServiceLoader.Provider<StepFunctionTestInterceptor>> all) {}

    StateMachine stateMachine(Supplier<StateMachine> tested) {
        Supplier<StateMachine> machine = tested;
        for (StepFunctionTestInterceptor each : all) {
            Supplier<StateMachine> before = machine;
            machine = () -> each.stateMachine(context, before);
        }
        return machine.get();
    }

    TaskHandler tasks(StateMachine stateMachine, TaskHandler mocks) {
        TaskHandler tasks = mocks;
        for (StepFunctionTestInterceptor each : all) {
            tasks = each.tasks(context, stateMachine, tasks);
        }
        return tasks;
    }

    void afterPassed(List<Execution> executions) {
        all.forEach(each -> each.afterPassed(context, executions));
    }
}
