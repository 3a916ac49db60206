package io.github.stepunit.mutation;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;
import org.junit.platform.commons.JUnitException;
import org.junit.platform.engine.DiscoverySelector;
import org.junit.platform.engine.Filter;
import org.junit.platform.engine.discovery.DiscoverySelectors;
import org.junit.platform.launcher.LauncherDiscoveryRequest;
import org.junit.platform.launcher.LauncherSession;
import org.junit.platform.launcher.core.LauncherConfig;
import org.junit.platform.launcher.core.LauncherDiscoveryRequestBuilder;
import org.junit.platform.launcher.core.LauncherFactory;

/** Runs tests in this JVM, one after the other, and gives those up that come to no end. */
final class TestRunner implements AutoCloseable {

    /**
     * One test at a time, and nothing that looks on: mutants must not be taken for the definition, by coverage or by AWS, and
     * nobody reads the pages of tests that should fail.
     */
    private static final Map<String, String> PARAMETERS = Map.of(
            "junit.jupiter.execution.parallel.enabled", "false",
            "stepunit.coverage.enabled", "false",
            "stepunit.failures.enabled", "false",
            "stepunit.oracle", "off");

    /** Read by StepUnit's assertions: no mutant's run is an example to compare others with. */
    private static final String SNAPSHOTS = "stepunit.snapshots";

    private final LauncherSession session = openSession();
    private final @Nullable String snapshots = System.setProperty(SNAPSHOTS, "never");
    private final ClassLoader classLoader;
    private final AtomicReference<@Nullable Thread> thread = new AtomicReference<>();
    private ExecutorService executor;

    TestRunner(ClassLoader classLoader) {
        this.classLoader = classLoader;
        this.executor = newExecutor();
    }

    private static LauncherSession openSession() {
        try {
            return LauncherFactory.openSession(LauncherConfig.builder()
                    .enableTestExecutionListenerAutoRegistration(false)
                    .build());
        } catch (JUnitException noEngine) {
            throw new MutationException("JUnit cannot run tests with this class path, which should have"
                    + " junit-jupiter-engine on it. JUnit says: " + noEngine.getMessage());
        }
    }

    private ExecutorService newExecutor() {
        return Executors.newSingleThreadExecutor(work -> {
            Thread made = new Thread(work, "stepunit-mutation");
            made.setDaemon(true);
            made.setContextClassLoader(classLoader);
            thread.set(made);
            return made;
        });
    }

    /** Runs all tests that are found. */
    void run(List<? extends DiscoverySelector> selectors, List<Filter<?>> filters, TestLog log, Watch watch) {
        run(request(selectors).filters(filters.toArray(Filter[]::new)).build(), log, watch, null);
    }

    /**
     * Runs tests and containers.
     *
     * @return whether they came to an end in time
     */
    boolean run(List<TestUnit> units, TestLog log, Watch watch, Duration limit) {
        return run(
                request(units.stream()
                                .map(TestUnit::id)
                                .map(DiscoverySelectors::selectUniqueId)
                                .toList())
                        .build(),
                log,
                watch,
                limit);
    }

    private static LauncherDiscoveryRequestBuilder request(List<? extends DiscoverySelector> selectors) {
        return LauncherDiscoveryRequestBuilder.request().selectors(selectors).configurationParameters(PARAMETERS);
    }

    private boolean run(LauncherDiscoveryRequest request, TestLog log, Watch watch, @Nullable Duration limit) {
        Watches.begin(watch);
        Future<?> running = executor.submit(() -> session.getLauncher().execute(request, log));
        try {
            if (limit == null) {
                running.get();
            } else {
                running.get(limit.toNanos(), TimeUnit.NANOSECONDS);
            }
            return true;
        } catch (TimeoutException tooLong) {
            giveUp();
            return false;
        } catch (ExecutionException failed) {
            throw new IllegalStateException("JUnit could not run the tests: " + failed.getCause(), failed.getCause());
        } catch (InterruptedException stop) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("The run was interrupted.", stop);
        } finally {
            Watches.end();
        }
    }

    /** What it starts or loads from now on ends it; what else it does cannot be ended. */
    private void giveUp() {
        Thread stuck = thread.get();
        if (stuck != null) {
            Watches.giveUp(stuck);
        }
        executor.shutdownNow();
        executor = newExecutor();
    }

    @Override
    public void close() {
        executor.shutdownNow();
        session.close();
        if (snapshots == null) {
            System.clearProperty(SNAPSHOTS);
        } else {
            System.setProperty(SNAPSHOTS, snapshots);
        }
    }
}
