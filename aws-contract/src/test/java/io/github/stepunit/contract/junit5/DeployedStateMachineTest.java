package io.github.stepunit.contract.junit5;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.platform.engine.discovery.DiscoverySelectors.selectClass;

import io.github.stepunit.StateMachine;
import io.github.stepunit.contract.internal.AwsServer;
import io.github.stepunit.junit5.MockTask;
import io.github.stepunit.junit5.StepFunctionTest;
import io.github.stepunit.task.TaskMock;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.NullUnmarked;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.Isolated;
import org.junit.platform.engine.TestExecutionResult;
import org.junit.platform.testkit.engine.EngineExecutionResults;
import org.junit.platform.testkit.engine.EngineTestKit;
import org.junit.platform.testkit.engine.EventType;

/** Isolated, because the SDK takes its configuration from the properties of the JVM. */
@NullUnmarked // fields are injected
@Isolated
class DeployedStateMachineTest {

    private static final String ARN = "arn:aws:states:eu-west-1:123456789012:stateMachine:orders";

    private final AwsServer aws = new AwsServer();

    @BeforeEach
    void configure() {
        System.setProperty("aws.endpointUrl", aws.uri().toString());
        System.setProperty("aws.accessKeyId", "AKIDEXAMPLE");
        System.setProperty("aws.secretAccessKey", "not-a-real-secret");
        System.setProperty("aws.region", "eu-west-1");
        System.setProperty("aws.maxAttempts", "1");
    }

    @AfterEach
    void clear() {
        List.of("endpointUrl", "accessKeyId", "secretAccessKey", "region", "maxAttempts")
                .forEach(each -> System.clearProperty("aws." + each));
        aws.close();
    }

    @StepFunctionTest("contract/orders.asl.json")
    static class OrdersCase {

        @MockTask("Charge")
        TaskMock charge;

        @Test
        void charges(StateMachine orders) {
            charge.returns("{'receipt': 'r-1'}");
            assertThat(orders.start().output().path("receipt").asText()).isEqualTo("r-1");
        }

        @Test
        void has_the_name_it_is_deployed_under(StateMachine orders) {
            assertThat(orders.arn()).isEqualTo(ARN);
        }
    }

    @DeployedStateMachine(arn = ARN)
    static class DeployedOrdersCase extends OrdersCase {}

    @DeployedStateMachine(name = "orders", whenUnavailable = WhenUnavailable.FAIL)
    static class FailingCase extends OrdersCase {}

    @DeployedStateMachine(name = "orders", arn = ARN)
    static class AmbiguousCase extends OrdersCase {}

    @DeployedStateMachine(file = "src/test/resources/contract/orders.deployed.json")
    static class PulledCase extends OrdersCase {}

    private static EngineExecutionResults run(Class<?> testCase, String... configuration) {
        return EngineTestKit.engine("junit-jupiter")
                .selectors(selectClass(testCase))
                .configurationParameters(
                        configuration.length == 0 ? Map.of() : Map.of(configuration[0], configuration[1]))
                .execute();
    }

    private static String firstFailure(EngineExecutionResults results) {
        return results.testEvents().stream()
                .filter(event -> event.getType() == EventType.FINISHED)
                .map(event -> event.getRequiredPayload(TestExecutionResult.class))
                .flatMap(result -> result.getThrowable().stream())
                .map(Throwable::getMessage)
                .findFirst()
                .orElse("no failure");
    }

    private void deployed() {
        aws.answers(
                "DescribeStateMachine",
                "{\"stateMachineArn\": \"" + ARN + "\", \"name\": \"orders\", \"type\": \"STANDARD\", \"definition\":"
                        + " \"{\\\"StartAt\\\": \\\"Charge\\\", \\\"States\\\": {\\\"Charge\\\": {\\\"Type\\\":"
                        + " \\\"Task\\\", \\\"Resource\\\": \\\"arn:aws:states:::lambda:invoke\\\", \\\"Parameters\\\":"
                        + " {\\\"FunctionName\\\": \\\"charge\\\"}, \\\"OutputPath\\\": \\\"$.Payload\\\","
                        + " \\\"End\\\": true}}}\"}");
    }

    @Test
    void the_same_tests_run_against_what_is_deployed_and_aws_is_asked_once() {
        deployed();

        EngineExecutionResults results = run(DeployedOrdersCase.class);

        assertThat(firstFailure(results)).isEqualTo("no failure");
        results.testEvents().assertStatistics(tests -> tests.succeeded(2));
        assertThat(aws.requests("DescribeStateMachine")).hasSize(1);
    }

    @Test
    void or_against_a_file_that_was_pulled() {
        EngineExecutionResults results = run(PulledCase.class);

        assertThat(firstFailure(results)).isEqualTo("no failure");
        results.testEvents().assertStatistics(tests -> tests.succeeded(2));
    }

    @Test
    void without_network_the_tests_are_skipped_with_the_reason() {
        aws.close();

        EngineExecutionResults results = run(DeployedOrdersCase.class);

        results.testEvents().assertStatistics(tests -> tests.aborted(2).failed(0));
        assertThat(firstFailure(results))
                .isEqualTo(
                        "Skipped, because AWS gave no answer to DescribeStateMachine of " + ARN
                                + ": no connection (ConnectException).\n  do      check the network, proxies and the endpoint.");
    }

    @Test
    void or_they_fail_as_configured() {
        aws.close();

        run(DeployedOrdersCase.class, "stepunit.contract.unavailable", "fail")
                .testEvents()
                .assertStatistics(tests -> tests.failed(2));
        run(FailingCase.class).testEvents().assertStatistics(tests -> tests.failed(2));
        assertThat(firstFailure(run(DeployedOrdersCase.class, "stepunit.contract.unavailable", "maybe")))
                .isEqualTo("The configuration parameter stepunit.contract.unavailable is neither skip nor fail.");
    }

    @Test
    void what_aws_refuses_fails_the_tests_anyway() {
        aws.answersInTurn(
                "DescribeStateMachine",
                AwsServer.error(400, "StateMachineDoesNotExist", "State Machine Does Not Exist"));

        run(DeployedOrdersCase.class).testEvents().assertStatistics(tests -> tests.failed(2));
    }

    @Test
    void says_which_machine_in_one_way() {
        assertThat(firstFailure(run(AmbiguousCase.class)))
                .isEqualTo("@DeployedStateMachine of AmbiguousCase must say in one way which state machine."
                        + "\n  do      give arn, or name, or stack with logicalId, or file.");
    }
}
