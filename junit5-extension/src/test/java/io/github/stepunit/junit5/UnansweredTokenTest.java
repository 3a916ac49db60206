package io.github.stepunit.junit5;

import static java.time.Duration.ofHours;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.stepunit.Execution;
import io.github.stepunit.StateMachine;
import io.github.stepunit.task.Strictness;
import io.github.stepunit.task.TaskMock;
import io.github.stepunit.task.TaskOutcome;
import org.jspecify.annotations.NullUnmarked;
import org.junit.jupiter.api.Test;

/** A callback that the test promised to send. */
@NullUnmarked // fields are injected
class UnansweredTokenTest {

    @StepFunctionTest("approval.asl.json")
    static class ForgetfulTestCase {
        @Test
        void test(StateMachine machine, @MockTask("Approve") TaskMock approve) {
            approve.answersByHand();

            machine.startPaused("{}").advance(ofHours(3));
        }
    }

    @Test
    void one_that_is_never_sent_fails_the_test() {
        assertThat(TestRun.of(ForgetfulTestCase.class).message())
                .isEqualTo(
                        """
                        The test has ended, and the execution of `approval` waits for the answer to a task token that the test has never asked for:
                          `Approve` since +00:00:00
                          do      send it: sendTaskSuccess(runUntilTaskToken(state), "{}"); where nobody answers, let the mock say so: neverAnswers(); or stop(…) the execution.""");
    }

    @StepFunctionTest("approval.asl.json")
    static class FineTestCase {
        @Test
        void sent(StateMachine machine, @MockTask("Approve") TaskMock approve) {
            approve.answersByHand();
            Execution execution = machine.startPaused("{}");
            execution.sendTaskSuccess(execution.runUntilTaskToken("Approve"), "{}");
        }

        @Test
        void looked_at(StateMachine machine, @MockTask("Approve") TaskMock approve) {
            approve.answersByHand();
            assertThat(machine.startPaused("{}").runUntilTaskToken("Approve")).isNotEmpty();
        }

        @Test
        void stopped(StateMachine machine, @MockTask("Approve") TaskMock approve) {
            approve.answersByHand();
            machine.startPaused("{}").advance(ofHours(1)).stop(null, null);
        }

        @Test
        void nobody_answers(StateMachine machine, @MockTask("Approve") TaskMock approve) {
            approve.neverAnswers();
            machine.startPaused("{}").advance(ofHours(1));
        }

        @Test
        @StepFunctionTest(value = "approval.asl.json", strictness = Strictness.LENIENT)
        void lenient(StateMachine machine, @MockTask("Approve") TaskMock approve) {
            approve.answers(task -> TaskOutcome.answerByHand());
            machine.startPaused("{}").advance(ofHours(1));
        }
    }

    @Test
    void one_that_is_sent_or_not_wanted_does_not() {
        TestRun.of(FineTestCase.class).succeeds(5);
    }
}
