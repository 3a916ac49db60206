package io.github.stepunit.mutation;

import io.github.stepunit.Execution;
import io.github.stepunit.definition.StateMachineDefinition;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;

/** Puts a mutant in the place of its original, and keeps what the tests start. */
final class MutantWatch implements Watch {

    /** Enough to find what is different, and few enough for tests that start thousands. */
    private static final int MOST_KEPT = 20;

    private final String original;
    private final @Nullable StateMachineDefinition mutant;
    private final AtomicInteger replaced = new AtomicInteger();
    private final Map<String, Started> started = new HashMap<>();
    private TestLog log = newLog();

    /** The first executions that a test or container started itself, and how many there were. */
    private static final class Started {

        private final List<Execution> first = new ArrayList<>();
        private int count;
    }

    /**
     * @param original text of the definition that is replaced
     * @param mutant what it is replaced by; null to run it as it is
     */
    MutantWatch(String original, @Nullable StateMachineDefinition mutant) {
        this.original = original;
        this.mutant = mutant;
    }

    /** A log for the next run. */
    TestLog newLog() {
        log = new TestLog(test -> {});
        return log;
    }

    @Override
    public StateMachineDefinition replacementOf(StateMachineDefinition definition) {
        if (mutant == null || !definition.text().equals(original)) {
            return definition;
        }
        if (!log.failures().isEmpty()) {
            // All is known, and JUnit knows no way to stop.
            throw new Watches.GivenUpError();
        }
        replaced.incrementAndGet();
        return mutant;
    }

    @Override
    public void started(Execution execution) {
        TestUnit unit = log.current();
        synchronized (started) {
            Started own = started.computeIfAbsent(unit == null ? "" : unit.id(), id -> new Started());
            own.count++;
            if (own.first.size() < MOST_KEPT) {
                own.first.add(execution);
            }
        }
    }

    /** Whether any execution ran the mutant. */
    boolean hasReplaced() {
        return replaced.get() > 0;
    }

    /** How many executions a test has started itself. */
    int startedBy(TestUnit test) {
        synchronized (started) {
            Started own = started.get(test.id());
            return own == null ? 0 : own.count;
        }
    }

    /** The first executions that a test or container started itself. */
    List<Execution> executionsOf(TestUnit unit) {
        synchronized (started) {
            Started own = started.get(unit.id());
            return own == null ? List.of() : List.copyOf(own.first);
        }
    }
}
