package io.github.stepunit.mutation;

import io.github.stepunit.coverage.DefinitionCoverage;
import io.github.stepunit.definition.StateMachineDefinition;
import io.github.stepunit.mutation.MutantTrial.Verdict;
import java.time.Duration;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/** Runs the tests that may notice a mutant until one does. */
final class MutantJudge {

    private static final String ONLY_UNRELIABLE =
            "The tests that walk it fail when they are run alone, without any mutant, so that they can tell nothing of it.";

    private final Baseline baseline;
    private final Originals originals;
    private final MutantTrial trial;
    private final TestOrder order;
    private final MissingTests missing = new MissingTests();
    /** What passes, but starts fewer executions alone. */
    private final Set<TestUnit> dependent = new LinkedHashSet<>();

    MutantJudge(TestRunner runner, Baseline baseline, Duration limit) {
        this.baseline = baseline;
        this.originals = new Originals(runner, baseline, limit);
        this.trial = new MutantTrial(runner, originals, limit);
        this.order = new TestOrder(baseline, originals);
    }

    /** What people should know of the tests. */
    List<String> problems() {
        List<String> failing = named(
                trial.unreliable(),
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
                    .missing(missing.notWalked(mutant, original, coverage));
        }
        List<TestUnit> tests = order.of(reliable(walking), mutant, coverage);
        List<String> ids = tests.stream().map(TestUnit::id).toList();
        if (tests.isEmpty()) {
            return MutantResult.of(mutant, MutantStatus.RUNTIME_ERROR, ids, 0, ONLY_UNRELIABLE);
        }
        MutantWatch watch = new MutantWatch(original.text(), mutant.parsed());
        List<TestUnit> toRun =
                tests.stream().map(originals::runnable).distinct().toList();
        Verdict verdict = trial.of(toRun, watch);
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

    /** What failed may be a container, as in {@code @BeforeAll}, or be there with the mutant only: then it is a test's. */
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
        Set<TestUnit> unreliable = trial.unreliable();
        return tests.stream()
                .filter(each -> unreliable.isEmpty() || !unreliable.contains(originals.runnable(each)))
                .toList();
    }

    private static String notReplaced(DefinitionCoverage coverage) {
        return "The tests no longer run " + coverage.place() + " as it was when they ran for the first time."
                + " Has it been edited since? Start again. Or is its execution in a static field, and started once for all?";
    }
}
