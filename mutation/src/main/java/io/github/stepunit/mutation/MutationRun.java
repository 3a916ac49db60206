package io.github.stepunit.mutation;

import io.github.stepunit.coverage.CoverageData;
import io.github.stepunit.coverage.DefinitionCoverage;
import io.github.stepunit.definition.InvalidDefinitionException;
import io.github.stepunit.definition.StateMachineDefinition;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** The whole of it: runs the tests once to see who walks what, and then against each mutant. */
final class MutationRun {

    private static final int MOST_FAILURES = 10;

    private final MutationSettings settings;
    private final Progress progress;
    private final List<String> problems = new ArrayList<>();

    MutationRun(MutationSettings settings, Progress progress) {
        this.settings = settings;
        this.progress = progress;
    }

    /** @throws MutationException when the tests cannot judge anything */
    MutationReport run(ClassLoader classLoader) {
        try (TestRunner runner = new TestRunner(classLoader)) {
            Baseline baseline = new Baseline();
            progress.testsBegin();
            runner.run(settings.tests(), settings.testFilters(), baseline.log(), baseline);
            check(baseline.log());
            CoverageData coverage = baseline.coverage(settings.module());
            Map<DefinitionCoverage, List<Mutant>> mutants = mutants(baseline, coverage);
            int all = mutants.values().stream().mapToInt(List::size).sum();
            List<Boolean> chosen = chosen(all);
            int toRun = Collections.frequency(chosen, true);
            progress.mutantsBegin(
                    baseline.log().finished().size(), baseline.tests().size(), mutants.size(), all, toRun);
            MutantJudge judge = new MutantJudge(runner, baseline, settings.limit());
            List<DefinitionResult> results = judged(judge, baseline, mutants, chosen);
            problems.addAll(judge.problems());
            progress.end();
            return new MutationReport(results, List.copyOf(baseline.tests()), all, toRun, settings.seed(), problems);
        }
    }

    private static void check(TestLog log) {
        if (!log.failures().isEmpty()) {
            String list = log.failures().stream()
                    .limit(MOST_FAILURES)
                    .map(each -> "\n  " + each.test().name() + ": " + firstLine(each.cause()))
                    .collect(Collectors.joining());
            int more = log.failures().size() - MOST_FAILURES;
            throw new MutationException(
                    Counted.of(log.failures().size(), "test") + (log.failures().size() == 1 ? " fails" : " fail")
                            + " without any mutant. Mend or exclude first:" + list
                            + (more > 0 ? "\n  … and " + more + " more" : ""));
        }
        if (log.finished().isEmpty()) {
            throw new MutationException("No test was found. Are the test classes on the class path, named like tests"
                    + " (--include-classes), and is the test engine (junit-jupiter-engine) there, too?");
        }
    }

    private static String firstLine(Throwable failure) {
        return String.valueOf(failure.getMessage() == null ? failure : failure.getMessage())
                .strip()
                .lines()
                .findFirst()
                .orElse(failure.getClass().getName());
    }

    private Map<DefinitionCoverage, List<Mutant>> mutants(Baseline baseline, CoverageData coverage) {
        if (coverage.definitions().isEmpty()) {
            throw new MutationException("The tests loaded no state machine: there is nothing to mutate.");
        }
        Map<DefinitionCoverage, List<Mutant>> mutants = new LinkedHashMap<>();
        for (DefinitionCoverage each : coverage.definitions()) {
            StateMachineDefinition definition = baseline.definition(each.text());
            if (definition != null && settings.includesDefinition(each.name(), each.place(), each.source())) {
                try {
                    mutants.put(each, Mutants.of(definition, each.type(), settings::includes));
                } catch (InvalidDefinitionException notAlone) {
                    // What was loaded from another form may not be what its text says when read alone.
                    problems.add(each.place() + " is left out: " + notAlone.getMessage());
                }
            }
        }
        if (mutants.isEmpty()) {
            throw new MutationException("None of the state machines that the tests load is wanted. They load: "
                    + coverage.definitions().stream()
                            .map(each -> each.name() + " (" + each.place() + ")")
                            .collect(Collectors.joining(", "))
                    + ".");
        }
        if (settings.isSelective() && mutants.values().stream().allMatch(List::isEmpty)) {
            throw new MutationException(
                    "None of the states and kinds of change that are wanted is there. The states are: "
                            + mutants.keySet().stream()
                                    .map(each -> Objects.requireNonNull(baseline.definition(each.text()), "definition"))
                                    .flatMap(each -> each.graph().stateNames().stream())
                                    .distinct()
                                    .collect(Collectors.joining(", "))
                            + ".");
        }
        return mutants;
    }

    /** Which of the mutants are run: all, or as many as allowed, drawn by the seed. */
    private List<Boolean> chosen(int all) {
        BitSet chosen = new BitSet(all);
        List<Integer> numbers = new ArrayList<>(IntStream.range(0, all).boxed().toList());
        if (all > settings.maxMutants()) {
            Collections.shuffle(numbers, new Random(settings.seed()));
        }
        numbers.stream().limit(settings.maxMutants()).forEach(chosen::set);
        return IntStream.range(0, all).mapToObj(chosen::get).toList();
    }

    private List<DefinitionResult> judged(
            MutantJudge judge, Baseline baseline, Map<DefinitionCoverage, List<Mutant>> mutants, List<Boolean> chosen) {
        List<DefinitionResult> results = new ArrayList<>();
        int number = 0;
        for (Map.Entry<DefinitionCoverage, List<Mutant>> entry : mutants.entrySet()) {
            DefinitionCoverage coverage = entry.getKey();
            StateMachineDefinition definition =
                    Objects.requireNonNull(baseline.definition(coverage.text()), "definition");
            List<MutantResult> judged = new ArrayList<>();
            for (Mutant mutant : entry.getValue()) {
                if (chosen.get(number++)) {
                    MutantResult result = judge.judge(mutant, definition, coverage);
                    judged.add(result);
                    progress.judged(result.status());
                }
            }
            results.add(new DefinitionResult(coverage, judged));
        }
        return results;
    }
}
