package io.github.stepunit.samples;

// #region test
import static io.github.stepunit.assertj.StepUnitAssertions.assertThat;
import static java.time.Duration.ofSeconds;

import io.github.stepunit.Execution;
import io.github.stepunit.StateMachine;
import io.github.stepunit.junit5.MockTask;
import io.github.stepunit.junit5.StepFunctionTest;
import io.github.stepunit.task.TaskMock;
import org.junit.jupiter.api.Test;

@StepFunctionTest("statemachines/order.asl.json")
class OrderTest {

    @MockTask("Charge card")
    TaskMock charge;

    @Test
    void a_throttled_charge_is_retried_and_the_order_ships(StateMachine orders, @MockTask("Ship") TaskMock ship) {
        charge.fails("Lambda.TooManyRequestsException")
                .times(2)
                .thenReturns("{'receipt': 'r-1'}")
                .after(ofSeconds(5));
        ship.returns("{'MessageId': 'm-1'}");

        Execution execution = orders.start("{'orderId': 42}");

        assertThat(execution)
                .hasSucceeded()
                .hasPath("Charge card", "Ship")
                .hasOutput("{'orderId': 42, 'payment': {'receipt': 'r-1'}}")
                .took(ofSeconds(1 + 2 + 5));
        assertThat(execution).state("Charge card").wasAttempted(3).waitedBetweenAttempts(ofSeconds(1), ofSeconds(2));
    }

    @Test
    void a_declined_card_is_not_tried_again(StateMachine orders, @MockTask("sns:publish") TaskMock mail) {
        charge.fails("CardDeclined", "Insufficient funds");
        mail.returns("{'MessageId': 'm-1'}");

        Execution execution = orders.start("{'orderId': 42}");

        assertThat(execution).hasFailedWith("CardDeclined").hasNeverVisited("Ship");
        assertThat(execution).state("Tell customer").hasTaskInputAt("$.Message", "Order 42: your card was declined.");
    }
}
// #endregion
