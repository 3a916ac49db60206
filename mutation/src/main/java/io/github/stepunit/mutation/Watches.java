package io.github.stepunit.mutation;

import java.util.Collections;
import java.util.Set;
import java.util.WeakHashMap;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;

/**
 * The one thing that belongs to the whole JVM: the service loader makes the observer and the replacement, the command line
 * makes the runner, and neither knows of the other.
 */
final class Watches {

    private static final AtomicReference<@Nullable Watch> CURRENT = new AtomicReference<>();

    /** Threads of tests that were given up, and may still be running. */
    private static final Set<Thread> GIVEN_UP =
            Collections.synchronizedSet(Collections.newSetFromMap(new WeakHashMap<>()));

    private Watches() {}

    static void begin(Watch watch) {
        CURRENT.set(watch);
    }

    static void end() {
        CURRENT.set(null);
    }

    static void giveUp(Thread thread) {
        GIVEN_UP.add(thread);
    }

    /** Null when no tests are run by this tool. */
    static @Nullable Watch current() {
        Watch watch = CURRENT.get();
        if (watch != null && GIVEN_UP.contains(Thread.currentThread())) {
            throw new GivenUpError();
        }
        return watch;
    }

    /** Ends a test that need not go on. No exception, since tests catch those. */
    static final class GivenUpError extends Error {

        private static final long serialVersionUID = 1L;

        GivenUpError() {
            super("The test was ended: it took too long, or another one has noticed the mutant.", null, false, false);
        }
    }
}
