package io.github.stepunit.assertj;

import io.github.stepunit.internal.file.TestClasses;
import java.lang.StackWalker.StackFrame;
import java.lang.annotation.Annotation;
import java.lang.reflect.AnnotatedElement;
import java.lang.reflect.Method;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The test that calls an assertion, found on the stack: assertions know nothing of the framework that runs them.
 *
 * @param classes the class that runs it, where that is known; else the class that declares it
 * @param method its name, and where tests of the class share it the types of its parameters: {@code ships.String.int}
 */
record RunningTest(TestClasses classes, String method) {

    /** Of JUnit 5 and 6 every annotation of a test carries the first one. */
    private static final Set<String> MARKS =
            Set.of("org.junit.platform.commons.annotation.Testable", "org.junit.Test", "org.testng.annotations.Test");

    /** The innermost, since tests of a test framework run tests; empty outside of any test. */
    static Optional<RunningTest> find() {
        return StackWalker.getInstance(StackWalker.Option.RETAIN_CLASS_REFERENCE)
                .walk(frames -> frames.flatMap(RunningTest::of).findFirst());
    }

    private static RunningTest of(Class<?> type, Method method) {
        TestClasses classes = TestClasses.running()
                .filter(running -> type.isAssignableFrom(running.innermost()))
                .orElseGet(() -> new TestClasses(List.of(type)));
        return new RunningTest(
                classes, isOverloaded(classes.innermost(), method) ? withParameters(method) : method.getName());
    }

    private static boolean isOverloaded(Class<?> type, Method method) {
        for (Class<?> each = type; each != null; each = each.getSuperclass()) {
            if (tests(each, method.getName())
                    .anyMatch(other -> !Arrays.equals(other.getParameterTypes(), method.getParameterTypes()))) {
                return true;
            }
        }
        return false;
    }

    /** The one without parameters keeps its bare name. No name of Java's has a dot. */
    private static String withParameters(Method method) {
        return Stream.concat(
                        Stream.of(method.getName()),
                        Arrays.stream(method.getParameterTypes()).map(Class::getSimpleName))
                .collect(Collectors.joining("."));
    }

    private static Stream<RunningTest> of(StackFrame frame) {
        Class<?> type = frame.getDeclaringClass();
        String name = frame.getMethodName();
        if (name.startsWith("<") || type.getName().startsWith("java.")) {
            return Stream.empty();
        }
        if (name.startsWith("lambda$")) {
            // lambda$ships_the_order$0; of a @TestFactory only such frames are left when its tests run.
            String around = name.substring(name.indexOf('$') + 1, name.lastIndexOf('$'));
            List<Method> tests = tests(type, around).toList();
            // Of overloaded tests it does not tell which; the frame of the test itself may still follow.
            return tests.size() == 1 ? Stream.of(of(type, tests.get(0))) : Stream.empty();
        }
        return tests(type, name)
                .filter(method -> Objects.equals(
                        frame.getMethodType().parameterList(), Arrays.asList(method.getParameterTypes())))
                .map(method -> of(type, method));
    }

    private static Stream<Method> tests(Class<?> type, String name) {
        return methods(type).filter(method -> method.getName().equals(name) && isTest(method, new HashSet<>()));
    }

    private static Stream<Method> methods(Class<?> type) {
        try {
            return Arrays.stream(type.getDeclaredMethods());
        } catch (NoClassDefFoundError optionalLibraryMissing) {
            return Stream.empty();
        }
    }

    private static boolean isTest(AnnotatedElement element, Set<Class<?>> seen) {
        for (Annotation each : element.getAnnotations()) {
            Class<? extends Annotation> type = each.annotationType();
            if (MARKS.contains(type.getName()) || (seen.add(type) && isTest(type, seen))) {
                return true;
            }
        }
        return false;
    }
}
