package io.github.stepunit.contract.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.stepunit.contract.AwsCallException;
import io.github.stepunit.contract.deployed.DeployedStateMachines;
import io.github.stepunit.contract.validation.AwsValidation;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class EnvironmentClientsTest {

    private static final String ARN = "arn:aws:states:ap-southeast-2:123456789012:stateMachine:orders";

    private final AwsServer aws = new AwsServer();

    @AfterEach
    void close() {
        aws.close();
    }

    @Test
    void an_arn_names_the_region_so_that_none_need_be_configured() {
        aws.answers(
                "DescribeStateMachine",
                "{\"stateMachineArn\": \"" + ARN
                        + "\", \"name\": \"orders\", \"type\": \"STANDARD\", \"creationDate\": 1,"
                        + " \"definition\": \"{}\"}");

        try (AwsEnvironment environment = AwsEnvironment.withoutRegion(aws.uri())) {
            assertThat(environment).isNotNull();
            assertThat(DeployedStateMachines.ofEnvironment().fetch(ARN).name()).isEqualTo("orders");
        }

        assertThat(aws.requests("DescribeStateMachine")).singleElement().satisfies(request -> assertThat(
                        request.getHeader("Authorization"))
                .contains("/ap-southeast-2/states/aws4_request"));
    }

    @Test
    void a_name_needs_the_region_of_the_environment_which_is_asked_for_with_the_question() {
        try (AwsEnvironment environment = AwsEnvironment.none()) {
            assertThat(environment).isNotNull();
            DeployedStateMachines machines = DeployedStateMachines.ofEnvironment();
            AwsValidation validation = AwsValidation.ofEnvironment();

            assertThat(validation).isNotNull();
            assertThatThrownBy(() -> machines.fetch("orders"))
                    .isInstanceOf(AwsCallException.class)
                    .hasMessage("AWS cannot be asked: no region is configured."
                            + "\n  do      set AWS_REGION, or a region for your AWS_PROFILE.");
        }
    }

    @Test
    void one_client_serves_a_region() {
        EnvironmentClients clients = new EnvironmentClients();

        assertThat(clients.inRegionOf(ARN)).isSameAs(clients.inRegionOf(ARN));
        assertThat(clients.inRegionOf(ARN).serviceClientConfiguration().region())
                .hasToString("ap-southeast-2");
    }
}
