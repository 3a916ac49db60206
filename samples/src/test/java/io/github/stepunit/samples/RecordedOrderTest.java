package io.github.stepunit.samples;

import static io.github.stepunit.assertj.StepUnitAssertions.assertThat;

import io.github.stepunit.Execution;
import io.github.stepunit.StateMachine;
import io.github.stepunit.junit5.MockTask;
import io.github.stepunit.junit5.StepFunctionTest;
import io.github.stepunit.task.TaskMock;
import org.junit.jupiter.api.Test;

/** Made by StepUnit of executions that ran on AWS. */
@StepFunctionTest("statemachines/order.asl.json")
class RecordedOrderTest {

    @MockTask("Charge card")
    TaskMock chargeCard;

    @MockTask("Ship")
    TaskMock ship;

    /**
     * Recorded on AWS, started 2026-11-20T09:14:03.120Z:
     * arn:aws:states:eu-west-1:210987654321:execution:orders:order-42
     */
    @Test
    void order_42_succeeds(StateMachine machine) {
        chargeCard
                .fails("Lambda.TooManyRequestsException", "Rate Exceeded. (Service: Lambda, Status Code: 429)")
                .times(2)
                .thenReturns("{'receipt': 'r-1', 'cardNumber': '***'}");
        ship.returns("{'MessageId': 'b3a1f6c2-9d3e-4a55-8a1e-2f0c6a7d9e10'}");

        Execution execution = machine.start("{'orderId': 42}");

        assertThat(execution)
                .hasSucceeded()
                .hasPath("Charge card", "Ship")
                .hasOutput("{'orderId': 42, 'payment': {'receipt': 'r-1'}}");
        assertThat(execution)
                .state("Charge card")
                .wasAttempted(3)
                .hasTaskInput("{'FunctionName': 'charge-card', 'Payload': {'orderId': 42}}");
        assertThat(execution)
                .state("Ship")
                .hasTaskInput(
                        """
                {
                  "QueueUrl": "https://sqs.us-east-1.amazonaws.com/123456789012/shipments",
                  "MessageBody": {
                    "orderId": 42
                  }
                }""");
    }
}
