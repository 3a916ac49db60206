package consumer;

import static io.github.stepunit.assertj.StepUnitAssertions.assertThat;
import static java.time.Duration.ofSeconds;

import io.github.stepunit.StateMachine;
import io.github.stepunit.junit5.MockTask;
import io.github.stepunit.junit5.StepFunctionTest;
import io.github.stepunit.task.TaskMock;
import io.github.stepunit.task.TaskMocks;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Every kind of test that JUnit has, methods and classes on several threads. */
@StepFunctionTest("orders.asl.json")
class OrdersTest {

    @MockTask("Charge card")
    TaskMock charge;

    @Test
    void a_throttled_charge_is_retried(StateMachine orders) {
        charge.fails("Lambda.TooManyRequestsException").times(1).thenReturns("{'receipt': 'r-1'}");
        assertThat(orders.start("{}")).hasSucceeded().hasOutputAt("$.receipt", "r-1").took(ofSeconds(1));
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3})
    void an_order_of_any_size_is_charged(int size, StateMachine orders) {
        charge.returns("{'receipt': 'r-" + size + "'}");
        assertThat(orders.start("{'size': " + size + "}")).hasOutputAt("$.receipt", "r-" + size);
    }

    @RepeatedTest(50)
    void mocks_are_fresh_for_each(StateMachine orders) {
        charge.returns("{'receipt': 'r-1'}");
        assertThat(orders.start("{}")).hasPath("Charge card");
    }

    @TestFactory
    Stream<DynamicTest> every_error_ends_as_it_should(StateMachine orders) {
        return Stream.of("CardDeclined", "Lambda.Unknown").map(error -> DynamicTest.dynamicTest(error, () -> {
            charge.fails(error);
            assertThat(orders.start("{}")).hasFailedWith(error);
        }));
    }

    @Nested
    class WhenDeclined {

        @Test
        void the_order_is_declined(StateMachine orders, TaskMocks tasks) {
            charge.fails("CardDeclined");
            assertThat(orders.start("{}")).hasFailedWith("CardDeclined").hasPath("Charge card", "Declined");
        }
    }
}
