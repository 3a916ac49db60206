package io.github.stepunit.internal.file;

import java.util.List;
import java.util.Optional;
import org.apiguardian.api.API;
import org.jspecify.annotations.Nullable;

/**
 * The class of a test, after which its files are named. Of an inherited test it is the class that runs, of a nested one all
 * classes around it as well: a nested class may be inherited, too.
 *
 * @param all the outermost first
 */
@API(status = API.Status.INTERNAL, since = "0.1")
public record TestClasses(List<Class<?>> all) {

    /**
     * Which test is on, for those that know nothing of the framework that runs it. Belongs to the whole JVM since nothing
     * leads from an assertion to the extension of its test; threads that a test starts belong to it.
     */
    private static final InheritableThreadLocal<Running> RUNNING = new InheritableThreadLocal<>();

    /** A test that is on, or has been. */
    @API(status = API.Status.INTERNAL, since = "0.1")
    public static final class Running {

        private final TestClasses classes;
        private final @Nullable Running before;
        /** Threads that outlive the test go on with what they got from it. */
        private volatile boolean over;

        private Running(TestClasses classes, @Nullable Running before) {
            this.classes = classes;
            this.before = before;
        }

        /** The test is over; on its own thread. A test around it goes on. */
        public void end() {
            over = true;
            if (before == null) {
                RUNNING.remove();
            } else {
                RUNNING.set(before);
            }
        }
    }

    /** Copies the list. */
    public TestClasses {
        all = List.copyOf(all);
    }

    /** A test of these classes begins on this thread. */
    public static Running begin(List<Class<?>> all) {
        Running running = new Running(new TestClasses(all), RUNNING.get());
        RUNNING.set(running);
        return running;
    }

    /** Those of the test that is on; empty when nobody has said that one is. */
    public static Optional<TestClasses> running() {
        Running running = RUNNING.get();
        return running == null || running.over ? Optional.empty() : Optional.of(running.classes);
    }

    /** The one whose file holds the others, if they are not inherited. */
    public Class<?> outermost() {
        return all.get(0);
    }

    /** The one that has the test. */
    public Class<?> innermost() {
        return all.get(all.size() - 1);
    }

    /** {@code com.acme.OrderTest.WhenDeclined}. */
    public String name() {
        StringBuilder name = new StringBuilder(outermost().getName().replace('$', '.'));
        for (Class<?> nested : all.subList(1, all.size())) {
            name.append('.').append(nested.getSimpleName());
        }
        return name.toString();
    }

    /** {@code OrderTest.WhenDeclined}. */
    public String simpleName() {
        String packageName = outermost().getPackageName();
        return packageName.isEmpty() ? name() : name().substring(packageName.length() + 1);
    }
}
