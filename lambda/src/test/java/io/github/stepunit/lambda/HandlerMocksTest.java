package io.github.stepunit.lambda;

import static io.github.stepunit.assertj.StepUnitAssertions.assertThat;
import static java.time.Duration.ofSeconds;
import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.Mockito.verify;
import static org.mockito.Mockito.when;

import com.amazonaws.services.lambda.runtime.RequestHandler;
import io.github.stepunit.StateMachine;
import io.github.stepunit.junit5.MockTask;
import io.github.stepunit.junit5.StepFunctionTest;
import io.github.stepunit.lambda.Functions.Charge;
import io.github.stepunit.lambda.Functions.Echo;
import io.github.stepunit.lambda.Functions.Order;
import io.github.stepunit.lambda.Functions.Receipt;
import org.jspecify.annotations.NullUnmarked;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.platform.engine.TestExecutionResult;
import org.junit.platform.engine.discovery.DiscoverySelectors;
import org.junit.platform.testkit.engine.EngineTestKit;
import org.junit.platform.testkit.engine.EventType;
import org.mockito.ArgumentCaptor;

@NullUnmarked // fields are injected
class HandlerMocksTest {

    private static final String ORDER = "{'orderId': 'o-1', 'total': 42}";

    @Nested
    @StepFunctionTest("charge.asl.json")
    class OfItsOwn {

        @MockTask("Charge card")
        final LambdaFunctionTest.Hidden charge = new LambdaFunctionTest.Hidden("own-");

        @Test
        void a_field_with_a_value_answers(StateMachine machine) {
            assertThat(machine.start(ORDER)).hasOutput("{'receipt': 'own-o-1'}");
            assertThat(charge).isNotNull();
        }
    }

    @Nested
    @StepFunctionTest("charge.asl.json")
    class Made {

        @MockTask("Charge card")
        Charge charge;

        @Test
        void a_field_without_a_value_gets_a_new_handler(StateMachine machine) {
            assertThat(machine.start(ORDER)).hasOutput("{'receipt': 'r-o-1'}");
            assertThat(charge).isNotNull();
        }

        @Test
        void so_does_a_parameter(StateMachine machine, @MockTask("charge") Echo byFunction) {
            assertThat(byFunction).isNotNull();
            assertThat(machine.start(ORDER)).hasOutput("{'receipt': 'r-o-1'}");
        }
    }

    @Nested
    @StepFunctionTest("charge.asl.json")
    class Configured {

        @MockTask("Charge card")
        final LambdaFunction charge =
                LambdaFunction.of(new Charge()).withTimeout(ofSeconds(3)).taking(ofSeconds(4));

        @Test
        void a_field_may_be_a_function_with_its_configuration(StateMachine machine) {
            assertThat(machine.start(ORDER)).hasFailedWith("Sandbox.Timedout");
            assertThat(charge).isNotNull();
        }
    }

    @Nested
    @StepFunctionTest("charge.asl.json")
    class Written {

        @MockTask("Charge card")
        final RequestHandler<Order, Receipt> charge = (order, context) -> new Receipt("l-" + order.orderId());

        @Test
        void a_lambda_expression_has_the_types_of_its_field(StateMachine machine) {
            assertThat(machine.start(ORDER)).hasOutput("{'receipt': 'l-o-1'}");
            assertThat(charge).isNotNull();
        }
    }

    @Nested
    @StepFunctionTest("charge.asl.json")
    class Mocked {

        @MockTask("Charge card")
        RequestHandler<Order, Receipt> charge;

        @Test
        void the_interface_is_a_Mockito_mock_with_the_types_of_the_field(StateMachine machine) {
            when(charge.handleRequest(any(), any())).thenReturn(new Receipt("m-1"));

            assertThat(machine.start(ORDER)).hasOutput("{'receipt': 'm-1'}");

            ArgumentCaptor<Order> order = ArgumentCaptor.forClass(Order.class);
            verify(charge).handleRequest(order.capture(), any());
            assertThat(order.getValue()).isEqualTo(new Order("o-1", 42));
        }
    }

    @StepFunctionTest("charge.asl.json")
    static class UnstubbedTestCase {

        @MockTask("Charge card")
        RequestHandler<Order, Receipt> charge;

        @Test
        void calls_it(StateMachine machine) {
            machine.start(ORDER);
        }
    }

    @StepFunctionTest("charge.asl.json")
    static class UnmakeableTestCase {

        @MockTask("Charge card")
        LambdaFunctionTest.Hidden charge;

        @Test
        void calls_it(StateMachine machine) {
            machine.start(ORDER);
        }
    }

    @StepFunctionTest("charge.asl.json")
    static class RawTestCase {

        @MockTask("Charge card")
        @SuppressWarnings("rawtypes")
        RequestHandler charge;

        @Test
        void calls_it(StateMachine machine) {
            machine.start(ORDER);
        }
    }

    @Test
    void a_mock_without_stubbing_is_explained() {
        assertThat(messageOf(UnstubbedTestCase.class))
                .isEqualTo(
                        """
                        The Mockito mock `charge` of the Task `Charge card` was called and has no stubbing that fits.
                          called  charge.handleRequest(Order[orderId=o-1, total=42], Context[charge])
                          paste   when(charge.handleRequest(any(), any())).thenReturn(…);""");
    }

    @Test
    void a_handler_that_cannot_be_made_is_explained() {
        assertThat(messageOf(UnmakeableTestCase.class))
                .isEqualTo(
                        """
                        Field `charge` of UnmakeableTestCase: io.github.stepunit.lambda.LambdaFunctionTest$Hidden cannot be made: it has no public constructor without parameters, which Lambda needs too.
                          do      make one, or give an instance of your own: LambdaFunction.of(new Hidden(…)).""");
    }

    @Test
    void a_mock_without_types_is_explained() {
        assertThat(messageOf(RawTestCase.class))
                .startsWith("Field `charge` of RawTestCase: Nothing says which types the handler");
    }

    private static String messageOf(Class<?> testCase) {
        return EngineTestKit.engine("junit-jupiter")
                .selectors(DiscoverySelectors.selectClass(testCase))
                .execute()
                .allEvents()
                .stream()
                .filter(event -> event.getType() == EventType.FINISHED)
                .flatMap(event -> event.getRequiredPayload(TestExecutionResult.class).getThrowable().stream())
                .map(failure -> String.valueOf(failure.getMessage()))
                .findFirst()
                .orElse("");
    }
}
