package io.github.stepunit.junit5;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.platform.engine.discovery.DiscoverySelectors.selectMethod;

import io.github.stepunit.StateMachine;
import io.github.stepunit.task.TaskMocks;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Objects;
import org.junit.jupiter.api.Disabled;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.platform.testkit.engine.EngineTestKit;

/** {@link RequireCoverage}, with its messages as whole texts. */
class RequireCoverageTest {

    @StepFunctionTest("single.asl.json")
    @RequireCoverage(states = 100, transitions = 100)
    static class EnoughTestCase {

        @Test
        void walks_all(StateMachine machine, TaskMocks tasks) {
            tasks.mock("Only").returns("{}");
            machine.start("{}");
        }

        @Disabled("counts as not there")
        @Test
        void is_off() {}
    }

    @StepFunctionTest("imports.asl.json")
    @RequireCoverage(states = 100)
    static class ChildExecutionsTestCase {

        @Test
        void walks_the_processor_of_a_distributed_map(StateMachine machine, TaskMocks tasks) {
            tasks.mock("Store").returns("{}");
            machine.start("[1]");
        }
    }

    @StepFunctionTest("order.asl.json")
    @RequireCoverage(transitions = 90)
    static class TooLittleTestCase {

        @Test
        void walks_nothing(StateMachine machine) {}

        @Nested
        class Inner {

            @Test
            void ships(StateMachine orders, TaskMocks tasks) {
                tasks.mock("Charge card").returns("{}");
                tasks.mock("Ship").returns("{}");
                orders.start("{}");
            }
        }
    }

    @StepFunctionTest("order.asl.json")
    @RequireCoverage(states = 100)
    static class FailedTestCase {

        @Test
        void fails() {
            throw new IllegalStateException("its own failure");
        }
    }

    @StepFunctionTest("order.asl.json")
    @RequireCoverage(states = 120)
    static class MistakenTestCase {

        @Test
        void walks_nothing(StateMachine machine) {}
    }

    @RequireCoverage(states = 80)
    static class WithoutMachineTestCase {

        @Test
        void starts_a_machine_of_its_own() {
            StateMachine.of("{\"StartAt\": \"A\", \"States\": {\"A\": {\"Type\": \"Succeed\"}}}")
                    .start();
        }
    }

    /** It would pass whatever it walks. */
    @Test
    void a_class_of_which_nothing_counts_is_told_so() {
        assertThat(TestRun.of(WithoutMachineTestCase.class).message())
                .isEqualTo(
                        "@RequireCoverage of WithoutMachineTestCase: none of its tests is a @StepFunctionTest, and only what"
                                + " the machines walk that those are given counts.\n  do       add @StepFunctionTest(\"FILE\") to the"
                                + " class, or require it of all tests together: stepunit:check.");
    }

    @Test
    void a_class_that_walks_enough_passes() {
        TestRun.of(EnoughTestCase.class).succeeds(1);
        TestRun.of(ChildExecutionsTestCase.class).succeeds(1);
    }

    @Test
    void a_class_that_walks_too_little_is_told_what_to_write() throws IOException {
        TestRun run = TestRun.of(TooLittleTestCase.class);
        assertThat(run.failures()).singleElement().isInstanceOf(AssertionError.class);
        assertThat(run.message().strip()).isEqualTo(golden());
    }

    private static String golden() throws IOException {
        try (InputStream in = RequireCoverageTest.class.getResourceAsStream("/require-coverage.txt")) {
            return new String(Objects.requireNonNull(in).readAllBytes(), StandardCharsets.UTF_8).strip();
        }
    }

    @Test
    void a_class_that_failed_is_not_checked_as_well() {
        assertThat(TestRun.of(FailedTestCase.class).failures())
                .singleElement()
                .asString()
                .contains("its own failure");
    }

    @Test
    void a_class_of_which_one_method_was_run_is_not_checked() {
        EngineTestKit.engine("junit-jupiter")
                .selectors(selectMethod(TooLittleTestCase.class, "walks_nothing", StateMachine.class))
                .execute()
                .allEvents()
                .assertStatistics(events -> events.failed(0).reportingEntryPublished(1));
    }

    @Test
    void a_threshold_is_a_percentage() {
        assertThat(TestRun.of(MistakenTestCase.class).message())
                .isEqualTo(
                        "@RequireCoverage of MistakenTestCase: states is 120, but should be a percentage from 0 to 100.");
    }
}
