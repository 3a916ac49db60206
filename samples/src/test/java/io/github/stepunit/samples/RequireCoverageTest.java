package io.github.stepunit.samples;

// #region test
import static io.github.stepunit.assertj.StepUnitAssertions.assertThat;

import io.github.stepunit.StateMachine;
import io.github.stepunit.junit5.RequireCoverage;
import io.github.stepunit.junit5.StepFunctionTest;
import io.github.stepunit.task.TaskMocks;
import org.junit.jupiter.api.Test;

@StepFunctionTest("statemachines/order.asl.json")
@RequireCoverage(states = 100, transitions = 80)
class RequireCoverageTest {

    @Test
    void a_throttled_charge_is_retried(StateMachine orders, TaskMocks tasks) {
        tasks.mock("Charge card")
                .fails("Lambda.TooManyRequestsException")
                .times(1)
                .thenReturns("{'receipt': 'r-1'}");
        tasks.mock("Ship").returns("{'MessageId': 'm-1'}");

        assertThat(orders.start("{'orderId': 42}")).hasSucceeded();
    }

    @Test
    void a_declined_card_is_told(StateMachine orders, TaskMocks tasks) {
        tasks.mock("Charge card").fails("CardDeclined");
        tasks.mock("Tell customer").returns("{'MessageId': 'm-1'}");

        assertThat(orders.start("{'orderId': 42}")).hasFailedWith("CardDeclined");
    }
}
// #endregion
