package io.github.stepunit.samples;

import static io.github.stepunit.assertj.StepUnitAssertions.assertThat;

import io.github.stepunit.StateMachine;
import io.github.stepunit.junit5.MockTask;
import io.github.stepunit.task.TaskMock;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

/** What every order workflow has to do; each has a class that inherits these tests. */
abstract class ShippingContract {

    @MockTask("Charge card")
    TaskMock charge;

    @MockTask("Ship")
    TaskMock ship;

    @Test
    void ships(StateMachine orders) {
        charge.returns("{'receipt': 'r-1'}");
        ship.succeeds();

        assertThat(orders.start("{'orderId': 42}")).matchesSnapshot();
    }

    @Nested
    class WhenThrottled {

        @Test
        void ships_later(StateMachine orders) {
            charge.fails("Lambda.TooManyRequestsException").thenReturns("{'receipt': 'r-1'}");
            ship.succeeds();

            assertThat(orders.start("{'orderId': 42}")).matchesSnapshot();
        }
    }
}
