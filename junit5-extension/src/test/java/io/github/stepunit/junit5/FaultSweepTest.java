package io.github.stepunit.junit5;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.stepunit.Execution;
import io.github.stepunit.ExecutionStatus;
import io.github.stepunit.StateMachine;
import io.github.stepunit.fault.FaultKind;
import io.github.stepunit.task.TaskMock;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.NullUnmarked;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.platform.engine.TestExecutionResult;
import org.junit.platform.testkit.engine.Event;

@NullUnmarked // fields are injected
class FaultSweepTest {

    private static List<String> names(TestRun run) {
        return run.results().testEvents().started().stream()
                .map(Event::getTestDescriptor)
                .map(each -> each.getDisplayName())
                .toList();
    }

    private static Map<String, String> failures(TestRun run) {
        return run.results().testEvents().failed().stream()
                .collect(Collectors.toMap(
                        each -> each.getTestDescriptor().getDisplayName(),
                        each -> String.valueOf(each.getRequiredPayload(TestExecutionResult.class)
                                .getThrowable()
                                .orElseThrow()
                                .getMessage())));
    }

    abstract static class Order {
        @MockTask("Charge card")
        TaskMock charge;

        @MockTask("Ship")
        TaskMock ship;

        @BeforeEach
        void everything_works() {
            charge.returns("{'receipt': 'r-1'}");
            ship.succeeds();
        }
    }

    @StepFunctionTest("order.asl.json")
    static class EndsCase extends Order {
        @FaultSweep(
                input = "{'orderId': 42}",
                kinds = {FaultKind.THROTTLED, FaultKind.FUNCTION_ERROR})
        void ends_as_promised(Execution execution) {
            assertThat(execution.input().path("orderId").asInt()).isEqualTo(42);
        }
    }

    @Test
    void a_sweep_is_one_test_for_each_fault() {
        TestRun run = TestRun.of(EndsCase.class);

        run.succeeds(8);
        assertThat(names(run))
                .containsExactly(
                        "without a fault",
                        "Charge card: Lambda.TooManyRequestsException",
                        "Charge card: Lambda.TooManyRequestsException, at every attempt",
                        "Charge card: CardDeclined",
                        "Charge card: io.github.stepunit.junit5.MockitoTest$CardDeclined",
                        "Charge card: Error",
                        "Ship: Lambda.TooManyRequestsException",
                        "Ship: Error");
    }

    @StepFunctionTest("order.asl.json")
    static class AssertsCase extends Order {
        @FaultSweep(kinds = FaultKind.ACCESS_DENIED)
        void every_order_ships(StateMachine orders) {
            assertThat(orders.start().error()).isNull();
        }
    }

    @Test
    void what_the_test_asserts_is_asserted_in_each_run() {
        TestRun run = TestRun.of(AssertsCase.class);

        assertThat(failures(run).keySet())
                .containsExactlyInAnyOrder("Charge card: Lambda.AWSLambdaException", "Ship: Lambda.AWSLambdaException");
    }

    @StepFunctionTest("order.asl.json")
    static class HandlingCase extends Order {
        @FaultSweep(states = "Ship", kinds = FaultKind.ACCESS_DENIED, everyErrorHandled = true)
        void everything_is_handled(Execution execution) {}
    }

    @Test
    void a_bad_end_fails_the_run_and_shows_its_path() {
        Map<String, String> failures = failures(TestRun.of(HandlingCase.class));

        assertThat(failures).containsOnlyKeys("Ship: Lambda.AWSLambdaException");
        assertThat(failures.get("Ship: Lambda.AWSLambdaException"))
                .startsWith(
                        """
                        The execution of `order` does not end as its definition promises.
                          fault    Ship: Lambda.AWSLambdaException
                          because  nothing handles Lambda.AWSLambdaException in `Ship`
                          do       add a Catch there, or do not ask that every error is handled.

                        FAILED at +00:00:00 with Lambda.AWSLambdaException:""")
                .contains("\n  +00:00:00  Charge card -> {\"receipt\":\"r-1\"}\n");
    }

    @StepFunctionTest("order.asl.json")
    static class CutCase extends Order {
        @FaultSweep(max = 2)
        void ends_as_promised(Execution execution) {}
    }

    @Test
    void says_what_it_leaves_out() {
        TestRun run = TestRun.of(CutCase.class);

        run.succeeds(3);
        assertThat(run.results().testEvents().skipped().stream()
                        .map(each -> each.getTestDescriptor().getDisplayName() + ": "
                                + each.getRequiredPayload(String.class)))
                .containsExactly(
                        "and 23 more: 23 more faults were not tried: the sweep may have 2 runs. Raise `max`, or choose"
                                + " with `states`, `errors`, `kinds`.");
    }

    @StepFunctionTest("order.asl.json")
    static class BrokenScenarioCase extends Order {
        @FaultSweep
        void fails_anyway(Execution execution) {
            throw new AssertionError("always");
        }
    }

    @Test
    void nothing_goes_wrong_before_the_scenario_passes() {
        assertThat(failures(TestRun.of(BrokenScenarioCase.class))).isEqualTo(Map.of("without a fault", "always"));
    }

