package io.github.stepunit.samples;

import static io.github.stepunit.assertj.StepUnitAssertions.assertThat;
import static io.github.stepunit.task.TaskFailure.serverError;
import static io.github.stepunit.task.TaskFailure.serviceError;
import static java.time.Duration.ofSeconds;

import io.github.stepunit.StateMachine;
import io.github.stepunit.junit5.MockTask;
import io.github.stepunit.junit5.StepFunctionTest;
import io.github.stepunit.task.TaskMock;
import io.github.stepunit.task.TaskMocks;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The five scenarios of AWS's own sample for Step Functions Local with Java: no container, no sleep, no history read by hand. */
// #region test
@StepFunctionTest("statemachines/sales-lead.asl.json")
class SalesLeadTest {
    static final String LEAD = "{'email': 'jane@example.com', 'ssn': '123', 'address': {}, 'comment': 'I like it'}";

    @MockTask("Check identity")
    TaskMock identity;

    @MockTask("Detect sentiment")
    TaskMock sentiment;

    @BeforeEach
    void a_good_lead(TaskMocks tasks) {
        identity.returns("{'approved': true}").always();
        tasks.mock("Check address").returns("{'approved': true}").always();
        sentiment.returns("{'Sentiment': 'POSITIVE'}").always();
        tasks.mock("Add to follow-up").succeeds().always();
        tasks.mock("Tell support").succeeds().always();
    }

    @Test
    void happy_path(StateMachine leads) {
        assertThat(leads.start(LEAD)).hasSucceeded().hasVisitedInOrder("Detect sentiment", "Add to follow-up");
    }

    @Test
    void a_negative_comment_goes_to_support(StateMachine leads) {
        sentiment.returns("{'Sentiment': 'NEGATIVE'}");
        assertThat(leads.start(LEAD)).hasSucceeded().hasVisited("Tell support").hasNeverVisited("Add to follow-up");
    }

    @Test
    void an_invalid_lead_is_rejected(StateMachine leads) {
        identity.fails("InvalidLead", "ssn");
        assertThat(leads.start(LEAD)).hasFailedWith("LeadRejected", "ssn").hasNeverVisited("Detect sentiment");
    }

    @Test
    void an_error_of_the_service_is_caught(StateMachine leads) {
        sentiment.fails(serviceError("TextSizeLimitExceededException"));
        assertThat(leads.start(LEAD)).hasFailedWith("CheckFailed");
    }

    @Test
    void a_fault_of_the_service_is_retried(StateMachine leads) {
        identity.fails(serverError()).times(3).thenReturns("{'approved': true}");
        assertThat(leads.start(LEAD)).hasSucceeded().took(ofSeconds(2 + 4 + 8));
    }
}
// #endregion
