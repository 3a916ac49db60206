package io.github.stepunit.conformance;

import org.junit.jupiter.api.Test;

/** Every recorded answer of TestState, asked again of ours. */
class TestStateConformanceTest {

    @Test
    void single_states_do_what_they_did_on_aws() {
        SuiteResult.of(SuiteName.TESTSTATE).check();
    }
}
