package io.github.stepunit.junit5;

import io.github.stepunit.StateMachine;
import java.lang.reflect.Constructor;
import java.util.ArrayList;
import java.util.List;
import org.apiguardian.api.API;
import org.junit.jupiter.api.extension.AfterEachCallback;
import org.junit.jupiter.api.extension.BeforeEachCallback;
import org.junit.jupiter.api.extension.ExtensionConfigurationException;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ExtensionContext.Namespace;
import org.junit.jupiter.api.extension.ExtensionContext.Store;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolutionException;
import org.junit.jupiter.api.extension.ParameterResolver;

/**
 * What {@link StepFunctionTest} does; to be used by that annotation only. Without state: what belongs to a test is in the
 * store of its context.
 */
@API(status = API.Status.INTERNAL, since = "0.1")
public final class StepFunctionExtension implements BeforeEachCallback, AfterEachCallback, ParameterResolver {

    static final Namespace NAMESPACE = Namespace.create(StepFunctionExtension.class);

    /** For JUnit. */
    public StepFunctionExtension() {}

    @Override
    public void beforeEach(ExtensionContext context) {
        TestDeclaration test = TestDeclaration.of(context);
        StepFunctionTest annotation = test.annotation();
        Interceptors interceptors = Interceptors.of(context, test);
        StateMachine compiled = interceptors.stateMachine(() -> DefinitionFinder.find(context, annotation));
        DefinitionCheck.check(context, compiled, annotation.validation());
        List<StateMachine> others = new ArrayList<>();
        for (RegisteredStateMachine other : annotation.stateMachines()) {
            StateMachine machine = DefinitionFinder.find(context, other);
            DefinitionCheck.check(context, machine, annotation.validation());
            others.add(machine);
        }
        TestFixture fixture = new TestFixture(
                compiled, others, FaultSweepExtension.strictness(context, annotation.strictness()), interceptors);
        FieldInjector injector = new FieldInjector(fixture, context);
        store(context).put(TestFixture.class, fixture);
        store(context).put(FieldInjector.class, injector);
        // The outer instances of @Nested tests first.
        context.getRequiredTestInstances().getAllInstances().forEach(injector::injectInto);
    }

    @Override
    public void afterEach(ExtensionContext context) {
        FieldInjector injector = store(context).get(FieldInjector.class, FieldInjector.class);
        if (injector != null) {
            injector.clear();
            context.getExecutionException().ifPresent(failure -> explain(failure, injector));
        }
        TestFixture fixture = store(context).get(TestFixture.class, TestFixture.class);
        if (fixture != null) {
            ClassCoverage coverage = RequireCoverageExtension.of(context);
            if (coverage != null) {
                coverage.add(context, fixture);
            }
            finish(context, fixture);
        }
    }

    /** Not refused before the test, since its own {@code @BeforeEach} may set such fields. */
    private static void explain(Throwable failure, FieldInjector injector) {
        if (failure instanceof NullPointerException) {
            injector.forgottenMocks().forEach(each -> failure.addSuppressed(ExtensionErrors.forgottenMock(each)));
        }
    }

    private static void finish(ExtensionContext context, TestFixture fixture) {
        Throwable failure = context.getExecutionException().orElse(null);
        if (failure != null) {
            attach(context, fixture, failure);
            return;
        }
        try {
            fixture.verify();
        } catch (RuntimeException | AssertionError faulty) {
            attach(context, fixture, faulty);
            throw faulty;
        }
    }

    /** Why a mock was not used, for instance, only the executions tell. */
    private static void attach(ExtensionContext context, TestFixture fixture, Throwable failure) {
        fixture.executions().forEach(execution -> ExecutionReport.attach(execution, failure));
        FailurePages.attach(context, fixture.executions(), failure);
    }

    @Override
    public boolean supportsParameter(ParameterContext parameterContext, ExtensionContext context) {
        InjectionPoint point = InjectionPoint.of(parameterContext);
        return point.isMock() || point.isOfOwnType() || point.lacksAnnotation();
    }

    @Override
    public Object resolveParameter(ParameterContext parameterContext, ExtensionContext context) {
        InjectionPoint point = InjectionPoint.of(parameterContext);
        if (point.lacksAnnotation()) {
            throw ExtensionErrors.noSelector(point);
        }
        if (point.isMock() && point.mockitoS() != null) {
            throw new ParameterResolutionException(
                    String.valueOf(ExtensionErrors.twoMocks(point).getMessage()));
        }
        TestFixture fixture = store(context).get(TestFixture.class, TestFixture.class);
        if (fixture == null || parameterContext.getDeclaringExecutable() instanceof Constructor) {
            throw ExtensionErrors.outsideOfTest(point);
        }
        try {
            return fixture.valueFor(point);
        } catch (ExtensionConfigurationException faulty) {
            // The type that JUnit passes on without a preface of its own.
            throw new ParameterResolutionException(String.valueOf(faulty.getMessage()), faulty);
        }
    }

    /** What the running test has to itself. */
    static TestFixture fixture(ExtensionContext context) {
        TestFixture fixture = store(context).get(TestFixture.class, TestFixture.class);
        if (fixture == null) {
            throw new IllegalStateException("No @StepFunctionTest is running.");
        }
        return fixture;
    }

    private static Store store(ExtensionContext context) {
        return context.getStore(NAMESPACE);
    }
}
