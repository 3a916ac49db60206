package io.github.stepunit.samples;

import static io.github.stepunit.assertj.StepUnitAssertions.assertThat;

import io.github.stepunit.Execution;
import io.github.stepunit.junit5.MockConfig;
import io.github.stepunit.junit5.StepFunctionTest;

/** The mock configuration of Step Functions Local as JUnit tests. */
// #region all
@StepFunctionTest("statemachines/order.asl.json")
class MockConfigTest {

    @MockConfig(value = "statemachines/MockConfigFile.json", input = "{'orderId': 42}")
    void every_test_case_ends_well(Execution execution) {
        assertThat(execution).hasSucceeded();
    }

    @MockConfig(value = "statemachines/MockConfigFile.json", cases = "RetryPath", input = "{'orderId': 42}")
    void the_card_is_charged_again(Execution execution) {
        assertThat(execution).state("Charge card").wasAttempted(3);
    }
}
// #endregion
