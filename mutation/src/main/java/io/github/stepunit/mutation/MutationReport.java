package io.github.stepunit.mutation;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/**
 * What became of all mutants.
 *
 * @param definitions by place and name
 * @param tests the tests that ran a machine, by their id
 * @param generated how many mutants there are
 * @param run how many of them were run
 * @param seed by which they were chosen when not all were
 * @param problems what people should know about the result
 */
record MutationReport(
        List<DefinitionResult> definitions,
        List<TestUnit> tests,
        int generated,
        int run,
        long seed,
        List<String> problems) {

    MutationReport {
        definitions = List.copyOf(definitions);
        tests = List.copyOf(tests);
        problems = List.copyOf(problems);
    }

    /** What people should know of the figures before they trust them. */
    List<String> notes() {
        List<String> notes = new ArrayList<>();
        if (run < generated) {
            notes.add("Sampled: " + run + " of " + generated + " mutants, drawn with seed " + seed + ".");
        }
        long errors = count(MutantStatus.RUNTIME_ERROR);
        if (errors > 0) {
            notes.add(Counted.of(errors, "mutant") + " could not be run and " + (errors == 1 ? "does" : "do")
                    + " not count.");
        }
        notes.addAll(problems);
        return notes;
    }

    Stream<MutantResult> mutants() {
        return definitions.stream().flatMap(each -> each.mutants().stream());
    }

    long count(MutantStatus status) {
        return mutants().filter(each -> each.status() == status).count();
    }

    MutationScore score() {
        return MutationScore.of(mutants().map(MutantResult::status).toList());
    }
}
