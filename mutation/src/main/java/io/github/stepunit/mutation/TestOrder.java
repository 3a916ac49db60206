package io.github.stepunit.mutation;

import io.github.stepunit.coverage.DefinitionCoverage;
import io.github.stepunit.coverage.ElementCoverage;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Which test is run first: the one that is most likely to notice. The same each time for the same tests and mutants. */
final class TestOrder {

    /**
     * A state of a definition.
     *
     * @param definition hash of the definition
     * @param place JSON Pointer of the state
     */
    private record State(String definition, String place) {}

    private final Baseline baseline;
    private final Originals originals;
    private final Map<State, Map<String, Double>> focus = new HashMap<>();
    private final Map<State, Map<String, Integer>> killsOfState = new HashMap<>();
    private final Map<String, Integer> kills = new HashMap<>();

    TestOrder(Baseline baseline, Originals originals) {
        this.baseline = baseline;
        this.originals = originals;
    }

    /**
     * Those first that have noticed mutants of the same state, then those that are about the state, then the cheapest. What
     * needs its whole template comes behind what runs alone: a fault sweep is hundreds of runs.
     */
    List<TestUnit> of(Collection<TestUnit> tests, Mutant mutant, DefinitionCoverage coverage) {
        State state = new State(coverage.hash(), mutant.place());
        Map<String, Integer> killsHere = killsOfState.getOrDefault(state, Map.of());
        Map<String, Double> focusHere = focus.computeIfAbsent(state, each -> focus(each.place(), coverage));
        return tests.stream()
                .sorted(Comparator.comparing((TestUnit each) -> -killsHere.getOrDefault(each.id(), 0))
                        .thenComparing(each -> !originals.runnable(each).equals(each))
                        .thenComparing(each -> -focusHere.getOrDefault(each.id(), 0.0))
                        .thenComparing(each -> -kills.getOrDefault(each.id(), 0))
                        .thenComparing(baseline::cost)
                        .thenComparing(TestUnit::name)
                        .thenComparing(TestUnit::id))
                .toList();
    }

    /** A test has noticed a mutant. */
    void noticed(Mutant mutant, DefinitionCoverage coverage, String test) {
        killsOfState
                .computeIfAbsent(new State(coverage.hash(), mutant.place()), each -> new HashMap<>())
                .merge(test, 1, Integer::sum);
        kills.merge(test, 1, Integer::sum);
    }

    /** By test: it is about a state when it walks what few others walk there, the catcher for instance. */
    private Map<String, Double> focus(String place, DefinitionCoverage coverage) {
        Map<String, Double> found = new HashMap<>();
        for (ElementCoverage each : coverage.elements()) {
            String id = each.element().id();
            if (id.equals(place) || id.startsWith(place + "/") || id.startsWith(place + "#")) {
                Set<TestUnit> walking = baseline.testsThatWalk(List.of(id), coverage);
                walking.forEach(test -> found.merge(test.id(), 1.0 / walking.size(), Double::sum));
            }
        }
        return found;
    }
}
