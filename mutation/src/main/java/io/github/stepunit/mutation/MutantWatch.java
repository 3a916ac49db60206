package io.github.stepunit.mutation;

import io.github.stepunit.Execution;
import io.github.stepunit.definition.StateMachineDefinition;
import java.util.ArrayList;
import java.util.LinkedHashMap;
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
    private final Map<String, List<Execution>> executions = new LinkedHashMap<>();
    private TestLog log = newLog();

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
        replaced.incrementAndGet();
        return mutant;
    }

    @Override
    public void started(Execution execution) {
        TestUnit test = log.current();
        synchronized (executions) {
            List<Execution> kept = executions.computeIfAbsent(test == null ? "" : test.id(), id -> new ArrayList<>());
            if (kept.size() < MOST_KEPT) {
                kept.add(execution);
            }
        }
    }

    /** Whether any execution ran the mutant. */
    boolean hasReplaced() {
        return replaced.get() > 0;
    }

    /** The first executions that a test started. */
    List<Execution> executionsOf(String test) {
        synchronized (executions) {
            return List.copyOf(executions.getOrDefault(test, List.of()));
        }
    }
}
