package io.github.stepunit.mutation;

import io.github.stepunit.Execution;
import io.github.stepunit.ExecutionStuckException;
import io.github.stepunit.coverage.CoveringTest;
import io.github.stepunit.coverage.DefinitionCoverage;
import io.github.stepunit.definition.StateMachineDefinition;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Runs the tests that may notice a mutant until one does. */
final class MutantJudge {

    private static final int LONGEST_REASON = 400;
    private static final String ONLY_UNRELIABLE =
            "The tests that walk it fail when they are run alone, without any mutant, so that they can tell nothing of it.";

    /** Behind the unique id of a template. */
    private static final Pattern INVOCATION =
            Pattern.compile("(?<=\\[test-template:[^\\]]{1,2000}])/\\[test-template-invocation:.*");

    private final TestRunner runner;
    private final Baseline baseline;
    private final Duration limit;
    private final Map<String, Integer> kills = new HashMap<>();
    /** What tests do with the original when they are run alone; null for one that fails then. */
    private final Map<String, @Nullable List<Execution>> alone = new HashMap<>();

    MutantJudge(TestRunner runner, Baseline baseline, Duration limit) {
        this.runner = runner;
        this.baseline = baseline;
        this.limit = limit;
    }

    /** Names of tests that fail when they are run alone, and so cannot tell anything. */
    List<String> unreliable() {
        return alone.entrySet().stream()
                .filter(each -> each.getValue() == null)
                .map(each -> nameOf(each.getKey()))
                .sorted()
                .toList();
    }

    String nameOf(String test) {
        TestUnit unit = baseline.tests().get(test);
        return unit == null ? test : unit.name();
    }

    /** @param original the definition that was mutated */
    MutantResult judge(Mutant mutant, StateMachineDefinition original, DefinitionCoverage coverage) {
        List<String> tests = tests(mutant, coverage);
        if (tests.isEmpty()) {
            return walking(mutant, coverage).isEmpty()
                    ? MutantResult.of(mutant, MutantStatus.NO_COVERAGE, tests, 0, "")
                            .missing(MissingTests.notWalked(mutant, original, coverage))
                    : MutantResult.of(mutant, MutantStatus.RUNTIME_ERROR, tests, 0, ONLY_UNRELIABLE);
        }
        MutantWatch watch = new MutantWatch(original.text(), parsed(mutant, original, coverage));
        MutantResult noticed = noticed(mutant, tests, tests, Integer.MAX_VALUE, watch);
        if (noticed == null && !watch.hasReplaced()) {
            // An invocation of a template may need those before it, as those of a fault sweep do.
            noticed = noticed(mutant, tests, wholeTemplates(tests), Integer.MAX_VALUE, watch);
        }
        if (noticed != null) {
            return noticed;
        }
        if (!watch.hasReplaced()) {
            return MutantResult.of(mutant, MutantStatus.RUNTIME_ERROR, tests, tests.size(), notReplaced(coverage));
        }
        return MutantResult.of(mutant, MutantStatus.SURVIVED, tests, tests.size(), "")
                .missing(MissingTests.survived(mutant, tests, this, watch));
    }

    private static List<String> wholeTemplates(List<String> tests) {
        return tests.stream()
                .map(each -> INVOCATION.matcher(each).replaceFirst(""))
                .distinct()
                .toList();
    }

    /**
     * Runs the tests until one notices; null when none does.
     *
     * @param tests those that walk what was mutated
     * @param run what is run: they, or what they belong to
     * @param largest how many are run at once at most
     */
    private @Nullable MutantResult noticed(
            Mutant mutant, List<String> tests, List<String> run, int largest, MutantWatch watch) {
        for (int from = 0, size = 1; from < run.size(); from += size, size = Math.min(largest, next(from, size))) {
            List<String> batch = run.subList(from, Math.min(run.size(), from + size));
            TestLog log = watch.newLog();
            MutantResult result = null;
            if (runner.run(batch, log, watch, limit.multipliedBy(batch.size()))) {
                for (TestLog.Failure failure : log.failures()) {
                    result = result == null ? result(mutant, failure, tests, from + batch.size()) : result;
                }
            } else if (batch.size() > 1) {
                result = noticed(mutant, tests, batch, 1, watch);
            } else if (originalOf(batch.get(0)) != null) {
                result = MutantResult.of(mutant, MutantStatus.TIMEOUT, tests, from + 1, tooLong(batch.get(0)))
                        .killedBy(batch.get(0));
            }
            if (result != null) {
                return result;
            }
        }
        return null;
    }

