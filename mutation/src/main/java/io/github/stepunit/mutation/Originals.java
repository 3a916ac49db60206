package io.github.stepunit.mutation;

import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What tests do with the definitions as they are when they are run alone, as they are run for mutants. */
final class Originals {

    private final TestRunner runner;
    private final Baseline baseline;
    private final Duration limit;
    /** What was seen of each that has been run alone; empty where it failed. */
    private final Map<String, Optional<MutantWatch>> alone = new HashMap<>();

    Originals(TestRunner runner, Baseline baseline, Duration limit) {
        this.runner = runner;
        this.baseline = baseline;
        this.limit = limit;
    }

    /** What it starts when it is run alone; null when it fails then. */
    @Nullable
    MutantWatch of(TestUnit unit) {
        Optional<MutantWatch> known = alone.get(unit.id());
        if (known == null) {
            MutantWatch watch = new MutantWatch("", null);
            TestLog log = watch.newLog();
            boolean passed = runner.run(List.of(unit), log, watch, limit)
                    && log.failures().isEmpty();
            known = passed ? Optional.of(watch) : Optional.empty();
            alone.put(unit.id(), known);
        }
        return known.orElse(null);
    }

    /** Whether it passes when it is run alone, and starts no fewer executions than among the others. */
    boolean areSameFor(TestUnit test) {
        MutantWatch seen = of(test);
        return seen != null && seen.startedBy(test) >= baseline.startedBy(test);
    }

    /**
     * What is to be run for a test: the test; or its whole template or factory when its invocation alone does not do what it
     * does after those before it, as those of a fault sweep, which is planned by its first run.
     */
    TestUnit runnable(TestUnit test) {
        TestUnit method = test.method();
        return method.equals(test) || areSameFor(test) ? test : method;
    }
}
