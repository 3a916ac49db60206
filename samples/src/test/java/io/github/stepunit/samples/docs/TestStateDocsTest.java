package io.github.stepunit.samples.docs;

import static io.github.stepunit.assertj.StepUnitAssertions.assertThat;
import static java.time.Duration.ofSeconds;

import io.github.stepunit.Execution;
import io.github.stepunit.StateMachine;
import io.github.stepunit.history.DataFlowStep;
import io.github.stepunit.junit5.StepFunctionTest;
import io.github.stepunit.task.MockConfig;
import io.github.stepunit.teststate.TestState;
import io.github.stepunit.teststate.TestStateResult;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

/** The snippets of docs/teststate.md. */
class TestStateDocsTest {

    @StepFunctionTest("statemachines/order.asl.json")
    void a_mocked_result(StateMachine orders) {
        // #region result
        TestStateResult charged = orders.testState("Charge card")
                .withInput("{'orderId': 42}")
                .withMockResult("{'StatusCode': 200, 'Payload': {'receipt': 'r-1'}}")
                .run();

        assertThat(charged)
                .hasSucceeded()
                .hasNextState("Ship")
                .hasOutput("{'orderId': 42, 'payment': {'receipt': 'r-1'}}");
        assertThat(charged).afterParameters().hasAt("$.FunctionName", "charge-card");
        assertThat(charged).after(DataFlowStep.AFTER_RESULT_SELECTOR).isEqualToJson("{'receipt': 'r-1'}");
        // #endregion
    }

    @StepFunctionTest("statemachines/order.asl.json")
    void a_mocked_error(StateMachine orders) {
        // #region error
        TestState throttled = orders.testState("Charge card")
                .withInput("{'orderId': 42}")
                .withMockError("Lambda.TooManyRequestsException", "Rate exceeded");

        assertThat(throttled.run()).isRetriableAfter(ofSeconds(1)).hasRetryIndex(0);
        assertThat(throttled.atRetry(2).run()).isRetriableAfter(ofSeconds(4));
        assertThat(throttled.atRetry(3).run()).hasFailedWith("Lambda.TooManyRequestsException");

        assertThat(orders.testState("Charge card")
                        .withInput("{'orderId': 42}")
                        .withMockError("CardDeclined", "Insufficient funds")
                        .run())
                .hasCaughtError()
                .hasNextState("Tell customer")
                .hasOutputAt("$.problem.Cause", "Insufficient funds");
        // #endregion
    }

    @Test
    void a_state_that_stands_alone() {
        // #region alone
        TestState approval = TestState.of(
                """
                {
                  "Type": "Choice",
                  "QueryLanguage": "JSONata",
                  "Choices": [{ "Condition": "{% $states.input.cost < $limit %}", "Next": "Approved" }],
                  "Default": "Ask manager"
                }""");

        assertThat(approval.withInput("{'cost': 9}")
                        .withVariables("{'limit': 10}")
                        .run())
                .hasNextState("Approved");
        assertThat(approval.withInput("{'cost': 10}")
                        .withVariables("{'limit': 10}")
                        .run())
                .hasNextState("Ask manager");
        // #endregion
    }

    @Test
    void a_mock_configuration_file() {
        StateMachine orders = StateMachine.load(Path.of("statemachines", "order.asl.json"));
        // #region mock-config
        MockConfig mocks = MockConfig.read(Path.of("statemachines", "MockConfigFile.json"));

        Execution execution =
                orders.withTasks(mocks.testCase("Order", "RetryPath").tasks()).start("{'orderId': 42}");

        assertThat(execution).hasSucceeded();
        assertThat(execution).state("Charge card").wasAttempted(3);
        // #endregion
    }
}
