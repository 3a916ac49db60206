package io.github.stepunit.coverage;

import java.util.List;
import org.apiguardian.api.API;

/**
 * How often an element was walked, and by which tests.
 *
 * @param element the element
 * @param hits how often
 * @param tests the tests that walked it, sorted; executions outside of any test add hits only
 */
@API(status = API.Status.EXPERIMENTAL, since = "0.1")
public record ElementCoverage(CoverageElement element, long hits, List<CoveringTest> tests) {

    public ElementCoverage {
        tests = List.copyOf(tests);
    }

    /** Whether it was walked. */
    public boolean isCovered() {
        return hits > 0;
    }

    /** Whether it is something to be tested that no test has walked. */
    public boolean isMissing() {
        return hits == 0 && element.reachable();
    }
}
