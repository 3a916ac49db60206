package consumer;

import static io.github.stepunit.assertj.StepUnitAssertions.assertThat;

import io.github.stepunit.StateMachine;
import io.github.stepunit.junit5.MockTask;
import io.github.stepunit.junit5.StepFunctionTest;
import java.util.Map;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import org.mockito.Mockito;

/** One instance for all tests of the class, and a field that is a mock of Mockito. */
@StepFunctionTest("orders.asl.json")
@TestInstance(Lifecycle.PER_CLASS)
@Execution(ExecutionMode.SAME_THREAD)
class PerClassTest {

    interface Payments {
        Map<String, String> charge(Map<String, Integer> order);
    }

    @MockTask("Charge card")
    Payments payments;

    @RepeatedTest(3)
    void the_field_is_a_fresh_mock_each_time(StateMachine orders) {
        Mockito.verifyNoInteractions(payments);
        Mockito.when(payments.charge(Map.of("orderId", 42))).thenReturn(Map.of("receipt", "r-1"));

        assertThat(orders.start("{'orderId': 42}")).hasSucceeded().hasOutput("{'receipt': 'r-1'}");

        Mockito.verify(payments).charge(Map.of("orderId", 42));
    }
}
