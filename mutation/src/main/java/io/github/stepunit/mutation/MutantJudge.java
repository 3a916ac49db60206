package io.github.stepunit.mutation;

import io.github.stepunit.ExecutionStuckException;
import io.github.stepunit.coverage.DefinitionCoverage;
import io.github.stepunit.definition.StateMachineDefinition;
import java.time.Duration;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Runs the tests that may notice a mutant until one does. */
final class MutantJudge {

    private static final int LONGEST_REASON = 400;
    private static final int FEW = 4;
    private static final String ONLY_UNRELIABLE =
            "The tests that walk it fail when they are run alone, without any mutant, so that they can tell nothing of it.";

    private final TestRunner runner;
    private final Baseline baseline;
    private final Originals originals;
    private final Duration limit;
    private final TestOrder order;
    /** What failed with a mutant and does so without one, too. */
    private final Set<TestUnit> unreliable = new LinkedHashSet<>();
    /** What passes, but starts fewer executions alone. */
    private final Set<TestUnit> dependent = new LinkedHashSet<>();

    MutantJudge(TestRunner runner, Baseline baseline, Duration limit) {
        this.runner = runner;
        this.baseline = baseline;
        this.originals = new Originals(runner, baseline, limit);
        this.order = new TestOrder(baseline);
        this.limit = limit;
    }

    /** What people should know of the tests. */
    List<String> problems() {
        List<String> failing = named(
                unreliable,
                " fails when it is run alone, without any mutant; what it says of mutants does not count."
                        + " Does it need what another test leaves behind?");
        List<String> passing = named(
                dependent,
                " starts fewer executions when it is run alone than among the others; what the others start is not there to"
                        + " be mutated. Do tests share an execution in a static field?");
        return Stream.concat(failing.stream(), passing.stream()).toList();
    }

    private static List<String> named(Set<TestUnit> tests, String what) {
        return tests.stream()
                .map(TestUnit::name)
                .sorted()
                .map(each -> each + what)
                .toList();
    }

    /** @param original the definition that was mutated */
    MutantResult judge(Mutant mutant, StateMachineDefinition original, DefinitionCoverage coverage) {
        Set<TestUnit> walking = baseline.testsThatWalk(mutant.elements(), coverage);
        if (walking.isEmpty()) {
            return MutantResult.of(mutant, MutantStatus.NO_COVERAGE, List.of(), 0, "")
                    .missing(MissingTests.notWalked(mutant, original, coverage));
        }
        List<TestUnit> tests = order.of(reliable(walking), mutant, coverage);
        List<String> ids = tests.stream().map(TestUnit::id).toList();
        if (tests.isEmpty()) {
            return MutantResult.of(mutant, MutantStatus.RUNTIME_ERROR, ids, 0, ONLY_UNRELIABLE);
        }
        MutantWatch watch = new MutantWatch(original.text(), mutant.parsed());
        List<TestUnit> toRun =
                tests.stream().map(originals::runnable).distinct().toList();
        Verdict verdict = noticed(toRun, watch);
        if (verdict != null) {
            return result(mutant, coverage, verdict, tests);
        }
        if (!watch.hasReplaced()) {
            return MutantResult.of(mutant, MutantStatus.RUNTIME_ERROR, ids, toRun.size(), notReplaced(coverage));
        }
        toRun.stream()
                .filter(each -> tests.contains(each) && originals.of(each) != null && !originals.areSameFor(each))
                .forEach(dependent::add);
        return MutantResult.of(mutant, MutantStatus.SURVIVED, ids, toRun.size(), "")
                .missing(MissingTests.survived(mutant, tests, originals, watch));
    }

    /**
     * What tests say of a mutant.
     *
     * @param status what became of it
     * @param ran the test, or the template, that was run
     * @param failed what failed: that, what is inside of it, or a container around it
     * @param reason the failure
     * @param testsRun how many ran until then
     */
    private record Verdict(MutantStatus status, TestUnit ran, TestUnit failed, String reason, int testsRun) {}

    /** Runs tests until one notices; null when none does. The likeliest alone, a few, all others: JUnit's runs cost, too. */
    private @Nullable Verdict noticed(List<TestUnit> toRun, MutantWatch watch) {
        int from = 0;
        while (from < toRun.size()) {
            int to = from == 0 ? 1 : from == 1 ? Math.min(toRun.size(), 1 + FEW) : toRun.size();
            Verdict verdict = noticed(toRun.subList(from, to), from, watch);
            if (verdict != null) {
                return verdict;
            }
            from = to;
        }
        return null;
    }

