package io.github.stepunit.junit5;

import io.github.stepunit.Execution;
import io.github.stepunit.StateMachine;
import io.github.stepunit.coverage.CoverageData;
import io.github.stepunit.coverage.CoverageRecorder;
import io.github.stepunit.coverage.CoveringTest;
import java.lang.reflect.Method;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Disabled;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.platform.commons.annotation.Testable;
import org.junit.platform.commons.support.AnnotationSupport;
import org.junit.platform.commons.support.HierarchyTraversalMode;
import org.junit.platform.commons.support.ReflectionSupport;

/** What the tests of a class with {@link RequireCoverage} walk. */
final class ClassCoverage {

    private final Class<?> testClass;
    private final RequireCoverage required;
    private final @Nullable ClassCoverage outer;
    private final CoverageRecorder recorder = new CoverageRecorder();
    private final Set<Method> run = ConcurrentHashMap.newKeySet();
    private volatile boolean failed;

    ClassCoverage(ExtensionContext context, RequireCoverage required, @Nullable ClassCoverage outer) {
        this.testClass = context.getRequiredTestClass();
        this.required = required;
        this.outer = outer;
    }

    boolean isOf(ExtensionContext context) {
        return testClass.equals(context.getRequiredTestClass());
    }

    /** A test has ended. */
    void add(ExtensionContext context, TestFixture fixture) {
        run.add(context.getRequiredTestMethod());
        failed |= context.getExecutionException().isPresent();
        StateMachine machine = fixture.stateMachine();
        recorder.loaded(machine.definition(), machine.name(), machine.type());
        CoveringTest test = new CoveringTest(context.getUniqueId(), context.getDisplayName());
        for (Execution each : fixture.executionsWithDescendants()) {
            StateMachine ran = each.stateMachine();
            recorder.ran(ran.definition(), ran.name(), ran.type(), each.history(), test);
        }
        if (outer != null) {
            outer.add(context, fixture);
        }
    }

    void check(ExtensionContext context) {
        if (failed) {
            return;
        }
        if (run.isEmpty()) {
            if (methods(testClass).stream().noneMatch(ClassCoverage::isStepFunctionTest)) {
                throw CoverageErrors.nothingCounts(testClass);
            }
            return;
        }
        Set<Method> left = methods(testClass);
        left.removeAll(run);
        if (!left.isEmpty()) {
            context.publishReportEntry(
                    "stepunit.coverage",
                    "@RequireCoverage was not checked: " + left.size() + " of the methods of "
                            + testClass.getSimpleName() + " were not run.");
            return;
        }
        CoverageData data =
                recorder.snapshot(definition -> definition.sourceMap().source());
        CoverageErrors.check(testClass, required, data);
    }

    private static boolean isStepFunctionTest(Method method) {
        boolean is = AnnotationSupport.isAnnotated(method, StepFunctionTest.class);
        for (Class<?> type = method.getDeclaringClass(); !is && type != null; type = type.getEnclosingClass()) {
            is = AnnotationSupport.isAnnotated(type, StepFunctionTest.class);
        }
        return is;
    }

    /** The test methods of the class and of those nested in it, without those that are switched off. */
    private static Set<Method> methods(Class<?> type) {
        Set<Method> methods = new HashSet<>();
        if (AnnotationSupport.isAnnotated(type, Disabled.class)) {
            return methods;
        }
        methods.addAll(ReflectionSupport.findMethods(
                type,
                each -> AnnotationSupport.isAnnotated(each, Testable.class)
                        && !AnnotationSupport.isAnnotated(each, Disabled.class),
                HierarchyTraversalMode.TOP_DOWN));
        List<Class<?>> nested = Arrays.stream(type.getDeclaredClasses())
                .filter(each -> AnnotationSupport.isAnnotated(each, Nested.class))
                .toList();
        nested.forEach(each -> methods.addAll(methods(each)));
        return methods;
    }
}
