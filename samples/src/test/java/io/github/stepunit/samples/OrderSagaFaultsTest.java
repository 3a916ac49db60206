package io.github.stepunit.samples;

import static io.github.stepunit.assertj.StepUnitAssertions.assertThat;

import io.github.stepunit.Execution;
import io.github.stepunit.junit5.FaultSweep;
import io.github.stepunit.junit5.MockTask;
import io.github.stepunit.junit5.StepFunctionTest;
import io.github.stepunit.task.TaskMock;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;

/** Whatever goes wrong with whichever Task: nobody pays for what is not shipped. */
// #region test
@StepFunctionTest("statemachines/order-saga.asl.json")
class OrderSagaFaultsTest {

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

    final Set<String> charges = new HashSet<>();

    @BeforeEach
    void everything_works() {
        reserve.returns("{'reservationId': 's-1'}");
        charge.runs(order -> {
            // The bank takes the id of the order for its idempotency key.
            charges.add(order.path("orderId").asText());
            return Map.of("receipt", order.path("orderId").asText());
        });
        courier.returns("{'tracking': 't-1'}");
        invoice.succeeds();
        mail.succeeds();
        refund.runs(payment -> charges.remove(payment.path("receipt").asText()));
        release.succeeds();
    }

    @FaultSweep(input = "{'orderId': 'o-42', 'total': 99.5}")
    void every_charge_is_shipped_or_refunded(Execution execution) {
        if (!charges.isEmpty()) {
            assertThat(execution).hasSucceeded();
        }
    }
}
// #endregion