    @StepFunctionTest("order.asl.json")
    static class SteeredCase extends Order {
        int asserted;

        @FaultSweep(kinds = FaultKind.ACCESS_DENIED, scenario = "ordered")
        void is_asserted_as_it_stands(Execution execution) {
            assertThat(execution.status()).isNotEqualTo(ExecutionStatus.RUNNING);
        }

        @FaultSweep(kinds = FaultKind.ACCESS_DENIED)
        void cannot_go_on(StateMachine orders) {
            ordered(orders);
        }

        Execution ordered(StateMachine orders) {
            return orders.startPaused("{}").runUntilState("Ship").runToEnd();
        }
    }

    @Test
    void a_fault_may_keep_a_scenario_from_going_on() {
        TestRun run = TestRun.of(SteeredCase.class);

        assertThat(run.failures()).hasSize(1);
        assertThat(run.message())
                .isEqualTo("With this fault the test cannot go on: The execution never entered the state \"Ship\"."
                        + " What it started ends as its definition promises. To assert more, take the Execution as a"
                        + " parameter, and steer it in a method of its own: @FaultSweep(scenario = \"…\").");
        assertThat(run.results().testEvents().aborted().count()).isEqualTo(1);
    }

    @StepFunctionTest("order.asl.json")
    static class MistakenCase extends Order {
        @FaultSweep(states = "Ship", kinds = FaultKind.ACCESS_DENIED)
        void has_a_mistake_of_its_own(StateMachine orders) {
            Execution execution = orders.start();
            if (execution.status() == ExecutionStatus.FAILED) {
                FaultKind.valueOf(execution.error());
            }
        }

        @FaultSweep(states = "Ship", kinds = FaultKind.ACCESS_DENIED, scenario = "mistaken")
        void has_a_mistake_in_its_scenario(Execution execution) {}

        Execution mistaken(StateMachine orders) {
            has_a_mistake_of_its_own(orders);
            return orders.start();
        }

        @FaultSweep(states = "Ship", kinds = FaultKind.ACCESS_DENIED)
        void asks_for_what_is_not_there(StateMachine orders) {
            Execution execution = orders.start();
            if (execution.status() == ExecutionStatus.FAILED) {
                execution.sendTaskHeartbeat("a token");
            }
        }
    }

    @Test
    void a_mistake_of_the_test_itself_is_a_failure() {
        TestRun run = TestRun.of(MistakenCase.class);

        assertThat(run.failures())
                .extracting(Throwable::getMessage)
                .filteredOn(message -> message.startsWith("No enum"))
                .containsExactlyInAnyOrder(
                        "No enum constant io.github.stepunit.fault.FaultKind.Lambda.AWSLambdaException",
                        "No enum constant io.github.stepunit.fault.FaultKind.Lambda.AWSLambdaException");
        assertThat(run.results().testEvents().aborted().count()).isEqualTo(1);
    }

    @StepFunctionTest("order.asl.json")
    @TestInstance(TestInstance.Lifecycle.PER_CLASS)
    static class NestedCase {
        @MockTask("Charge card")
        TaskMock charge;

        @BeforeEach
        void everything_works() {
            charge.returns("{'receipt': 'r-1'}");
        }

        @Nested
        class Shipping {
            @MockTask("Ship")
            TaskMock ship;

            @FaultSweep(kinds = FaultKind.SERVER_ERROR)
            void ends_as_promised(Execution execution) {
                assertThat(execution.status()).isNotEqualTo(ExecutionStatus.RUNNING);
            }

            @BeforeEach
            void it_ships() {
                ship.succeeds();
            }
        }
    }

    @Test
    void goes_with_nested_classes_instances_per_class_and_parallel_runs() {
        TestRun.of(
                        NestedCase.class,
                        Map.of(
                                "junit.jupiter.execution.parallel.enabled", "true",
                                "junit.jupiter.execution.parallel.mode.default", "concurrent"))
                .succeeds(3);
    }

    static class WithoutMachineCase {
        @FaultSweep
        void has_no_machine(Execution execution) {}
    }

    @StepFunctionTest("order.asl.json")
    static class WithoutScenarioCase {
        @FaultSweep(scenario = "orderd")
        void has_no_scenario(Execution execution) {}

        @FaultSweep(max = 0)
        void has_no_runs(Execution execution) {}
    }

    @Test
    void says_what_is_missing() {
        assertThat(TestRun.of(WithoutMachineCase.class).message())
                .isEqualTo("@FaultSweep on WithoutMachineCase.has_no_machine finds no state machine: the class has no"
                        + " @StepFunctionTest.\n  do      say which: @StepFunctionTest(\"order.asl.json\") class"
                        + " WithoutMachineCase.");
        assertThat(TestRun.of(WithoutScenarioCase.class).failures())
                .extracting(Throwable::getMessage)
                .containsExactlyInAnyOrder(
                        "@FaultSweep of WithoutScenarioCase.has_no_scenario names the scenario `orderd`, but"
                                + " WithoutScenarioCase has no method of that name."
                                + "\n  do      write it: Execution orderd(StateMachine machine).",
                        "@FaultSweep of WithoutScenarioCase.has_no_runs: A fault sweep needs at least 1 run, but max was"
                                + " 0.");
    }
}
