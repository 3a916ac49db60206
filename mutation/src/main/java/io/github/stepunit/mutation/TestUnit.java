package io.github.stepunit.mutation;

import io.github.stepunit.coverage.CoveringTest;
import org.jspecify.annotations.Nullable;
import org.junit.platform.engine.TestSource;
import org.junit.platform.engine.support.descriptor.ClassSource;
import org.junit.platform.engine.support.descriptor.MethodSource;
import org.junit.platform.launcher.TestIdentifier;

/**
 * A test, or a container of tests.
 *
 * @param id JUnit's unique id
 * @param className the class that it is in; for tests without one, their engine
 * @param name for people: {@code OrderTest.ships}, {@code OrderTest.ships [2] total=13}
 * @param isMethod whether it stands for a method: a test, or a test template or factory with all that comes of it
 * @param parent the container that it is in; null for an engine
 */
record TestUnit(String id, String className, String name, boolean isMethod, @Nullable TestUnit parent) {

    private static final int LONGEST_DISPLAY_NAME = 80;

    static TestUnit of(TestIdentifier test, @Nullable TestUnit parent) {
        String id = test.getUniqueId();
        TestSource source = test.getSource().orElse(null);
        if (source instanceof MethodSource method) {
            String name = simpleName(method.getClassName()) + "." + method.getMethodName();
            boolean isInvocation = parent != null && parent.isMethod();
            return new TestUnit(
                    id, method.getClassName(), isInvocation ? name + " " + shown(test) : name, true, parent);
        }
        if (source instanceof ClassSource type) {
            return new TestUnit(id, type.getClassName(), simpleName(type.getClassName()), false, parent);
        }
        int end = id.indexOf(']');
        return new TestUnit(id, end < 0 ? id : id.substring(1, end), shown(test), false, parent);
    }

    /** Whether it is that container or test, or inside of it. */
    boolean isIn(String other) {
        return id.equals(other) || (parent != null && parent.isIn(other));
    }

    /** The test template or factory that this is an invocation of, else the test itself. */
    TestUnit method() {
        TestUnit outer = parent == null ? this : parent.method();
        return outer.isMethod() ? outer : this;
    }

    CoveringTest covering() {
        return new CoveringTest(id, name);
    }

    private static String simpleName(String className) {
        return className.substring(className.lastIndexOf('.') + 1).replace('$', ' ');
    }

    private static String shown(TestIdentifier test) {
        String name = test.getDisplayName();
        return name.length() <= LONGEST_DISPLAY_NAME ? name : name.substring(0, LONGEST_DISPLAY_NAME) + "…";
    }
}
