package io.github.stepunit.junit5;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.stepunit.StateMachine;
import io.github.stepunit.task.TaskHandler;
import io.github.stepunit.task.TaskMock;
import io.github.stepunit.task.TaskOutcome;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.NullUnmarked;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.mockito.Mockito;

/** {@code @MockTask} fields that the test itself gives a value. */
@NullUnmarked // fields are injected
class OwnFakeTest {

    interface Payments {
        String charge(Order order);
    }

    record Order(int orderId) {}

    @Nested
    @StepFunctionTest("order.asl.json")
    @TestInstance(TestInstance.Lifecycle.PER_CLASS)
    class Own {

        private final List<Integer> charged = new ArrayList<>();

        @MockTask("Charge card")
        final Payments payments = order -> {
            charged.add(order.orderId());
            return "r-" + order.orderId();
        };

        @MockTask("Ship")
        static final TaskHandler SHIP = task -> TaskOutcome.succeed("{'Payload': {'shipped': " + task.attempt() + "}}");

        @Test
        void a_lambda_expression_answers(StateMachine orders) {
            assertThat(orders.start("{'orderId': 42}").output()).hasToString("{\"shipped\":1}");
            assertThat(charged).contains(42);
            assertThat(payments).isNotNull();
        }

        @Test
        void in_every_test_of_the_instance(StateMachine orders) {
            assertThat(orders.start("{'orderId': 43}").output()).hasToString("{\"shipped\":1}");
            assertThat(charged).contains(43);
        }

        @Test
        void a_script_goes_before_it(StateMachine orders, @MockTask("Charge card") TaskMock charge) {
            charge.fails("CardDeclined");

            assertThat(orders.start("{'orderId': 44}").error()).isEqualTo("CardDeclined");
            assertThat(charged).doesNotContain(44);
        }
    }

    @StepFunctionTest("order.asl.json")
    static class MockOfItsOwnTestCase {

        @MockTask("Charge card")
        final Payments payments = Mockito.mock(Payments.class);

        @BeforeEach
        void used() {
            assertThat(payments).isNotNull();
        }

        @Test
        void test() {}
    }

    @Test
    void a_Mockito_mock_is_made_by_the_extension() {
        assertThat(TestRun.of(MockOfItsOwnTestCase.class).message())
                .isEqualTo(
                        """
                        Field `payments` of MockOfItsOwnTestCase is final, but gets a new value for every test.
                          do      remove `final`.""");
    }
}
