package io.github.stepunit.conformance;

import org.junit.jupiter.api.Test;

/** Every mock configuration file of Step Functions Local, against the execution that it stands for. */
class MockedConformanceTest {

    @Test
    void mock_configuration_files_give_the_executions_that_aws_gave() {
        SuiteResult.of(SuiteName.MOCKED).check();
    }
}
