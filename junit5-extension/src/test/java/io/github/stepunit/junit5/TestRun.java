package io.github.stepunit.junit5;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.platform.engine.discovery.DiscoverySelectors.selectClass;

import java.util.List;
import java.util.Map;
import org.junit.platform.engine.TestExecutionResult;
import org.junit.platform.testkit.engine.EngineExecutionResults;
import org.junit.platform.testkit.engine.EngineTestKit;
import org.junit.platform.testkit.engine.EventType;

/** Runs a fixture class in a JUnit engine of its own. */
record TestRun(EngineExecutionResults results) {

    static TestRun of(Class<?> testCase) {
        // A writer of pages is on the class path of these tests.
        return of(testCase, Map.of(FailurePages.ENABLED, "false"));
    }

    static TestRun of(Class<?> testCase, Map<String, String> configuration) {
        return new TestRun(EngineTestKit.engine("junit-jupiter")
                .selectors(selectClass(testCase))
                .configurationParameters(configuration)
                .execute());
    }

    /** As many tests passed, and nothing failed. */
    void succeeds(int tests) {
        assertThat(failures()).isEmpty();
        assertThat(results.testEvents().succeeded().count()).isEqualTo(tests);
    }

    /** What failed, tests and containers. */
    List<Throwable> failures() {
        return results.allEvents().stream()
                .filter(event -> event.getType() == EventType.FINISHED)
                .map(event -> event.getRequiredPayload(TestExecutionResult.class))
                .flatMap(result -> result.getThrowable().stream())
                .toList();
    }

    /** The first failure. */
    Throwable failure() {
        assertThat(failures()).isNotEmpty();
        return failures().get(0);
    }

    /** Its message. */
    String message() {
        return String.valueOf(failure().getMessage());
    }
}
