package io.github.stepunit.samples;

import static io.github.stepunit.assertj.StepUnitAssertions.assertThat;
import static java.time.Duration.ofMillis;
import static java.time.Duration.ofSeconds;

import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestHandler;
import io.github.stepunit.Execution;
import io.github.stepunit.StateMachine;
import io.github.stepunit.junit5.MockTask;
import io.github.stepunit.junit5.StepFunctionTest;
import io.github.stepunit.lambda.LambdaClock;
import io.github.stepunit.lambda.LambdaFunction;
import io.github.stepunit.task.TaskMock;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

/** The state machine together with the Lambda functions that it calls, without AWS. */
class LambdaFunctionsTest {

    // #region function
    record Order(int orderId, double total) {}

    record Receipt(String receipt) {}

    interface Payments {
        Receipt charge(Order order);
    }

    static class CardDeclined extends RuntimeException {

        private static final long serialVersionUID = 1L;

        CardDeclined(String message) {
            super(message);
        }
    }

    static class ChargeHandler implements RequestHandler<Order, Receipt> {

        private final Payments payments;

        ChargeHandler(Payments payments) {
            this.payments = payments;
        }

        @Override
        public Receipt handleRequest(Order order, Context context) {
            context.getLogger().log("charging " + order.orderId());
            return payments.charge(order);
        }
    }
    // #endregion

    // #region field
    @Nested
    @StepFunctionTest("statemachines/order.asl.json")
    class WithItsFunction {

        @MockTask("Charge card")
        final ChargeHandler charge = new ChargeHandler(this::pay);

        @MockTask("Ship")
        TaskMock ship;

        Receipt pay(Order order) {
            if (order.total() > 100) {
                throw new CardDeclined("No funds");
            }
            return new Receipt("r-" + order.orderId());
        }

        @Test
        void an_order_is_charged_and_shipped(StateMachine orders) {
            ship.succeeds();

            Execution execution = orders.start("{'orderId': 42, 'total': 99.5}");

            assertThat(execution).hasSucceeded().hasOutputAt("$.payment.receipt", "r-42");
        }

        @Test
        void what_the_function_throws_is_not_what_the_definition_catches(StateMachine orders) {
            Execution execution = orders.start("{'orderId': 42, 'total': 100.5}");

            // Lambda's Java runtime reports the full name of the class; the Catch says CardDeclined.
            assertThat(execution).hasFailedWith(CardDeclined.class.getName());
            assertThat(execution).hasNeverVisited("Tell customer");
        }
    }
    // #endregion

    @Nested
    @StepFunctionTest("statemachines/order.asl.json")
    class InTime {

        @BeforeEach
        void shipping_works(@MockTask("Ship") TaskMock ship) {
            ship.succeeds().always();
        }

        // #region timeout
        @Test
        void a_function_that_takes_longer_than_its_timeout(
                StateMachine orders, @MockTask("Charge card") TaskMock charge) {
            ChargeHandler handler = new ChargeHandler(order -> new Receipt("r-1"));
            charge.answers(LambdaFunction.of(handler).withTimeout(ofSeconds(10)))
                    .after(ofSeconds(12));

            Execution execution = orders.start("{'orderId': 42, 'total': 99.5}");

            assertThat(execution).hasFailedWith("Sandbox.Timedout").took(ofSeconds(10));
        }
        // #endregion

        // #region clock
        @Test
        void a_function_whose_database_is_slow(StateMachine orders, @MockTask("Charge card") TaskMock charge) {
            LambdaClock clock = new LambdaClock();
            Payments slow = order -> {
                clock.spend(ofMillis(2500));
                return new Receipt("r-" + clock.instant());
            };
            charge.answers(
                    LambdaFunction.of(new ChargeHandler(slow)).withClock(clock).withTimeout(ofSeconds(3)));

            Execution execution = orders.start("{'orderId': 42, 'total': 99.5}");

            assertThat(execution)
                    .hasSucceeded()
                    .took(ofMillis(2500))
                    .hasOutputAt("$.payment.receipt", "r-2025-01-01T00:00:02.500Z");
        }
        // #endregion
    }
}
