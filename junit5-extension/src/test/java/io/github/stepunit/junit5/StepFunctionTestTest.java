package io.github.stepunit.junit5;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.stepunit.Execution;
import io.github.stepunit.ExecutionStatus;
import io.github.stepunit.StateMachine;
import io.github.stepunit.definition.StateMachineType;
import io.github.stepunit.task.ExhaustedMockException;
import io.github.stepunit.task.MockAnswerException;
import io.github.stepunit.task.Strictness;
import io.github.stepunit.task.TaskMock;
import io.github.stepunit.task.TaskMocks;
import io.github.stepunit.task.UnmockedTaskException;
import io.github.stepunit.task.UnusedMocksException;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.NullUnmarked;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@NullUnmarked // fields are injected
class StepFunctionTestTest {

    @Test
    void a_class_gets_machine_and_mocks_in_fields_and_parameters() {
        TestRun.of(InjectionTestCase.class).succeeds(5);
    }

    abstract static class Base {

        @MockTask("Ship")
        private TaskMock ship;

        @BeforeEach
        void scriptShip() {
            ship.returns("'shipped'");
        }
    }

    @StepFunctionTest("order.asl.json")
    static class InjectionTestCase extends Base {

        @MockTask("Charge card")
        TaskMock charge;

        TaskMocks tasks;

        private StateMachine orders;

        private final StateMachine own =
                StateMachine.of("{'StartAt': 'A', 'States': {'A': {'Type': 'Succeed'}}}".replace('\'', '"'));

        @BeforeEach
        void scriptCharge(@MockTask("Charge card") TaskMock same) {
            assertThat(same).isSameAs(charge);
            charge.returns("1");
        }

        @Test
        void by_field() {
            assertThat(orders.start().output()).hasToString("\"shipped\"");
            assertThat(orders.name()).isEqualTo("order");
            assertThat(own.definition().graph().startAt()).isEqualTo("A");
        }

        @Test
        void by_parameter(StateMachine machine, TaskMocks mocks, @MockTask("ship-order") TaskMock function) {
            function.returns("'never: less specific than the name'");
            assertThat(machine).isSameAs(orders);
            assertThat(mocks).isSameAs(tasks);
            assertThat(machine.start().output()).hasToString("\"shipped\"");
            tasks.lenient();
        }

        @RepeatedTest(2)
        void repeatedly(StateMachine machine) {
            machine.start();
            assertThat(charge.calls()).isEqualTo(1);
        }

        @AfterEach
        void fields_are_still_there(StateMachine machine) {
            assertThat(machine).isSameAs(orders);
        }

        @ParameterizedTest
        @ValueSource(strings = "{'orderId': 42}")
        void with_arguments(String input, StateMachine machine) {
            assertThat(machine.start(input).status()).isEqualTo(ExecutionStatus.SUCCEEDED);
        }
    }

    @Test
    void other_machines_run_for_real_and_are_answered_by_the_same_mocks() {
        TestRun.of(StartsOthersTestCase.class).succeeds(2);
    }

    @StepFunctionTest(
            value = "parent.asl.json",
            stateMachines = {
                @RegisteredStateMachine("order.asl.json"),
                @RegisteredStateMachine(value = "single.asl.json", name = "notes", type = StateMachineType.EXPRESS)
            })
    static class StartsOthersTestCase {

        @MockTask("Charge card")
        TaskMock charge;

        @MockTask("Order/Ship")
        TaskMock ship;

        @Test
        void for_real(StateMachine parent, @MockTask("sqs:sendMessage") TaskMock queue) {
            charge.returns("1");
            ship.returns("{'parcel': 7}");
            queue.returns("'noted'");

            Execution execution = parent.start();

            assertThat(execution.output()).hasToString("\"\\\"noted\\\"\"");
            assertThat(execution.nestedExecution("Order").output()).hasToString("{\"parcel\":7}");
            assertThat(execution.nestedExecution("Note").stateMachine().name()).isEqualTo("notes");
        }

