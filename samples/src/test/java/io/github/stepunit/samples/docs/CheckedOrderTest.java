package io.github.stepunit.samples.docs;

import static io.github.stepunit.assertj.StepUnitAssertions.assertThat;

import io.github.stepunit.StateMachine;
import io.github.stepunit.contract.junit5.CheckedAgainstServiceModels;
import io.github.stepunit.junit5.MockTask;
import io.github.stepunit.junit5.StepFunctionTest;
import io.github.stepunit.task.TaskMock;
import org.junit.jupiter.api.Test;

/** A snippet of docs/contract.md. */
// #region checked
@StepFunctionTest("statemachines/order.asl.json")
@CheckedAgainstServiceModels
class CheckedOrderTest {

    @MockTask("Charge card")
    TaskMock charge;

    @MockTask("Ship")
    TaskMock ship;

    @Test
    void ships_what_is_paid(StateMachine orders) {
        charge.returns("{'receipt': 'r-1'}");
        ship.returns("{'MessageId': 'm-1'}"); // MessageID would fail the test

        assertThat(orders.start("{'orderId': 42}")).hasSucceeded();
    }
}
// #endregion
