package io.github.stepunit.junit5;

import io.github.stepunit.Execution;
import io.github.stepunit.StateMachine;
import io.github.stepunit.StateMachineObserver;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;
import org.apiguardian.api.API;

/** Hands what happens in this JVM to the test run that is on. For {@link java.util.ServiceLoader}. */
@API(status = API.Status.INTERNAL, since = "0.1")
public final class CoverageObserver implements StateMachineObserver {

    /**
     * The test runs that are on, the innermost last. The one thing that belongs to the whole JVM: the launcher makes its
     * listeners, the core its observers, and neither knows of the other.
     */
    private static final List<CoverageGatherer> RUNNING = new CopyOnWriteArrayList<>();

    /** For {@link java.util.ServiceLoader}. */
    public CoverageObserver() {}

    static void add(CoverageGatherer gatherer) {
        RUNNING.add(gatherer);
    }

    static void remove(CoverageGatherer gatherer) {
        RUNNING.remove(gatherer);
    }

    @Override
    public void loaded(StateMachine machine) {
        tell(gatherer -> gatherer.loaded(machine));
    }

    @Override
    public void started(Execution execution) {
        tell(gatherer -> gatherer.started(execution));
    }

    /** Tests of a test framework run tests within tests: theirs are those of the innermost run. */
    private static void tell(Consumer<CoverageGatherer> message) {
        CoverageGatherer innermost = null;
        for (CoverageGatherer each : RUNNING) {
            innermost = each;
        }
        if (innermost != null) {
            message.accept(innermost);
        }
    }
}