    /** @param before how many were run before */
    private @Nullable Verdict noticed(List<TestUnit> batch, int before, MutantWatch watch) {
        TestLog log = watch.newLog();
        if (!runner.run(batch, log, watch, limit.multipliedBy(batch.size()))) {
            return tooLong(batch, before, watch);
        }
        if (log.failures().isEmpty()) {
            return null;
        }
        Verdict verdict = verdict(log.failures().get(0), batch, before + batch.size());
        if (verdict != null) {
            return verdict;
        }
        // A failure that says nothing has ended those behind it.
        List<TestUnit> others =
                batch.stream().filter(each -> !unreliable.contains(each)).toList();
        return others.isEmpty() ? null : noticed(others, before + batch.size() - others.size(), watch);
    }

    private @Nullable Verdict tooLong(List<TestUnit> batch, int before, MutantWatch watch) {
        if (batch.size() == 1) {
            TestUnit test = batch.get(0);
            return isReliable(test) ? new Verdict(MutantStatus.TIMEOUT, test, test, tooLong(test), before + 1) : null;
        }
        for (int i = 0; i < batch.size(); i++) {
            Verdict verdict = noticed(List.of(batch.get(i)), before + i, watch);
            if (verdict != null) {
                return verdict;
            }
        }
        return null;
    }

    /** Null when the failure says nothing about the mutant: it is there without it, too. */
    private @Nullable Verdict verdict(TestLog.Failure failure, List<TestUnit> batch, int testsRun) {
        TestUnit failed = failure.test();
        TestUnit ran = batch.stream()
                .filter(each -> failed.isIn(each.id()) || each.isIn(failed.id()))
                .findFirst()
                .orElse(batch.get(0));
        String reason = reason(failure.cause());
        if (failure.cause() instanceof VirtualMachineError || failure.cause() instanceof LinkageError) {
            return new Verdict(MutantStatus.RUNTIME_ERROR, ran, failed, reason, testsRun);
        }
        if (!isReliable(ran)) {
            return null;
        }
        MutantStatus status = isStuck(failure.cause()) ? MutantStatus.TIMEOUT : MutantStatus.KILLED;
        return new Verdict(status, ran, failed, reason, testsRun);
    }

    private boolean isReliable(TestUnit ran) {
        if (originals.of(ran) == null) {
            unreliable.add(ran);
            return false;
        }
        return true;
    }

    /** A failure of a container, as in {@code @BeforeAll}, or of an invocation that is not there without the mutant, is that of a test. */
    private MutantResult result(Mutant mutant, DefinitionCoverage coverage, Verdict verdict, List<TestUnit> tests) {
        List<String> ids = tests.stream().map(TestUnit::id).toList();
        MutantResult result = MutantResult.of(mutant, verdict.status(), ids, verdict.testsRun(), verdict.reason());
        if (!verdict.status().isDetected()) {
            return result;
        }
        String killer = ids.contains(verdict.failed().id())
                ? verdict.failed().id()
                : tests.stream()
                        .filter(each -> each.isIn(verdict.ran().id()))
                        .findFirst()
                        .orElse(verdict.ran())
                        .id();
        order.noticed(mutant, coverage, killer);
        return result.killedBy(killer);
    }

    private List<TestUnit> reliable(Collection<TestUnit> tests) {
        return tests.stream()
                .filter(each -> unreliable.isEmpty() || !unreliable.contains(originals.runnable(each)))
                .toList();
    }

    private static boolean isStuck(Throwable failure) {
        for (@Nullable Throwable at = failure; at != null; at = at.getCause()) {
            if (at instanceof ExecutionStuckException) {
                return true;
            }
        }
        return false;
    }

    private static String reason(Throwable failure) {
        String text = String.valueOf(failure.getMessage() == null ? failure : failure.getMessage())
                .strip();
        return text.length() <= LONGEST_REASON ? text : text.substring(0, LONGEST_REASON) + "…";
    }

    private String tooLong(TestUnit test) {
        return "After " + limit.toSeconds() + " s of real time " + test.name() + " had not ended.";
    }

    private static String notReplaced(DefinitionCoverage coverage) {
        return "The tests no longer run " + coverage.place() + " as it was when they ran for the first time."
                + " Has it been edited since? Start again. Or is its execution in a static field, and started once for all?";
    }
}
