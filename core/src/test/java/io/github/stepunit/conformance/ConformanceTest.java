package io.github.stepunit.conformance;

import org.junit.jupiter.api.Test;

/** Every recorded execution, run again by the interpreter with the recorded answers of the services. */
class ConformanceTest {

    @Test
    void executions_go_as_they_went_on_aws() {
        SuiteResult executions = SuiteResult.of(SuiteName.CASES);
        // The first line of the summary is the suite's own, which check prints.
        new ConformanceReport(executions.results()).summary().stream().skip(1).forEach(System.out::println);
        executions.check();
    }
}
