package io.github.stepunit.contract.coverage;

import io.github.stepunit.coverage.CoverageElement;
import io.github.stepunit.coverage.CoveringTest;
import java.util.List;
import org.apiguardian.api.API;

/**
 * Something in a definition, and who walks it.
 *
 * @param element a state or transition
 * @param executions the executions of production that walk it, sorted by name
 * @param tests the tests that walk it, sorted by name
 */
@API(status = API.Status.EXPERIMENTAL, since = "0.1")
public record WalkedElement(CoverageElement element, List<CoveringTest> executions, List<CoveringTest> tests) {

    public WalkedElement {
        executions = List.copyOf(executions);
        tests = List.copyOf(tests);
    }
}
