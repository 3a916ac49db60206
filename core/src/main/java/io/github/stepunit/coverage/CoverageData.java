package io.github.stepunit.coverage;

import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.apiguardian.api.API;

/**
 * What was walked of every definition that was loaded.
 *
 * @param definitions sorted by place, name and hash
 */
@API(status = API.Status.EXPERIMENTAL, since = "0.1")
public record CoverageData(List<DefinitionCoverage> definitions) {

    /** Nothing. */
    public static final CoverageData EMPTY = new CoverageData(List.of());

    public CoverageData {
        definitions = List.copyOf(definitions);
    }

    /**
     * All of them together: hits and executions are added, tests united. Definitions are the same when their text is;
     * the order of the parts does not matter.
     */
    public static CoverageData merge(Collection<CoverageData> parts) {
        CoverageMerger merger = new CoverageMerger();
        parts.forEach(merger::add);
        return merger.merged();
    }

    /** The states of all definitions. */
    public Ratio states() {
        return definitions.stream().map(DefinitionCoverage::states).reduce(new Ratio(0, 0), Ratio::plus);
    }

    /** The transitions of all definitions. */
    public Ratio transitions() {
        return definitions.stream().map(DefinitionCoverage::transitions).reduce(new Ratio(0, 0), Ratio::plus);
    }

    /** All tests that walked anything, sorted. */
    public List<CoveringTest> tests() {
        Set<CoveringTest> tests = new HashSet<>();
        for (DefinitionCoverage definition : definitions) {
            for (ElementCoverage element : definition.elements()) {
                tests.addAll(element.tests());
            }
        }
        return List.copyOf(new TreeSet<>(tests));
    }
}
