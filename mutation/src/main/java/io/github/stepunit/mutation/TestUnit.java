package io.github.stepunit.mutation;

import io.github.stepunit.coverage.CoveringTest;
import org.junit.platform.engine.TestSource;
import org.junit.platform.engine.support.descriptor.ClassSource;
import org.junit.platform.engine.support.descriptor.MethodSource;
import org.junit.platform.launcher.TestIdentifier;

/**
 * A test, or a container whose own methods run a machine.
 *
 * @param id JUnit's unique id
 * @param className the class that it is in; for tests without one, their engine
 * @param name for people: {@code OrderTest.ships}, {@code OrderTest.ships [2] total=13}
 */
record TestUnit(String id, String className, String name) {

    private static final int LONGEST_DISPLAY_NAME = 80;

    static TestUnit of(TestIdentifier test) {
        String id = test.getUniqueId();
        TestSource source = test.getSource().orElse(null);
        if (source instanceof MethodSource method) {
            String last = id.substring(id.lastIndexOf("/[") + 2);
            boolean isInvocation = last.startsWith("test-template-invocation:") || last.startsWith("dynamic-");
            String name = simpleName(method.getClassName()) + "." + method.getMethodName();
            return new TestUnit(id, method.getClassName(), isInvocation ? name + " " + shown(test) : name);
        }
        if (source instanceof ClassSource type) {
            return new TestUnit(id, type.getClassName(), simpleName(type.getClassName()));
        }
        int end = id.indexOf(']');
        return new TestUnit(id, end < 0 ? id : id.substring(1, end), shown(test));
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
