package io.github.stepunit.junit5;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.ArgumentMatchers.argThat;
import static org.mockito.Mockito.inOrder;
import static org.mockito.Mockito.times;
import static org.mockito.Mockito.verify;
import static org.mockito.Mockito.verifyNoInteractions;
import static org.mockito.Mockito.when;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.stepunit.Execution;
import io.github.stepunit.StateMachine;
import io.github.stepunit.task.MockAnswerException;
import io.github.stepunit.task.Strictness;
import io.github.stepunit.task.TaskHandler;
import io.github.stepunit.task.TaskInvocation;
import io.github.stepunit.task.TaskMock;
import io.github.stepunit.task.TaskMocks;
import io.github.stepunit.task.TaskOutcome;
import io.github.stepunit.task.UnmockedTaskException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.function.Function;
import org.jspecify.annotations.NullUnmarked;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.mockito.ArgumentCaptor;
import org.mockito.InOrder;
import org.mockito.Mock;
import org.mockito.Mockito;
import org.mockito.exceptions.misusing.PotentialStubbingProblem;
import org.mockito.exceptions.misusing.UnfinishedStubbingException;

@NullUnmarked // fields are injected
class MockitoTest {

    record Order(int orderId) {}

    record Receipt(String receipt) {}

    interface PaymentApi {
        Receipt charge(Order order);
    }

    interface Shipper {
        void ship(Receipt receipt);
    }

    static final class CardDeclined extends RuntimeException {
        private static final long serialVersionUID = 1L;

        CardDeclined(String message) {
            super(message);
        }
    }

    @Test
    void mocks_of_the_task_interface_and_of_the_teams_own_are_Mockito_mocks() {
        TestRun.of(MockitoTestCase.class).succeeds(6);
    }

    @StepFunctionTest("order.asl.json")
    static class MockitoTestCase {

        @MockTask("Charge card")
        TaskHandler charge;

        @MockTask("Ship")
        TaskHandler ship;

        @Test
        void when_verify_and_in_order(StateMachine orders) {
            when(charge.handle(any()))
                    .thenReturn(TaskOutcome.fail("Lambda.TooManyRequestsException"))
                    .thenReturn(TaskOutcome.succeed("{}").after(Duration.ofSeconds(2)));
            when(ship.handle(argThat(call -> call.attempt() == 1))).thenReturn(TaskOutcome.succeed("{'Payload': 7}"));

            Execution execution = orders.start();

            assertThat(execution.output()).hasToString("7");
            assertThat(execution.duration()).isEqualTo(Duration.ofSeconds(3));
            verify(charge, times(2)).handle(any());
            InOrder inOrder = inOrder(charge, ship);
            inOrder.verify(charge, times(2)).handle(any());
            inOrder.verify(ship).handle(any());
        }

        @Test
        void new_for_every_test() {
            verifyNoInteractions(charge, ship);
        }

        @Test
        void records_in_and_out(
                StateMachine orders, @MockTask("Charge card") PaymentApi payments, @MockTask("Ship") Shipper shipper) {
            when(payments.charge(new Order(42))).thenReturn(new Receipt("r-1"));

            Execution execution = orders.start("{'orderId': 42, 'unknown': true}");

            assertThat(execution.output()).hasToString("null");
            verify(shipper).ship(new Receipt("r-1"));
        }

        @Test
        void exceptions_become_errors_as_on_Lambda(StateMachine orders, @MockTask("Charge card") PaymentApi payments) {
            when(payments.charge(any())).thenThrow(new CardDeclined("no funds"));

            Execution execution = orders.start("{'orderId': 42}");

            assertThat(execution.error()).isEqualTo("io.github.stepunit.junit5.MockitoTest$CardDeclined");
            assertThat(execution.cause())
                    .isEqualTo(
                            "{\"errorMessage\":\"no funds\",\"errorType\":\"io.github.stepunit.junit5.MockitoTest$CardDeclined\"}");
        }

