package io.github.stepunit.mutation;

import io.github.stepunit.Execution;
import io.github.stepunit.coverage.DefinitionCoverage;
import io.github.stepunit.coverage.ElementCoverage;
import io.github.stepunit.coverage.TestSkeletons;
import io.github.stepunit.definition.StateMachineDefinition;
import java.util.List;

/** Finds what would notice a mutant that no test noticed. */
final class MissingTests {

    private MissingTests() {}

    /** The beginning of a test that walks what was changed. */
    static MissingTest notWalked(Mutant mutant, StateMachineDefinition original, DefinitionCoverage coverage) {
        for (ElementCoverage each : coverage.elements()) {
            if (each.element().reachable()
                    && mutant.elements().contains(each.element().id())) {
                String method =
                        new TestSkeletons(original).of(each.element()).method().strip();
                return new MissingTest("No test walks it. A test to begin with:", method);
            }
        }
        return new MissingTest("No test walks it. Once one does, assert:", mutant.assertion());
    }

    /** The assertion that fails for the mutant and holds for the original, in the first test where there is one. */
    static MissingTest survived(Mutant mutant, List<String> tests, MutantJudge judge, MutantWatch watch) {
        for (String test : tests) {
            List<Execution> originals = judge.originalOf(test);
            List<Execution> mutants = watch.executionsOf(test);
            for (int i = 0; originals != null && i < Math.min(originals.size(), mutants.size()); i++) {
                String assertion = ExecutionDifference.assertion(originals.get(i), mutants.get(i));
                if (assertion != null) {
                    String which = originals.size() == 1 ? "" : ", for execution " + (i + 1) + " of it";
                    return new MissingTest("Add to " + judge.nameOf(test) + which + ":", assertion);
                }
            }
        }
        String which = tests.size() == 1
                ? "walks it with data that make no difference"
                : "and " + (tests.size() - 1) + " more walk it with data that make no difference";
        return new MissingTest(
                judge.nameOf(tests.get(0)) + " " + which + ". With data that do, assert:", mutant.assertion());
    }
}
