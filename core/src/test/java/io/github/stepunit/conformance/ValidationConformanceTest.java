package io.github.stepunit.conformance;

import org.junit.jupiter.api.Test;

/** Every definition that AWS was recorded to accept or refuse. */
class ValidationConformanceTest {

    @Test
    void definitions_are_refused_as_aws_refused_them() {
        SuiteResult.of(SuiteName.VALIDATION).check();
    }
}