        @Test
        void type_arguments_and_trees(
                StateMachine orders,
                @MockTask("Charge card") Function<Order, Receipt> payments,
                @MockTask("Ship") Function<JsonNode, Object> shipper) {
            when(payments.apply(new Order(1))).thenReturn(new Receipt("r"));
            when(shipper.apply(any()))
                    .thenAnswer(call -> call.<JsonNode>getArgument(0).get("receipt"));

            assertThat(orders.start("{'orderId': 1}").output()).hasToString("\"r\"");
        }

        @Test
        void a_script_goes_first(StateMachine orders, @MockTask("Charge card") TaskMock scripted) {
            scripted.fails("E");
            assertThat(orders.start().error()).isEqualTo("E");
            verifyNoInteractions(charge);
        }
    }

    @Test
    void a_call_without_stubbing_is_an_error_of_the_test() {
        Throwable failure = TestRun.of(UnstubbedTestCase.class).failure();
        assertThat(failure)
                .isInstanceOf(MockAnswerException.class)
                .hasMessage(
                        """
                        The Mockito mock `charge` of the Task `Charge card` was called and has no stubbing that fits.
                          called  charge.handle(attempt 1 of `Charge card` with input {})
                          paste   when(charge.handle(any())).thenReturn(TaskOutcome.succeed("{}"));""");
    }

    @StepFunctionTest("order.asl.json")
    static class UnstubbedTestCase {

        @MockTask("Charge card")
        TaskHandler charge;

        @Test
        void test(StateMachine orders) {
            orders.start();
        }
    }

    @Test
    void a_call_that_fits_no_stubbing_shows_both() {
        assertThat(TestRun.of(UnfitStubbingTestCase.class).failure())
                .hasMessageMatching(
                        """
                        The Mockito mock `payments` of the Task `Charge card` was called and has no stubbing that fits\\.
                          called  payments\\.charge\\(Order\\[orderId=42]\\)
                          stubbed payments\\.charge\\(Order\\[orderId=43]\\); -> at .*test\\(MockitoTest\\.java:\\d+\\)
                                  payments\\.charge\\(Order\\[orderId=44]\\); -> at .*test\\(MockitoTest\\.java:\\d+\\)
                          paste   when\\(payments\\.charge\\(any\\(\\)\\)\\)\\.thenReturn\\(…\\);""");
    }

    @StepFunctionTest("order.asl.json")
    static class UnfitStubbingTestCase {

        @MockTask("Charge card")
        PaymentApi payments;

        @Test
        void test(StateMachine orders) {
            when(payments.charge(new Order(43))).thenReturn(new Receipt("r-1"));
            when(payments.charge(new Order(44))).thenReturn(new Receipt("r-2"));
            orders.start("{'orderId': 42}");
        }
    }

    @Test
    void one_annotation_makes_the_mock() {
        assertThat(TestRun.of(TwoMocksTestCase.class).message())
                .isEqualTo(
                        """
                        Field `payments` of TwoMocksTestCase has both @MockTask and @Mock, and each would make a mock of its own.
                          do      remove @Mock: @MockTask makes the Mockito mock, and lets it answer the Task.""");
        assertThat(TestRun.of(TwoMocksOfParameterTestCase.class).message())
                .isEqualTo(
                        """
                        Parameter `payments` of TwoMocksOfParameterTestCase.test has both @MockTask and @Mock, and each would make a mock of its own.
                          do      remove @Mock: @MockTask makes the Mockito mock, and lets it answer the Task.""");
    }

    @StepFunctionTest("order.asl.json")
    static class TwoMocksTestCase {
        @MockTask("Charge card")
        @Mock
        PaymentApi payments;

        @BeforeEach
        void mocked() {
            assertThat(payments).isNotNull();
        }

        @Test
        void test() {}
    }

    @StepFunctionTest("order.asl.json")
    static class TwoMocksOfParameterTestCase {
        @Test
        void test(@Mock @MockTask("Charge card") PaymentApi payments) {
            assertThat(payments).isNotNull();
        }
    }