        @Test
        void unless_the_state_is_mocked(
                StateMachine parent, @MockTask("Order") TaskMock order, @MockTask("Note") TaskMock note) {
            order.returns("{'Output': 1}");
            note.returns("{'Output': 2}");

            assertThat(parent.start().output()).hasToString("2");
        }
    }

    @Test
    void a_failed_test_shows_what_nested_executions_did() {
        Throwable failure = TestRun.of(FailingNestedTestCase.class).failure();

        assertThat(failure.getSuppressed()).extracting(Throwable::getMessage).anySatisfy(message -> assertThat(message)
                .startsWith("The execution of `order` went so far:")
                .contains("Charge card, failed with Declined"));
    }

    @StepFunctionTest(value = "parent.asl.json", stateMachines = @RegisteredStateMachine("order.asl.json"))
    static class FailingNestedTestCase {

        @Test
        void fails(StateMachine parent, @MockTask("Charge card") TaskMock charge) {
            charge.fails("Declined");
            assertThat(parent.start().status()).isEqualTo(ExecutionStatus.SUCCEEDED);
        }
    }

    @Test
    void a_selector_of_no_machine_is_refused() {
        assertThat(TestRun.of(UnknownNestedTestCase.class).message())
                .contains("No Task of the state machine matches the mock selector `Order/Shup`.");
    }

    @StepFunctionTest(value = "parent.asl.json", stateMachines = @RegisteredStateMachine("order.asl.json"))
    static class UnknownNestedTestCase {

        @Test
        void never_runs(@MockTask("Order/Shup") TaskMock ship) {}
    }

    @Test
    void a_method_is_a_test_by_the_annotation_alone() {
        TestRun.of(MethodTestCase.class).succeeds(3);
    }

    static class MethodTestCase {

        @StepFunctionTest(value = "single.asl.json", type = StateMachineType.EXPRESS)
        void alone(StateMachine machine, @MockTask("sqs:sendMessage") TaskMock queue) {
            queue.returns("1");
            assertThat(machine.start().output()).hasToString("1");
            assertThat(machine.type()).isEqualTo(StateMachineType.EXPRESS);
        }

        @Test
        @StepFunctionTest("src/test/resources/order.asl.json")
        void with_a_needless_test(StateMachine machine) {
            assertThat(machine.definition().graph().startAt()).isEqualTo("Charge card");
        }

        @Test
        void another_one_needs_no_machine() {}
    }

    @Test
    void a_method_overrides_its_class_and_nested_classes_inherit_or_override() {
        TestRun.of(OuterTestCase.class).succeeds(5);
    }

    @Retention(RetentionPolicy.RUNTIME)
    @StepFunctionTest("order.asl.json")
    @interface OrderTest {}

    @OrderTest
    static class OuterTestCase {

        @MockTask("charge-card")
        TaskMock charge;

        private static String start(StateMachine machine) {
            return machine.definition().graph().startAt();
        }

        @Test
        void inherits_a_meta_annotation(StateMachine machine) {
            assertThat(start(machine)).isEqualTo("Charge card");
        }

        @Nested
        class Inner {

            @MockTask("Ship")
            TaskMock ship;

            @Test
            void inherits(StateMachine machine) {
                charge.returns("1");
                ship.returns("2");
                assertThat(machine.start().output()).hasToString("2");
            }

            @Nested
            class Deeper {

                @Test
                void inherits_too() {
                    assertThat(charge.calls() + ship.calls()).isZero();
                }
            }
        }

        @Nested
        @TestInstance(Lifecycle.PER_CLASS)
        class PerClass {

            StateMachine machine;

            @Test
            void first() {
                charge.returns("1");
                assertThat(machine.startPaused("{}").status()).isEqualTo(ExecutionStatus.RUNNING);
                charge.neverAnswers();
                machine.withTasks(new TaskMocks());
                machine.start("{}");
            }

