package io.github.stepunit.samples;

import static io.github.stepunit.assertj.StepUnitAssertions.assertThat;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.Mockito.inOrder;
import static org.mockito.Mockito.never;
import static org.mockito.Mockito.verify;
import static org.mockito.Mockito.when;

import io.github.stepunit.Execution;
import io.github.stepunit.StateMachine;
import io.github.stepunit.junit5.MockTask;
import io.github.stepunit.junit5.StepFunctionTest;
import io.github.stepunit.task.TaskHandler;
import io.github.stepunit.task.TaskMock;
import io.github.stepunit.task.TaskOutcome;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.mockito.InOrder;

/** Tasks as Mockito mocks: of the team's own interfaces, and of StepUnit's. */
@StepFunctionTest("statemachines/order-saga.asl.json")
class MockitoTest {

    // #region interface
    interface Payments {

        Receipt charge(Charge charge);
    }

    record Charge(String orderId, double total) {}

    record Receipt(String receipt) {}

    static class CardDeclined extends RuntimeException {

        private static final long serialVersionUID = 1L;
    }

    @MockTask("Charge card")
    Payments payments;

    @MockTask("Book courier")
    TaskHandler courier;
    // #endregion

    @MockTask("refund-card")
    TaskHandler refund;

    @MockTask("release-stock")
    TaskHandler release;

    @BeforeEach
    void the_stock_is_there(
            @MockTask("Reserve stock") TaskMock reserve,
            @MockTask("Write invoice") TaskMock invoice,
            @MockTask("Mail invoice") TaskMock mail) {
        reserve.returns("{'reservationId': 's-1'}");
        invoice.returns("{}").always();
        mail.returns("{'MessageId': 'm-1'}").always();
    }

    // #region test
    @Test
    void the_card_is_charged_once(StateMachine saga) {
        when(payments.charge(any())).thenReturn(new Receipt("r-1"));
        when(courier.handle(any())).thenReturn(TaskOutcome.succeed("{'Payload': {'tracking': 't-1'}}"));

        Execution execution = saga.start("{'orderId': 'o-42', 'total': 99.5}");

        assertThat(execution).hasSucceeded();
        verify(payments).charge(new Charge("o-42", 99.5));
    }

    @Test
    void an_exception_is_the_error_of_the_task(StateMachine saga) {
        when(payments.charge(any())).thenThrow(new CardDeclined());
        when(release.handle(any())).thenReturn(TaskOutcome.succeed("{}"));

        Execution execution = saga.start("{'orderId': 'o-42', 'total': 99.5}");

        assertThat(execution).hasFailedWith(CardDeclined.class.getName());
        verify(courier, never()).handle(any());
    }

    @Test
    void the_card_is_refunded_before_the_stock_is_released(StateMachine saga) {
        when(payments.charge(any())).thenReturn(new Receipt("r-1"));
        when(courier.handle(any())).thenReturn(TaskOutcome.fail("NoCourier"));
        when(refund.handle(any())).thenReturn(TaskOutcome.succeed("{}"));
        when(release.handle(any())).thenReturn(TaskOutcome.succeed("{}"));

        saga.start("{'orderId': 'o-42', 'total': 99.5}");

        InOrder inOrder = inOrder(refund, release);
        inOrder.verify(refund).handle(any());
        inOrder.verify(release).handle(any());
    }
    // #endregion
}
