package io.github.stepunit.junit5;

import static org.junit.platform.engine.discovery.DiscoverySelectors.selectClass;

import java.util.Map;
import org.junit.platform.engine.TestExecutionResult;
import org.junit.platform.testkit.engine.EngineExecutionResults;
import org.junit.platform.testkit.engine.EngineTestKit;
import org.junit.platform.testkit.engine.EventType;

/** Runs a fixture class in a JUnit engine of its own. */
record TestRun(EngineExecutionResults results) {

    static TestRun of(Class<?> testCase) {
        return of(testCase, Map.of());
    }

    static TestRun of(Class<?> testCase, Map<String, String> configuration) {
        return new TestRun(EngineTestKit.engine("junit-jupiter")
                .selectors(selectClass(testCase))
                .configurationParameters(configuration)
                .execute());
    }

    void succeeds(int tests) {
        results.testEvents().assertStatistics(stats -> stats.finished(tests).succeeded(tests));
        results.containerEvents().assertStatistics(stats -> stats.failed(0));
    }

    /** The failure of the one test that fails. */
    Throwable failure() {
        return results.allEvents().stream()
                .filter(event -> event.getType() == EventType.FINISHED)
                .map(event -> event.getRequiredPayload(TestExecutionResult.class))
                .flatMap(result -> result.getThrowable().stream())
                .findFirst()
                .orElseThrow(() -> new AssertionError("No test failed."));
    }

    String message() {
        return String.valueOf(failure().getMessage());
    }
}
