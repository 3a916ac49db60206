package io.github.stepunit.samples;

import static io.github.stepunit.assertj.StepUnitAssertions.assertThat;
import static java.time.Duration.ofMinutes;
import static java.time.Duration.ofSeconds;

import io.github.stepunit.Execution;
import io.github.stepunit.StateMachine;
import io.github.stepunit.junit5.MockTask;
import io.github.stepunit.junit5.StepFunctionTest;
import io.github.stepunit.task.TaskMock;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Minutes of waiting, in milliseconds of testing. */
@StepFunctionTest("statemachines/job-poller.asl.json")
class JobPollerTest {

    private static final String RUNNING = "{'Jobs': [{'Status': 'RUNNING'}]}";
    private static final String FAILED = "{'Jobs': [{'Status': 'FAILED'}]}";
    private static final String SUCCEEDED =
            "{'Jobs': [{'Status': 'SUCCEEDED', 'Container': {'LogStreamName': 'report/7'}}]}";

    @MockTask("Submit job")
    TaskMock submit;

    @MockTask("Get job status")
    TaskMock status;

    @BeforeEach
    void the_job_is_accepted() {
        submit.returns("{'JobId': 'job-1', 'JobName': 'report-7'}");
    }

    // #region succeeds
    @Test
    void a_job_that_succeeds_is_polled_until_then(
            StateMachine poller, @MockTask("Get final job status") TaskMock finalStatus) {
        status.returns(RUNNING).times(2).thenReturns(SUCCEEDED);
        finalStatus.returns(SUCCEEDED);

        Execution execution = poller.start("{'reportId': 7, 'waitSeconds': 30}");

        assertThat(execution)
                .hasSucceeded()
                .hasOutput("{'status': 'SUCCEEDED', 'log': 'report/7'}")
                .took(ofSeconds(90));
        assertThat(execution).state("Wait X seconds").wasVisitedTimes(3);
    }
    // #endregion

    @Test
    void a_job_that_fails_fails_the_execution(StateMachine poller) {
        status.returns(RUNNING).thenReturns(FAILED);

        Execution execution = poller.start("{'reportId': 7, 'waitSeconds': 30}");

        assertThat(execution)
                .hasFailedWith("JobFailed", "AWS Batch says FAILED")
                .hasNeverVisited("Get final job status")
                .took(ofMinutes(1));
    }

    // #region timeout
    @Test
    void a_job_that_never_ends_times_out_after_five_minutes(StateMachine poller) {
        status.returns(RUNNING);

        Execution execution = poller.start("{'reportId': 7, 'waitSeconds': 70}");

        assertThat(execution).hasTimedOut().took(ofMinutes(5));
        assertThat(execution).state("Get job status").wasVisitedTimes(4);
    }
    // #endregion

    @Test
    void trouble_in_batch_is_retried(StateMachine poller) {
        status.fails("Batch.ServerException").times(2).thenReturns(FAILED);

        Execution execution = poller.start("{'reportId': 7, 'waitSeconds': 30}");

        assertThat(execution).hasFailedWith("JobFailed");
        assertThat(execution).state("Get job status").wasAttempted(3).waitedBetweenAttempts(ofSeconds(2), ofSeconds(4));
    }
}
