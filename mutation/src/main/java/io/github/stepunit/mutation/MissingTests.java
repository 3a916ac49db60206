package io.github.stepunit.mutation;

import io.github.stepunit.Execution;
import io.github.stepunit.coverage.CoverageElement;
import io.github.stepunit.coverage.DefinitionCoverage;
import io.github.stepunit.coverage.ElementCoverage;
import io.github.stepunit.definition.StateMachineDefinition;
import io.github.stepunit.definition.StateMachineType;
import io.github.stepunit.skeleton.TestSkeleton;
import io.github.stepunit.skeleton.TestSkeletons;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Finds what would notice a mutant that no test noticed. */
final class MissingTests {

    /** Many mutants change what the same test walks: it is looked for once, and has the same name each time. */
    private final IdentityHashMap<StateMachineDefinition, Proposed> proposed = new IdentityHashMap<>();

    /**
     * What was proposed for a definition so far.
     *
     * @param tests by the element
     */
    private record Proposed(TestSkeletons skeletons, Map<CoverageElement, MissingTest> tests) {}

    /** The beginning of a test that walks what was changed. */
    MissingTest notWalked(Mutant mutant, StateMachineDefinition original, DefinitionCoverage coverage) {
        for (ElementCoverage each : coverage.elements()) {
            if (each.element().reachable()
                    && mutant.elements().contains(each.element().id())) {
                return proposed(each.element(), original, coverage.type());
            }
        }
        return new MissingTest("No test walks it. Once one does, assert:", mutant.assertion());
    }

    private MissingTest proposed(CoverageElement element, StateMachineDefinition definition, StateMachineType type) {
        Proposed known = proposed.computeIfAbsent(
                definition, each -> new Proposed(new TestSkeletons(each, type), new HashMap<>()));
        return known.tests()
                .computeIfAbsent(element, each -> missing(known.skeletons().of(each)));
    }

    private static MissingTest missing(TestSkeleton skeleton) {
        String what = skeleton.outcome() == TestSkeleton.Outcome.IMPOSSIBLE
                ? "No test walks it, and none can:"
                : "No test walks it. A test to begin with:";
        return new MissingTest(what, skeleton.method().strip());
    }

    /** The assertion that fails for the mutant and holds for the original, in the first test where there is one. */
    static MissingTest survived(Mutant mutant, List<TestUnit> tests, Originals originals, MutantWatch watch) {
        for (TestUnit test : tests) {
            MutantWatch original = originals.of(originals.runnable(test));
            // What its containers start, @BeforeAll for instance, is there for it, too.
            for (TestUnit unit = test; original != null && unit != null; unit = unit.parent()) {
                MissingTest found = difference(test, unit, original, watch);
                if (found != null) {
                    return found;
                }
            }
        }
        String which = tests.size() == 1
                ? "walks it with data that make no difference"
                : "and " + (tests.size() - 1) + " more walk it with data that make no difference";
        return new MissingTest(tests.get(0).name() + " " + which + ". With data that do, assert:", mutant.assertion());
    }

    private static @Nullable MissingTest difference(
            TestUnit test, TestUnit starter, MutantWatch original, MutantWatch mutant) {
        List<Execution> originals = original.executionsOf(starter);
        List<Execution> mutants = mutant.executionsOf(starter);
        for (int i = 0; i < Math.min(originals.size(), mutants.size()); i++) {
            String assertion = ExecutionDifference.assertion(originals.get(i), mutants.get(i));
            if (assertion != null) {
                String which = starter.equals(test)
                        ? originals.size() == 1 ? "" : ", for execution " + (i + 1) + " of it"
                        : ", for execution " + (i + 1) + " that " + starter.name() + " starts for all its tests";
                return new MissingTest("Add to " + test.name() + which + ":", assertion);
            }
        }
        return null;
    }
}