    @Test
    void a_stubbing_that_no_task_uses_fails_the_test_as_with_the_extension_of_Mockito() {
        TestRun run = TestRun.of(UnusedStubbingTestCase.class);

        assertThat(run.failures())
                .singleElement()
                .satisfies(
                        failure -> assertThat(failure)
                                .isInstanceOf(AssertionError.class)
                                .hasMessageMatching(
                                        """
                        Stubbings of Mockito mocks that no Task used:
                          `Charge card`: payments\\.charge\\(Order\\[orderId=43]\\); -> at io\\.github\\.stepunit\\.junit5\\.MockitoTest\\$UnusedStubbingTestCase\\.unused\\(MockitoTest\\.java:\\d+\\)
                        Delete what the test does not need; what only some tests need is stubbed leniently: lenient\\(\\)\\.when\\(…\\)\\."""));
    }

    @StepFunctionTest("catch-all.asl.json")
    static class UnusedStubbingTestCase {

        @MockTask("Charge card")
        PaymentApi payments;

        @BeforeEach
        void shipping_works(@MockTask("Ship") TaskMock ship) {
            ship.returns("{}").always();
        }

        @Test
        void unused(StateMachine orders) {
            when(payments.charge(new Order(42))).thenReturn(new Receipt("r-1"));
            when(payments.charge(new Order(43))).thenReturn(new Receipt("r-2"));
            orders.start("{'orderId': 42}");
        }

        @Test
        void lenient(StateMachine orders) {
            Mockito.lenient().when(payments.charge(new Order(43))).thenReturn(new Receipt("r-2"));
            when(payments.charge(new Order(42))).thenReturn(new Receipt("r-1"));
            orders.start("{'orderId': 42}");
        }

        @Test
        @StepFunctionTest(value = "catch-all.asl.json", strictness = Strictness.LENIENT)
        void all_lenient() {
            when(payments.charge(new Order(43))).thenReturn(new Receipt("r-2"));
        }
    }

    @Test
    void what_was_called_with_is_captured() {
        TestRun.of(CaptorTestCase.class).succeeds(1);
    }

    @StepFunctionTest("order.asl.json")
    static class CaptorTestCase {

        @Test
        void order_and_attempts(StateMachine orders, @MockTask("Charge card") TaskHandler charge) {
            when(charge.handle(any())).thenReturn(TaskOutcome.fail("Lambda.TooManyRequestsException"));

            orders.start("{'orderId': 42}");

            ArgumentCaptor<TaskInvocation> calls = ArgumentCaptor.forClass(TaskInvocation.class);
            verify(charge, times(4)).handle(calls.capture());
            assertThat(calls.getAllValues()).extracting(TaskInvocation::attempt).containsExactly(1, 2, 3, 4);
            assertThat(calls.getValue().input()).hasToString("{\"orderId\":42}");
        }
    }

    @Test
    void a_payload_that_does_not_fit_is_an_error_of_the_test() {
        Throwable failure = TestRun.of(UnfitTestCase.class).failure();
        assertThat(failure).isInstanceOf(MockAnswerException.class);
        assertThat(failure.getMessage())
                .startsWith(
                        """
                        Parameter `payments` of UnfitTestCase.test: the payload of the Task does not fit io.github.stepunit.junit5.MockitoTest$Order.
                          payload {"orderId":"many"}
                          because Cannot deserialize value of type `int` from String "many\"""")
                .endsWith("\n  do      correct the definition's Parameters, or the type of the argument.");
    }

    @StepFunctionTest("order.asl.json")
    static class UnfitTestCase {

        @Test
        void test(StateMachine orders, @MockTask("Charge card") PaymentApi payments) {
            orders.start("{'orderId': 'many'}");
        }
    }