    /** One test, then one, two, four: most mutants die early, and for the others few runs of many tests are quicker. */
    private static int next(int from, int size) {
        return from == 0 ? 1 : size * 2;
    }

    private static StateMachineDefinition parsed(
            Mutant mutant, StateMachineDefinition original, DefinitionCoverage coverage) {
        return StateMachineDefinition.parse(original.sourceMap().source(), mutant.definition(), coverage.type())
                .loadedWith(original.logicalIds(), original.notes());
    }

    /** Those that have killed most first, then the cheapest. */
    private List<String> tests(Mutant mutant, DefinitionCoverage coverage) {
        return walking(mutant, coverage).stream()
                .filter(each -> !alone.containsKey(each.id()) || alone.get(each.id()) != null)
                .sorted(Comparator.comparing((CoveringTest each) -> -kills.getOrDefault(each.id(), 0))
                        .thenComparing(baseline::cost)
                        .thenComparing(Comparator.naturalOrder()))
                .map(CoveringTest::id)
                .toList();
    }

    private static Set<CoveringTest> walking(Mutant mutant, DefinitionCoverage coverage) {
        Set<CoveringTest> walking = new TreeSet<>();
        coverage.elements().stream()
                .filter(each -> mutant.elements().contains(each.element().id()))
                .forEach(each -> walking.addAll(each.tests()));
        return walking;
    }

    /** Null when the test says nothing about the mutant: it fails without it, too. */
    private @Nullable MutantResult result(Mutant mutant, TestLog.Failure failure, List<String> tests, int run) {
        String id = failure.test().id();
        if (failure.cause() instanceof VirtualMachineError || failure.cause() instanceof LinkageError) {
            return MutantResult.of(mutant, MutantStatus.RUNTIME_ERROR, tests, run, reason(failure.cause()));
        }
        if (originalOf(id) == null) {
            return null;
        }
        kills.merge(id, 1, Integer::sum);
        MutantStatus status = isStuck(failure.cause()) ? MutantStatus.TIMEOUT : MutantStatus.KILLED;
        return MutantResult.of(mutant, status, tests, run, reason(failure.cause()))
                .killedBy(id);
    }

    private static boolean isStuck(Throwable failure) {
        for (@Nullable Throwable at = failure; at != null; at = at.getCause()) {
            if (at instanceof ExecutionStuckException) {
                return true;
            }
        }
        return false;
    }

    /** The first executions of a test that is run alone without any mutant; null when it fails then. */
    @Nullable
    List<Execution> originalOf(String test) {
        if (!alone.containsKey(test)) {
            MutantWatch watch = new MutantWatch("", null);
            TestLog log = watch.newLog();
            boolean passed = runner.run(List.of(test), log, watch, limit)
                    && log.failures().isEmpty();
            alone.put(test, passed ? new ArrayList<>(watch.executionsOf(test)) : null);
        }
        return alone.get(test);
    }

    private static String reason(Throwable failure) {
        String text = String.valueOf(failure.getMessage() == null ? failure : failure.getMessage())
                .strip();
        return text.length() <= LONGEST_REASON ? text : text.substring(0, LONGEST_REASON) + "…";
    }

    private String tooLong(String test) {
        return "After " + limit.toSeconds() + " s of real time " + nameOf(test) + " had not ended.";
    }

    private static String notReplaced(DefinitionCoverage coverage) {
        return "The tests no longer run " + coverage.place() + " as it was when they ran for the first time."
                + " Has it been edited since? Start again.";
    }
}
