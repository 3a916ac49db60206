package io.github.stepunit.junit5;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.stepunit.StateMachine;
import io.github.stepunit.task.TaskMock;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.NullUnmarked;
import org.junit.jupiter.api.Test;
import org.junit.platform.testkit.engine.Event;

@NullUnmarked // fields are injected
class ShuffleScheduleTest {

    /** Believes that stock is reserved before the card is charged, which holds in the order of the definition. */
    @StepFunctionTest("reserve-and-charge.asl.json")
    static class RaceTestCase {

        @ShuffleSchedule(times = 20)
        void the_card_is_charged_for_what_is_reserved(
                StateMachine machine, @MockTask("Reserve") TaskMock reserve, @MockTask("Charge") TaskMock charge) {
            List<String> calls = new ArrayList<>();
            reserve.runs(input -> calls.add("reserve"));
            charge.runs(input -> calls.add("charge"));

            machine.start();

            assertThat(calls).containsExactly("reserve", "charge");
        }
    }

    @Test
    void a_race_fails_in_some_orders_and_each_failure_says_how_to_repeat_it() {
        TestRun run = TestRun.of(RaceTestCase.class);

        assertThat(run.results().testEvents().started().stream().map(Event::getTestDescriptor))
                .hasSize(20)
                .element(2)
                .satisfies(third -> assertThat(third.getDisplayName()).isEqualTo("[3] schedule of seed 3"));
        assertThat(run.failures())
                .hasSizeBetween(4, 16)
                .allSatisfy(
                        failure -> assertThat(
                                        Arrays.stream(failure.getSuppressed()).map(Throwable::getMessage))
                                .anySatisfy(
                                        message -> assertThat(message)
                                                .matches(
                                                        """
                                What was simultaneous happened in the order of seed (\\d+)\\.
                                  again   @ShuffleSchedule\\(seed = \\1, times = 1\\)
                                  without the extension: machine\\.withShuffledSchedule\\(\\1\\)""")));
    }

    @Test
    void a_seed_gives_the_same_again() {
        assertThat(TestRun.of(RaceTestCase.class).results().testEvents().failed().stream()
                        .map(event -> event.getTestDescriptor().getDisplayName())
                        .toList())
                .isEqualTo(TestRun.of(RaceTestCase.class).results().testEvents().failed().stream()
                        .map(event -> event.getTestDescriptor().getDisplayName())
                        .toList());
    }

    @StepFunctionTest("reserve-and-charge.asl.json")
    static class NoTimesTestCase {
        @ShuffleSchedule(times = 0)
        void test() {}
    }

    static class NoDefinitionTestCase {
        @ShuffleSchedule
        void test() {}
    }

    @Test
    void what_does_not_fit_is_explained() {
        assertThat(TestRun.of(NoTimesTestCase.class).message())
                .isEqualTo(
                        """
                        @ShuffleSchedule of NoTimesTestCase.test is to run 0 times.
                          do      write 1 or more.""");
        assertThat(TestRun.of(NoDefinitionTestCase.class).message())
                .isEqualTo(
                        """
                        @ShuffleSchedule on NoDefinitionTestCase.test finds no state machine: the class has no @StepFunctionTest.
                          do      say which: @StepFunctionTest("order.asl.json") class NoDefinitionTestCase.""");
    }
}
