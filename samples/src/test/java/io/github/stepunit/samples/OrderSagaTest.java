package io.github.stepunit.samples;

import static io.github.stepunit.assertj.StepUnitAssertions.assertThat;
import static java.time.Duration.ofSeconds;

import io.github.stepunit.Execution;
import io.github.stepunit.StateMachine;
import io.github.stepunit.junit5.MockTask;
import io.github.stepunit.junit5.StepFunctionTest;
import io.github.stepunit.task.TaskMock;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Every step of an order works at first; each test breaks one, and looks at what is undone. */
@StepFunctionTest("statemachines/order-saga.asl.json")
class OrderSagaTest {

    private static final String ORDER = "{'orderId': 'o-42', 'total': 99.5}";

    @MockTask("Reserve stock")
    TaskMock reserve;

    @MockTask("Charge card")
    TaskMock charge;

    @MockTask("Book courier")
    TaskMock courier;

    @MockTask("Write invoice")
    TaskMock invoice;

    @MockTask("Mail invoice")
    TaskMock mail;

    @MockTask("Refund card")
    TaskMock refund;

    @MockTask("Release stock")
    TaskMock release;

    @BeforeEach
    void everything_works() {
        reserve.returns("{'reservationId': 's-1'}").always();
        charge.returns("{'receipt': 'r-1'}").always();
        courier.returns("{'tracking': 't-1'}").after(ofSeconds(2)).always();
        invoice.returns("{}").after(ofSeconds(1)).always();
        mail.returns("{'MessageId': 'm-1'}").always();
        refund.returns("{}").always();
        release.returns("{}").always();
    }

    @Test
    void an_order_is_fulfilled(StateMachine saga) {
        Execution execution = saga.start(ORDER);

        assertThat(execution)
                .hasSucceeded()
                .hasPath("Reserve stock", "Charge card", "Fulfil", "Order complete")
                .hasOutputAt("$.shipment", Map.of("tracking", "t-1", "mail", "m-1"))
                .took(ofSeconds(2));
        // #region branch
        assertThat(execution).state("Fulfil").branch(1).hasPath("Write invoice", "Mail invoice");
        // #endregion
    }

    // #region retry
    @Test
    void a_throttled_charge_is_retried_with_growing_waits(StateMachine saga) {
        charge.fails("Lambda.TooManyRequestsException").times(4).thenReturns("{'receipt': 'r-1'}");

        Execution execution = saga.start(ORDER);

        assertThat(execution).hasSucceeded();
        assertThat(execution)
                .state("Charge card")
                .wasAttempted(5)
                .waitedBetweenAttempts(ofSeconds(1), ofSeconds(2), ofSeconds(4), ofSeconds(5));
    }
    // #endregion

    @Test
    void a_charge_that_hangs_is_tried_again(StateMachine saga) {
        charge.neverAnswers().times(1).thenReturns("{'receipt': 'r-1'}");

        Execution execution = saga.start(ORDER);

        assertThat(execution).hasSucceeded().took(ofSeconds(30 + 1 + 2));
    }

    @Test
    void a_declined_card_is_not_tried_again_and_the_stock_released(StateMachine saga) {
        charge.fails("CardDeclined", "Insufficient funds");

        Execution execution = saga.start(ORDER);

        assertThat(execution)
                .hasFailedWith("CardDeclined", "Insufficient funds")
                .hasPath("Reserve stock", "Charge card", "Release stock", "Order failed");
        assertThat(execution).state("Charge card").wasAttempted(1);
    }

    // #region compensation
    @Test
    void without_a_courier_everything_is_undone_in_reverse_order(StateMachine saga) {
        courier.fails("NoCourier", "Nobody drives to the moon").after(ofSeconds(2));

        Execution execution = saga.start(ORDER);

        assertThat(execution)
                .hasFailedWith("NoCourier", "Nobody drives to the moon")
                .hasVisitedInOrder("Reserve stock", "Charge card", "Fulfil")
                .hasVisitedInOrder("Fulfil", "Refund card", "Release stock", "Order failed");
        assertThat(execution).state("Refund card").hasInputAt("$.payment.receipt", "r-1");
    }
    // #endregion

    @Test
    void a_branch_that_fails_stops_the_other(StateMachine saga) {
        invoice.fails("DynamoDB.ResourceNotFoundException").after(ofSeconds(1));

        Execution execution = saga.start(ORDER);

        assertThat(execution)
                .hasFailedWith("DynamoDB.ResourceNotFoundException")
                .took(ofSeconds(1));
        assertThat(execution).state("Fulfil").branch(0).wasAborted();
        assertThat(execution).hasNeverVisited("Mail invoice");
    }

    @Test
    void a_refund_is_tried_until_it_works(StateMachine saga) {
        courier.fails("NoCourier");
        refund.fails("Bank.Closed").times(3).thenReturns("{}");

        Execution execution = saga.start(ORDER);

        assertThat(execution).state("Refund card").waitedBetweenAttempts(ofSeconds(10), ofSeconds(30), ofSeconds(90));
        assertThat(execution).hasFailedWith("NoCourier").hasVisited("Release stock");
    }
}
