package io.github.stepunit.junit5;

import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.TestTemplate;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.platform.commons.support.AnnotationSupport;

/** Which {@code @StepFunctionTest} holds for a test: that of its method, its class, or the class around that. */
final class AnnotationFinder {

    private AnnotationFinder() {}

    static StepFunctionTest find(ExtensionContext context) {
        Method method = context.getRequiredTestMethod();
        Optional<StepFunctionTest> onMethod = AnnotationSupport.findAnnotation(method, StepFunctionTest.class);
        if (onMethod.isPresent()) {
            requireNoOtherTest(method);
            return onMethod.get();
        }
        return find(context.getRequiredTestClass());
    }

    /** Whether one holds for the test. */
    static boolean isPresent(ExtensionContext context) {
        return AnnotationSupport.isAnnotated(context.getRequiredTestMethod(), StepFunctionTest.class)
                || onClass(context.getRequiredTestClass()).isPresent();
    }

    private static StepFunctionTest find(Class<?> testClass) {
        return onClass(testClass)
                .orElseThrow(() -> new IllegalStateException(
                        "StepFunctionExtension is registered for " + testClass + " without @StepFunctionTest."));
    }

    private static Optional<StepFunctionTest> onClass(Class<?> testClass) {
        // Not AnnotationSupport's own search of enclosing classes: JUnit 5.10 and 6 do not share a method for it.
        for (@Nullable Class<?> at = testClass; at != null; at = enclosingTestClass(at)) {
            Optional<StepFunctionTest> onClass = AnnotationSupport.findAnnotation(at, StepFunctionTest.class);
            if (onClass.isPresent()) {
                return onClass;
            }
        }
        return Optional.empty();
    }

    private static @Nullable Class<?> enclosingTestClass(Class<?> nested) {
        return Modifier.isStatic(nested.getModifiers()) ? null : nested.getEnclosingClass();
    }

    private static void requireNoOtherTest(Method method) {
        boolean other = AnnotationSupport.isAnnotated(method, TestTemplate.class)
                || AnnotationSupport.isAnnotated(method, TestFactory.class);
        if (other) {
            throw ExtensionErrors.twoKindsOfTest(method);
        }
    }
}
