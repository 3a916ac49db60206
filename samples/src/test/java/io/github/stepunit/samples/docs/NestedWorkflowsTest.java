package io.github.stepunit.samples.docs;

import static io.github.stepunit.assertj.StepUnitAssertions.assertThat;
import static java.time.Duration.ofDays;
import static java.time.Duration.ofHours;

import io.github.stepunit.Execution;
import io.github.stepunit.StateMachine;
import io.github.stepunit.junit5.MockTask;
import io.github.stepunit.junit5.RegisteredStateMachine;
import io.github.stepunit.junit5.StepFunctionTest;
import io.github.stepunit.task.TaskMock;
import io.github.stepunit.task.TaskMocks;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

/** The snippets of docs/nested-workflows.md. */
class NestedWorkflowsTest {

    // #region registered
    @StepFunctionTest(
            value = "statemachines/order-fulfilment.asl.json",
            stateMachines = {
                @RegisteredStateMachine("statemachines/payment.asl.json"),
                @RegisteredStateMachine("statemachines/rating.asl.json")
            })
    void an_order_is_paid_by_another_state_machine(
            StateMachine fulfilment,
            @MockTask("Call bank") TaskMock bank,
            @MockTask("Ship") TaskMock queue,
            @MockTask("Send mail") TaskMock mail) {
        bank.fails("BankClosed").thenReturns("{'receipt': 'r-1'}");
        queue.returns("{'MessageId': 'm-1'}");
        mail.returns("{'MessageId': 'm-2'}");

        Execution execution = fulfilment.start("{'orderId': 42}");

        assertThat(execution)
                .hasSucceeded()
                .hasPath("Charge", "Ship", "Ask for rating")
                .hasOutputAt("$.payment.receipt", "r-1")
                .took(ofHours(1));
        assertThat(execution).nestedExecution("Charge").state("Call bank").wasRetried(1);
        assertThat(execution).nestedExecution("Ask for rating").hasSucceeded().took(ofDays(7));
    }
    // #endregion

    // #region mocked
    @StepFunctionTest("statemachines/order-fulfilment.asl.json")
    void an_order_is_paid_by_a_mock(
            StateMachine fulfilment,
            @MockTask("Charge") TaskMock charge,
            @MockTask("Ship") TaskMock queue,
            @MockTask("Ask for rating") TaskMock rating) {
        charge.returns("{'receipt': 'r-1'}");
        queue.returns("{}");
        rating.returns("{}");

        assertThat(fulfilment.start("{'orderId': 42}")).hasOutputAt("$.payment.receipt", "r-1");
    }
    // #endregion

    @Test
    void without_junit() {
        // #region plain
        TaskMocks tasks = new TaskMocks();
        tasks.mock("Charge/Call bank").fails("CardDeclined", "Insufficient funds");
        StateMachine payment = StateMachine.load(Path.of("statemachines/payment.asl.json"));
        StateMachine fulfilment = StateMachine.load(Path.of("statemachines/order-fulfilment.asl.json"))
                .withStateMachines(payment.version(3).alias("PROD"))
                .withTasks(tasks);

        Execution execution = fulfilment.start("{'orderId': 42}");

        assertThat(execution)
                .hasFailedWith("OrderNotPaid")
                .nestedExecution("Charge")
                .hasFailedWith("CardDeclined");
        // #endregion
    }
}
