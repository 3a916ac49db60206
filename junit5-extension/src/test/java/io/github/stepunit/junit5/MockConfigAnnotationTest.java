package io.github.stepunit.junit5;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.stepunit.Execution;
import io.github.stepunit.ExecutionStatus;
import io.github.stepunit.StateMachine;
import io.github.stepunit.task.MockConfigTestCase;
import io.github.stepunit.task.Strictness;
import io.github.stepunit.task.TaskMock;
import java.util.List;
import org.jspecify.annotations.NullUnmarked;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.platform.testkit.engine.Event;

@NullUnmarked // fields are injected
class MockConfigAnnotationTest {

    private static final String FILE = "MockConfigFile.json";

    @StepFunctionTest("order.asl.json")
    static class OrderTestCase {

        @MockConfig(
                value = FILE,
                cases = {"HappyPath", "RetryPath"})
        void ships(Execution execution, MockConfigTestCase testCase) {
            assertThat(execution.output()).hasToString("\"shipped\"");
            assertThat(execution.duration().toSeconds())
                    .isEqualTo(testCase.name().equals("RetryPath") ? 3 : 0);
        }

        @Nested
        class Steered {
            @MockConfig(value = FILE, cases = "HappyPath")
            void started_by_the_test(StateMachine orders) {
                assertThat(orders.start("{'n': 1}").status()).isEqualTo(ExecutionStatus.SUCCEEDED);
            }
        }

        @MockConfig(value = FILE, cases = "HappyPath", input = "{'orderId': 7}")
        void gets_its_input(Execution execution) {
            assertThat(execution.input()).hasToString("{\"orderId\":7}");
        }

        @Nested
        class HalfMocked {
            @BeforeEach
            void the_other_task_is_mocked(@MockTask("Ship") TaskMock ship) {
                ship.returns("'by hand'");
            }

            @MockConfig(value = FILE, cases = "HalfMocked")
            void a_task_that_the_case_leaves_out_has_the_mock_of_the_test(Execution execution) {
                assertThat(execution.output()).hasToString("\"by hand\"");
            }
        }
    }

    @Test
    void each_test_case_is_a_test_with_its_name() {
        TestRun run = TestRun.of(OrderTestCase.class);

        assertThat(names(run)).contains("order#HappyPath", "order#RetryPath");
        run.succeeds(5);
    }

    private static List<String> names(TestRun run) {
        return run.results().testEvents().started().stream()
                .map(Event::getTestDescriptor)
                .map(test -> test.getDisplayName())
                .toList();
    }

    @StepFunctionTest("order.asl.json")
    static class SmokeTestCase {
        @MockConfig(FILE)
        void fits() {}
    }

    @Test
    void without_execution_and_machine_it_is_a_smoke_test() {
        TestRun run = TestRun.of(SmokeTestCase.class);

        assertThat(names(run))
                .containsExactly(
                        "order#HappyPath",
                        "order#RetryPath",
                        "order#HalfMocked",
                        "order#Unused",
                        "order#TooShort",
                        "order#Misspelt");
        assertThat(run.failures())
                .extracting(Throwable::getMessage)
                .satisfiesExactly(
                        halfMocked -> assertThat(halfMocked).startsWith("No mock answers the Task `Ship`."),
                        tooShort -> assertThat(tooShort)
                                .isEqualTo(
                                        """
                                        The test case order#TooShort does not fit the state machine: the execution ended with States.Runtime.
                                          cause   An error occurred while executing the state 'Charge card' (entered at the event id #2). The mocked response "ThrottledOnce" has nothing for invocation 1: it ends with invocation 0."""),
                        misspelt -> assertThat(misspelt)
                                .isEqualTo(
                                        "MockConfigFile.json: the test case \"Misspelt\" of \"order\" mocks the state"
                                                + " \"Charge Card\", which the definition does not have. Did you mean \"Charge card\"?"));
    }

    @Test
    void answers_that_nobody_asked_for_are_reported() {
        assertThat(TestRun.of(SmokeTestCase.class).results().testEvents().reportingEntryPublished().stream())
                .singleElement()
                .satisfies(event -> assertThat(event.getRequiredPayload(Object.class))
                        .asString()
                        .contains("stepunit.unusedAnswers = '`Ship` (Shipped) was never called'"));
    }

    @StepFunctionTest("order.asl.json")
    static class StrictTestCase {
        @MockConfig(value = FILE, cases = "Unused", strictness = Strictness.STRICT)
        void declined(Execution execution) {
            assertThat(execution.error()).isEqualTo("CardDeclined");
        }
    }

    @Test
    void or_fail_the_test() {
        assertThat(TestRun.of(StrictTestCase.class).message())
                .isEqualTo(
                        """
                        The test case order#Unused has answers that no Task asked for:
                          `Ship` (Shipped) was never called
                          do      delete them from the file, or leave strictness to its default, which reports them only.""");
    }

    @StepFunctionTest("order.asl.json")
    static class NoFileTestCase {
        @MockConfig("MockConfig.json")
        void test() {}
    }

    @StepFunctionTest("order.asl.json")
    static class NoCaseTestCase {
        @MockConfig(value = FILE, cases = "HappyPaht")
        void test() {}
    }

    @StepFunctionTest("catch-all.asl.json")
    static class NoMachineTestCase {
        @MockConfig(FILE)
        void test() {}
    }

    @StepFunctionTest("order.asl.json")
    static class EmptyMachineTestCase {
        @MockConfig(value = FILE, machine = "other")
        void test() {}
    }

    static class NoDefinitionTestCase {
        @MockConfig(FILE)
        void test() {}
    }

    @Test
    void what_does_not_fit_together_is_explained() {
        assertThat(TestRun.of(NoFileTestCase.class).message())
                .isEqualTo(
                        """
                        There is no mock configuration file `MockConfig.json` for NoFileTestCase.test.
                          looked  in the project folder, beside the test class, and on the class path
                          do      name the file that SFN_MOCK_CONFIG names for Step Functions Local.""");
        assertThat(TestRun.of(NoCaseTestCase.class).message())
                .isEqualTo(
                        "@MockConfig of NoCaseTestCase.test: MockConfigFile.json has no test case \"HappyPaht\" for the"
                                + " state machine \"order\". Did you mean \"HappyPath\"? It has: HappyPath, RetryPath, HalfMocked,"
                                + " Unused, TooShort, Misspelt.");
        assertThat(TestRun.of(NoMachineTestCase.class).message())
                .isEqualTo(
                        """
                        @MockConfig of NoMachineTestCase.test: MockConfigFile.json has no state machine `catch-all`, but order, other.
                          do      say which: @MockConfig(value = "MockConfigFile.json", machine = "order").""");
        assertThat(TestRun.of(EmptyMachineTestCase.class).message())
                .isEqualTo(
                        """
                        @MockConfig of EmptyMachineTestCase.test: the file has no test case for the state machine.
                          do      add one to its "TestCases".""");
        assertThat(TestRun.of(NoDefinitionTestCase.class).message())
                .isEqualTo(
                        """
                        @MockConfig on NoDefinitionTestCase.test finds no state machine: the class has no @StepFunctionTest.
                          do      say which: @StepFunctionTest("order.asl.json") class NoDefinitionTestCase.""");
    }
}
