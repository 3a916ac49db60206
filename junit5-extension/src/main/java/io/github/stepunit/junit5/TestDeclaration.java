package io.github.stepunit.junit5;

import java.lang.reflect.AnnotatedElement;
import java.lang.reflect.Method;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.platform.commons.support.AnnotationSupport;

/**
 * What the annotations of a test method and its classes say. Looked for once, however often the method runs: to search
 * annotations costs more than many an execution.
 *
 * @param annotation the one that holds for the test
 * @param interceptors those that annotations name, the method's first
 */
record TestDeclaration(StepFunctionTest annotation, List<Class<? extends StepFunctionTestInterceptor>> interceptors) {

    /** The classes belong to it: the innermost may have inherited the method, and those around it the innermost. */
    private record Key(List<Class<?>> classes, Method method) {}

    static TestDeclaration of(ExtensionContext context) {
        Key key = new Key(AnnotationFinder.classesOf(context), context.getRequiredTestMethod());
        return OnceInRun.find(context, key, TestDeclaration.class, () -> {
            TestKinds.requireOne(key.method());
            return new TestDeclaration(AnnotationFinder.find(context), List.copyOf(interceptors(key)));
        });
    }

    private static Set<Class<? extends StepFunctionTestInterceptor>> interceptors(Key test) {
        List<AnnotatedElement> elements = new ArrayList<>(List.of(test.method()));
        elements.addAll(test.classes());
        Set<Class<? extends StepFunctionTestInterceptor>> types = new LinkedHashSet<>();
        for (AnnotatedElement element : elements) {
            AnnotationFinder.findAll(element, InterceptedBy.class).forEach(by -> types.add(by.value()));
            // Also that of an interface that the class implements.
            AnnotationSupport.findAnnotation(element, InterceptedBy.class).ifPresent(by -> types.add(by.value()));
        }
        return types;
    }
}
