package io.github.stepunit.junit5;

import java.lang.annotation.Annotation;
import java.lang.reflect.Method;
import java.util.LinkedHashSet;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.TestTemplate;

/**
 * The annotations that make a method a test: {@code @Test}, {@code @RepeatedTest}, {@link FaultSweep}, ... Ours stand alone.
 * JUnit would run all the templates of a method, each without what the others bring, or a plain test and none of them.
 */
final class TestKinds {

    private TestKinds() {}

    /** Refuses a method that has one of ours, and another. */
    static void requireOne(Method method) {
        Set<Class<? extends Annotation>> kinds = new LinkedHashSet<>();
        collect(method.getAnnotations(), kinds, new LinkedHashSet<>());
        if (kinds.size() > 1 && kinds.stream().anyMatch(each -> each.isAnnotationPresent(InterceptedBy.class))) {
            throw ExtensionErrors.notAlone(
                    method,
                    kinds.stream().map(each -> "@" + each.getSimpleName()).toList());
        }
    }

    private static void collect(
            Annotation[] annotations, Set<Class<? extends Annotation>> kinds, Set<Class<? extends Annotation>> seen) {
        for (Annotation each : annotations) {
            Class<? extends Annotation> type = each.annotationType();
            if (type == Test.class || type == TestFactory.class || type.isAnnotationPresent(TestTemplate.class)) {
                kinds.add(type);
            } else if (!type.getName().startsWith("java.") && seen.add(type)) {
                collect(type.getAnnotations(), kinds, seen);
            }
        }
    }
}
