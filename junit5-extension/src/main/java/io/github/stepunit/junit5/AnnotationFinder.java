package io.github.stepunit.junit5;

import java.lang.annotation.Annotation;
import java.lang.reflect.AnnotatedElement;
import java.lang.reflect.Method;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
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
        return findOnClasses(context, StepFunctionTest.class)
                .orElseThrow(() -> new IllegalStateException("StepFunctionExtension is registered for "
                        + context.getRequiredTestClass() + " without @StepFunctionTest."));
    }

    /** That of the method, else of its class or the class around that. */
    static <A extends Annotation> Optional<A> findNearest(ExtensionContext context, Class<A> type) {
        Optional<A> onMethod = AnnotationSupport.findAnnotation(context.getRequiredTestMethod(), type);
        return onMethod.isPresent() ? onMethod : findOnClasses(context, type);
    }

    /** Refuses what makes sense in the classes of that annotation only, and as the one kind of test that a method is. */
    static void requireStepFunctionTest(ExtensionContext context, String annotation) {
        TestKinds.requireOne(context.getRequiredTestMethod());
        if (findOnClasses(context, StepFunctionTest.class).isEmpty()) {
            throw ExtensionErrors.noStepFunctionTest(context.getRequiredTestMethod(), annotation);
        }
    }

    /**
     * All of that type: those of the element, those of its annotations, and so on. JUnit's own search ends at the first, but
     * a composed annotation may have several annotations that each have one.
     */
    static <A extends Annotation> Set<A> findAll(AnnotatedElement element, Class<A> type) {
        Set<A> found = new LinkedHashSet<>();
        collect(element.getAnnotations(), type, found, new HashSet<>());
        return found;
    }

    private static <A extends Annotation> void collect(
            Annotation[] annotations, Class<A> type, Set<A> found, Set<Class<?>> seen) {
        for (Annotation each : annotations) {
            Class<? extends Annotation> at = each.annotationType();
            if (at == type) {
                found.add(type.cast(each));
            } else if (!at.getName().startsWith("java.") && seen.add(at)) {
                collect(at.getAnnotations(), type, found, seen);
            }
        }
    }

    private static <A extends Annotation> Optional<A> findOnClasses(ExtensionContext context, Class<A> type) {
        // Not AnnotationSupport's own search of enclosing classes: JUnit 5.10 and 6 do not share a method for it.
        for (Class<?> at : classesOf(context)) {
            Optional<A> onClass = AnnotationSupport.findAnnotation(at, type);
            if (onClass.isPresent()) {
                return onClass;
            }
        }
        return Optional.empty();
    }

    /**
     * The class that the test runs in, and those around it when it is nested, the innermost first. Around a nested class that
     * is inherited is the class that inherits it, and not the one that declares it.
     */
    static List<Class<?>> classesOf(ExtensionContext context) {
        Set<Class<?>> classes = new LinkedHashSet<>();
        for (ExtensionContext at = context; at != null; at = at.getParent().orElse(null)) {
            at.getTestClass().ifPresent(classes::add);
        }
        return List.copyOf(classes);
    }

    private static void requireNoOtherTest(Method method) {
        boolean other = AnnotationSupport.isAnnotated(method, TestTemplate.class)
                || AnnotationSupport.isAnnotated(method, TestFactory.class);
        if (other) {
            throw ExtensionErrors.twoKindsOfTest(method);
        }
    }
}