            @Test
            void second() {
                assertThat(charge.calls()).isZero();
            }
        }
    }

    @Test
    void a_subclass_inherits_the_annotation() {
        TestRun.of(SubclassTestCase.class).succeeds(2);
    }

    @StepFunctionTest("order.asl.json")
    abstract static class AnnotatedBase {

        @Test
        void inherited(StateMachine machine) {
            assertThat(machine.name()).isEqualTo("order");
        }
    }

    static class SubclassTestCase extends AnnotatedBase {

        @StepFunctionTest("single.asl.json")
        void overriding(StateMachine machine) {
            assertThat(machine.name()).isEqualTo("single");
        }
    }

    @Test
    void fields_of_one_instance_per_class_are_new_for_every_test() {
        TestRun.of(PerClassTestCase.class).succeeds(3);
    }

    @StepFunctionTest("order.asl.json")
    @TestInstance(Lifecycle.PER_CLASS)
    static class PerClassTestCase {

        @MockTask("Charge card")
        TaskMock charge;

        StateMachine machine;

        @RepeatedTest(3)
        void test() {
            charge.fails("E");
            Execution execution = machine.start();
            assertThat(execution.error()).isEqualTo("E");
            assertThat(execution.now()).isEqualTo(StateMachine.DEFAULT_START);
            assertThat(charge.calls()).isEqualTo(1);
        }
    }

    @Test
    void compiled_definitions_are_shared_between_tests() {
        TestRun.of(SharedTestCase.class).succeeds(2);
    }

    @StepFunctionTest("order.asl.json")
    @TestInstance(Lifecycle.PER_CLASS)
    static class SharedTestCase {

        private final java.util.Set<Object> definitions =
                java.util.Collections.newSetFromMap(new java.util.IdentityHashMap<>());

        @RepeatedTest(2)
        void test(StateMachine machine) {
            definitions.add(machine.definition());
            assertThat(definitions).hasSize(1);
        }
    }

    @Test
    void tests_run_in_parallel() {
        TestRun.of(
                        ParallelTestCase.class,
                        Map.of(
                                "junit.jupiter.execution.parallel.enabled", "true",
                                "junit.jupiter.execution.parallel.mode.default", "concurrent",
                                "junit.jupiter.execution.parallel.config.strategy", "fixed",
                                "junit.jupiter.execution.parallel.config.fixed.parallelism", "8"))
                .succeeds(200);
    }

    @StepFunctionTest("order.asl.json")
    static class ParallelTestCase {

        @MockTask("Charge card")
        TaskMock charge;

        @RepeatedTest(200)
        void test(StateMachine machine, @MockTask("Ship") TaskMock ship) {
            charge.fails("Lambda.TooManyRequestsException").times(2).thenReturns("1");
            ship.returns("'" + this.hashCode() + "'");
            assertThat(machine.start().output().asText()).isEqualTo("" + this.hashCode());
            assertThat(charge.calls()).isEqualTo(3);
        }
    }

    @Test
    void unused_mocks_fail_a_test_that_passed() {
        TestRun run = TestRun.of(UnusedMocksTestCase.class);
        run.results().testEvents().assertStatistics(stats -> stats.started(3).failed(2));
        assertThat(run.failures())
                .satisfiesExactlyInAnyOrder(
                        unused -> assertThat(unused)
                                .isInstanceOf(UnusedMocksException.class)
                                .hasMessageStartingWith(
                                        "1 mock not used as scripted:\n  `Charge card` was never called"),
                        other -> assertThat(other).hasMessage("the test's own").hasNoSuppressedExceptions());
    }

    @StepFunctionTest("order.asl.json")
    static class BrokenOffTestCase {

        @Test
        void does_not_look_at_the_status(
                StateMachine orders, @MockTask("Charge card") TaskMock charge, @MockTask("Ship") TaskMock ship) {
            charge.fails("CardDeclined", "No funds");
            ship.returns("{}");
            orders.start("{}");
        }
    }

