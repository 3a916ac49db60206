package io.github.stepunit.junit5;

import io.github.stepunit.StateMachine;
import io.github.stepunit.s3.S3Objects;
import io.github.stepunit.task.TaskMock;
import io.github.stepunit.task.TaskMocks;
import java.lang.annotation.Annotation;
import java.lang.reflect.AnnotatedElement;
import java.lang.reflect.Executable;
import java.lang.reflect.Field;
import java.lang.reflect.Parameter;
import java.lang.reflect.Type;
import java.util.Arrays;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.platform.commons.support.AnnotationSupport;

/**
 * A field or parameter that wants a value.
 *
 * @param name the name in the source
 * @param place the class of the field, the method or constructor of the parameter
 * @param type its class
 * @param genericType its type with type arguments
 * @param selector of {@code @MockTask}; null without that annotation
 * @param mockitoS the annotation by which Mockito itself is to set it, too; null when there is none
 */
record InjectionPoint(
        String name,
        AnnotatedElement place,
        Class<?> type,
        Type genericType,
        @Nullable String selector,
        @Nullable String mockitoS) {

    private static final Set<String> MOCKITO_S = Set.of("org.mockito.Mock", "org.mockito.Spy");

    static InjectionPoint of(Field field) {
        return new InjectionPoint(
                field.getName(),
                field.getDeclaringClass(),
                field.getType(),
                field.getGenericType(),
                AnnotationSupport.findAnnotation(field, MockTask.class)
                        .map(MockTask::value)
                        .orElse(null),
                annotationOfMockito(field));
    }

    static InjectionPoint of(ParameterContext context) {
        Parameter parameter = context.getParameter();
        return new InjectionPoint(
                parameter.getName(),
                context.getDeclaringExecutable(),
                parameter.getType(),
                parameter.getParameterizedType(),
                context.findAnnotation(MockTask.class).map(MockTask::value).orElse(null),
                annotationOfMockito(parameter));
    }

    /** By name: Mockito need not be there. */
    private static @Nullable String annotationOfMockito(AnnotatedElement element) {
        return Arrays.stream(element.getAnnotations())
                .map(Annotation::annotationType)
                .filter(each -> MOCKITO_S.contains(each.getName()))
                .map(each -> "@" + each.getSimpleName())
                .findFirst()
                .orElse(null);
    }

    /** How messages call it: {@code Field `charge` of OrderTest}. */
    String description() {
        if (place instanceof Executable method) {
            return "Parameter `" + name + "` of " + method.getDeclaringClass().getSimpleName() + "." + method.getName();
        }
        return "Field `" + name + "` of " + ((Class<?>) place).getSimpleName();
    }

    boolean isMock() {
        return selector != null;
    }

    /** Whether the type alone asks for a value. */
    boolean isOfOwnType() {
        return type == StateMachine.class || type == TaskMocks.class || type == S3Objects.class;
    }

    /** Whether this is a {@code TaskMock} that nobody said the Tasks of. */
    boolean lacksAnnotation() {
        return type == TaskMock.class && selector == null;
    }
}
