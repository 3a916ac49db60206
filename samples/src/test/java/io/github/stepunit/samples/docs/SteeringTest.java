package io.github.stepunit.samples.docs;

import static io.github.stepunit.assertj.StepUnitAssertions.assertThat;
import static java.time.Duration.ofSeconds;

import io.github.stepunit.Execution;
import io.github.stepunit.StateMachine;
import io.github.stepunit.junit5.MockTask;
import io.github.stepunit.junit5.StepFunctionTest;
import io.github.stepunit.task.TaskMock;
import java.time.Instant;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The snippets of docs/time-and-steering.md. */
@StepFunctionTest("statemachines/job-poller.asl.json")
class SteeringTest {

    @BeforeEach
    void the_job_runs(@MockTask("Submit job") TaskMock submit, @MockTask("Get job status") TaskMock status) {
        submit.returns("{'JobId': 'job-1'}");
        status.returns("{'Jobs': [{'Status': 'RUNNING'}]}").always();
    }

    // #region steer
    @Test
    void step_by_step(StateMachine poller) {
        Execution execution = poller.startPaused("{'reportId': 7, 'waitSeconds': 30}");

        execution.runUntilState("Wait X seconds");
        assertThat(execution).isRunning().hasPath("Submit job", "Wait X seconds");

        execution.advance(ofSeconds(29));
        assertThat(execution).hasNeverVisited("Get job status");

        execution.advance(ofSeconds(1));
        assertThat(execution).hasVisited("Get job status");

        execution.stop("Cancelled", "by the operator");
        assertThat(execution).wasAborted().hasError("Cancelled");
    }
    // #endregion

    // #region start
    @Test
    void on_another_day(StateMachine poller) {
        Execution execution =
                poller.startingAt(Instant.parse("2026-02-28T23:59:00Z")).start("{'reportId': 7, 'waitSeconds': 30}");

        assertThat(execution).hasTimedOut().endedAt(Instant.parse("2026-03-01T00:04:00Z"));
    }
    // #endregion
}