    @Test
    void an_unused_mock_comes_with_what_the_execution_did_instead() {
        TestRun run = TestRun.of(BrokenOffTestCase.class);
        assertThat(run.failures()).singleElement().satisfies(unused -> assertThat(unused)
                .isInstanceOf(UnusedMocksException.class)
                .hasMessageContaining("`Ship` was never called")
                .satisfies(failure -> assertThat(failure.getSuppressed())
                        .singleElement()
                        .asString()
                        .contains("The execution of `order` went so far", "FAILED at +00:00:00 with CardDeclined")));
    }

    @StepFunctionTest("order.asl.json")
    static class UnusedMocksTestCase {

        @MockTask("Charge card")
        TaskMock charge;

        @Test
        void passes_otherwise() {
            charge.returns("1");
        }

        @Test
        void fails_anyway() {
            charge.returns("1");
            throw new AssertionError("the test's own");
        }

        @StepFunctionTest(value = "order.asl.json", strictness = Strictness.LENIENT)
        void is_lenient() {
            charge.returns("1");
        }
    }

    @Test
    void a_fault_of_the_test_is_reported_once_and_no_unused_mock_on_top() {
        List<Throwable> failures = TestRun.of(FaultTestCase.class).failures();
        assertThat(failures)
                .hasSize(3)
                .hasOnlyElementsOfTypes(
                        UnmockedTaskException.class, ExhaustedMockException.class, MockAnswerException.class)
                .allSatisfy(fault -> assertThat(fault.getSuppressed())
                        .singleElement()
                        .isInstanceOf(ExecutionReport.class)
                        .asString()
                        .doesNotContain(String.valueOf(fault.getMessage())));
    }

    @StepFunctionTest("catch-all.asl.json")
    static class FaultTestCase {

        @MockTask("Charge card")
        TaskMock charge;

        @BeforeEach
        void scriptWhatIsNotReached(@MockTask("Ship") TaskMock ship) {
            ship.returns("1");
        }

        @Test
        void unmocked(StateMachine machine) {
            machine.start();
        }

        @Test
        void exhausted(StateMachine machine) {
            charge.fails("E").times(1);
            machine.start();
        }

        @Test
        void throwing(StateMachine machine) {
            charge.runs(payload -> {
                throw new IllegalStateException("a bug of the test");
            });
            machine.start();
        }
    }

    @Test
    void a_failed_test_shows_what_its_executions_did() {
        Throwable failure = TestRun.of(FailingTestCase.class).failure();
        assertThat(failure.getSuppressed()).hasSize(2);
        assertThat(failure.getSuppressed()[0])
                .hasMessage(
                        """
                        The execution of `order` went so far:

                        FAILED at +00:00:01 with CardDeclined
                          +00:00:00  Charge card, 2 attempts, failed with CardDeclined, caught by catcher 0 -> {"Error":"CardDeclined","Cause":""}
                            +00:00:00  attempt 1, failed with Lambda.TooManyRequestsException: Rate exceeded
                            +00:00:01  attempt 2, 1s later by retrier 0, failed with CardDeclined
                          +00:00:01  Declined, failed with CardDeclined <- {"Error":"CardDeclined","Cause":""}

                        Why:
                          "Declined" is a Fail state. What led there:
                          "Charge card" failed with CardDeclined
                            Retry[0] ["Lambda.TooManyRequestsException"] does not take it.
                            Catch[0] ["CardDeclined", "io.github.stepunit.junit5.MockitoTest$CardDeclined"] takes it, and leads to "Declined".
                            input  {}""");
    }

    @StepFunctionTest("order.asl.json")
    static class FailingTestCase {

        @Test
        void fails(StateMachine machine, @MockTask("Charge card") TaskMock charge) {
            charge.fails("Lambda.TooManyRequestsException", "Rate exceeded").thenFails("CardDeclined");
            machine.start();
            machine.startPaused("{}");
            throw new AssertionError("the test's own");
        }
    }
}
