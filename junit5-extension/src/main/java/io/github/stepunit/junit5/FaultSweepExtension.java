package io.github.stepunit.junit5;

import io.github.stepunit.Execution;
import io.github.stepunit.ExecutionStatus;
import io.github.stepunit.ExecutionStuckException;
import io.github.stepunit.NotInExecutionException;
import io.github.stepunit.task.Strictness;
import java.lang.reflect.Method;
import java.util.List;
import java.util.Spliterator;
import java.util.Spliterators;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.apiguardian.api.API;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.InvocationInterceptor;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolutionException;
import org.junit.jupiter.api.extension.ParameterResolver;
import org.junit.jupiter.api.extension.ReflectiveInvocationContext;
import org.junit.jupiter.api.extension.TestTemplateInvocationContext;
import org.junit.jupiter.api.extension.TestTemplateInvocationContextProvider;
import org.junit.platform.commons.support.AnnotationSupport;
import org.junit.platform.commons.support.HierarchyTraversalMode;
import org.junit.platform.commons.support.ReflectionSupport;

/** What {@link FaultSweep} does; to be used by that annotation only. Without state: a sweep is in the store of its test. */
@API(status = API.Status.INTERNAL, since = "0.1")
public final class FaultSweepExtension
        implements TestTemplateInvocationContextProvider, ParameterResolver, InvocationInterceptor {

    /** For JUnit. */
    public FaultSweepExtension() {}

    /** That of the class, but not in a sweep: what a fault leaves out or repeats is no mistake of the mocks. */
    static Strictness strictness(ExtensionContext context, Strictness ofClass) {
        return Sweep.isAt(context) ? Strictness.LENIENT : ofClass;
    }

    @Override
    public boolean supportsTestTemplate(ExtensionContext context) {
        return AnnotationSupport.isAnnotated(context.getRequiredTestMethod(), FaultSweep.class);
    }

    /** The stream makes each run when the one before it is over. */
    @Override
    public Stream<TestTemplateInvocationContext> provideTestTemplateInvocationContexts(ExtensionContext context) {
        Method method = context.getRequiredTestMethod();
        AnnotationFinder.requireStepFunctionTest(context, "@FaultSweep");
        FaultSweep annotation = AnnotationSupport.findAnnotation(method, FaultSweep.class)
                .orElseThrow(() -> new IllegalStateException("There is no @FaultSweep on " + method + "."));
        Sweep sweep = Sweep.begin(context, annotation);
        return StreamSupport.stream(Spliterators.spliteratorUnknownSize(sweep, Spliterator.ORDERED), false);
    }

    // --- the execution as a parameter

    @Override
    public boolean supportsParameter(ParameterContext parameterContext, ExtensionContext context) {
        return parameterContext.getParameter().getType() == Execution.class;
    }

    @Override
    public Object resolveParameter(ParameterContext parameterContext, ExtensionContext context) {
        FaultSweep annotation = Sweep.of(context).annotation();
        try {
            return annotation.scenario().isEmpty()
                    ? StepFunctionExtension.fixture(context).stateMachine().start(annotation.input())
                    : play(context, annotation.scenario());
        } catch (RuntimeException failed) {
            // The type that JUnit passes on without a preface of its own.
            throw new ParameterResolutionException(String.valueOf(failed.getMessage()), failed);
        }
    }

    private static Execution play(ExtensionContext context, String scenario) {
        Method method = scenario(context, scenario);
        Object result = null;
        try {
            result = context.getExecutableInvoker().invoke(method, context.getRequiredTestInstance());
        } catch (ExecutionStuckException | NotInExecutionException departed) {
            if (!hasDeparted(context)) {
                throw departed;
            }
        }
        List<Execution> started = StepFunctionExtension.fixture(context).executions();
        if (result instanceof Execution execution) {
            return execution;
        }
        if (started.isEmpty()) {
            throw FaultSweepErrors.scenarioStartsNothing(context.getRequiredTestMethod(), scenario);
        }
        return started.get(0);
    }

    private static Method scenario(ExtensionContext context, String name) {
        return ReflectionSupport.findMethods(
                        context.getRequiredTestClass(),
                        method -> method.getName().equals(name),
                        HierarchyTraversalMode.BOTTOM_UP)
                .stream()
                .findFirst()
                .orElseThrow(() -> FaultSweepErrors.noScenario(context.getRequiredTestMethod(), name));
    }

    // --- a test that starts and steers by itself

    @Override
    public void interceptTestTemplateMethod(
            Invocation<@Nullable Void> invocation,
            ReflectiveInvocationContext<Method> invocationContext,
            ExtensionContext context)
            throws Throwable {
        try {
            invocation.proceed();
        } catch (ExecutionStuckException | NotInExecutionException departed) {
            if (!hasDeparted(context)) {
                throw departed;
            }
            Sweep.of(context)
                    .run()
                    .passed(StepFunctionExtension.fixture(context).executions());
            Assumptions.abort(FaultSweepErrors.cannotGoOn(departed));
        }
    }

    /** Whether there is nothing to steer, and no token to answer, because the fault has made the execution end before. */
    private static boolean hasDeparted(ExtensionContext context) {
        List<Execution> started = StepFunctionExtension.fixture(context).executions();
        return Sweep.of(context).run().fault() != null
                && !started.isEmpty()
                && started.stream().noneMatch(each -> each.status() == ExecutionStatus.RUNNING);
    }
}