    @Test
    void a_misuse_of_Mockito_is_an_error_of_the_test_that_no_catcher_swallows() {
        Throwable failure = TestRun.of(UnfinishedStubbingTestCase.class).failure();
        assertThat(failure)
                .isInstanceOf(MockAnswerException.class)
                .hasCauseInstanceOf(UnfinishedStubbingException.class)
                .hasMessageStartingWith(
                        """
                        Parameter `payments` of UnfinishedStubbingTestCase.test: the Task called it, and Mockito complained of the test.
                          because Unfinished stubbing detected here:""")
                .hasMessageEndingWith(
                        "\n  do      correct the stubbing; what stands above is not seen by the state machine.");
    }

    @StepFunctionTest("catch-all.asl.json")
    static class UnfinishedStubbingTestCase {

        @Test
        void test(StateMachine orders, @MockTask("Charge card") PaymentApi payments) {
            assertThat(when(payments.charge(any()))).isNotNull(); // and no thenReturn
            orders.start("{'orderId': 42}");
        }
    }

    @Test
    void so_is_a_complaint_of_one_of_its_answers() {
        assertThat(TestRun.of(StrictStubsTestCase.class).failure())
                .isInstanceOf(MockAnswerException.class)
                .hasCauseInstanceOf(PotentialStubbingProblem.class);
    }

    @StepFunctionTest("catch-all.asl.json")
    static class StrictStubsTestCase {

        @Test
        void test(StateMachine orders, @MockTask("Charge card") PaymentApi payments) {
            when(payments.charge(any())).thenThrow(new PotentialStubbingProblem("other arguments"));
            orders.start("{'orderId': 42}");
        }
    }

    @Test
    void a_method_that_cannot_be_called_is_an_error_of_the_test() {
        InjectionPoint point = new InjectionPoint(
                "payments", MockitoTest.class, PaymentApi.class, PaymentApi.class, "Charge card", null);
        TaskMocks tasks = new TaskMocks().bind("Charge card", TaskFunction.of(point, "no PaymentApi"));
        StateMachine orders = StateMachine.load(Path.of("src/test/resources/catch-all.asl.json"));

        assertThatExceptionOfType(MockAnswerException.class)
                .isThrownBy(() -> orders.withTasks(tasks).start("{'orderId': 42}"))
                .withMessageStartingWith(
                        "Field `payments` of MockitoTest: its method charge cannot be called.\n  because object ")
                .withMessageEndingWith(
                        "\n  do      make the interface public, or open its package to io.github.stepunit.junit5.");
    }

    @Test
    void an_assertion_in_an_answer_fails_the_test_as_it_is() {
        assertThat(TestRun.of(AssertionTestCase.class).failure())
                .isInstanceOf(AssertionError.class)
                .hasMessage("not this order");
    }

    @StepFunctionTest("catch-all.asl.json")
    static class AssertionTestCase {

        @Test
        void test(StateMachine orders, @MockTask("Charge card") PaymentApi payments) {
            when(payments.charge(any())).thenThrow(new AssertionError("not this order"));
            orders.start("{'orderId': 42}");
        }
    }

    @Test
    void so_does_a_fault_in_another_machine_that_an_answer_runs() {
        assertThat(TestRun.of(ChildMachineTestCase.class).failures())
                .hasSize(2)
                .hasOnlyElementsOfType(UnmockedTaskException.class);
    }

    @StepFunctionTest("catch-all.asl.json")
    static class ChildMachineTestCase {

        @Test
        void by_Mockito(StateMachine orders, @MockTask("Charge card") PaymentApi payments) {
            when(payments.charge(any())).thenAnswer(call -> runChild(orders));
            orders.start("{'orderId': 42}");
        }

        @Test
        void by_script(StateMachine orders, @MockTask("Charge card") TaskMock charge) {
            charge.runs(payload -> runChild(orders));
            orders.start("{'orderId': 42}");
        }

        private static JsonNode runChild(StateMachine child) {
            return child.withTasks(new TaskMocks()).start().output();
        }
    }
}
