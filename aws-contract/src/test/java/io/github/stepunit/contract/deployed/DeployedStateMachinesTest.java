package io.github.stepunit.contract.deployed;

import static io.github.stepunit.contract.internal.AwsServer.error;
import static io.github.stepunit.contract.internal.AwsServer.ok;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.github.tomakehurst.wiremock.client.WireMock;
import com.github.tomakehurst.wiremock.http.Fault;
import com.github.tomakehurst.wiremock.verification.LoggedRequest;
import io.github.stepunit.contract.AwsCallException;
import io.github.stepunit.contract.AwsCallException.Reason;
import io.github.stepunit.contract.deployed.DeployedDefinition.Logging;
import io.github.stepunit.contract.internal.AwsServer;
import io.github.stepunit.definition.StateMachineType;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.AwsCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.core.exception.SdkClientException;
import software.amazon.awssdk.http.urlconnection.UrlConnectionHttpClient;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.cloudformation.CloudFormationClient;
import software.amazon.awssdk.services.sfn.SfnClient;

/** Through the real client, against a server on the loopback. */
class DeployedStateMachinesTest {

    private static final String ARN = "arn:aws:states:eu-west-1:123456789012:stateMachine:orders";
    private static final Clock NOW = Clock.fixed(Instant.parse("2026-11-25T09:00:00Z"), ZoneOffset.UTC);
    private static final AwsServer AWS = new AwsServer();

    private final DeployedStateMachines machines =
            DeployedStateMachines.with(AWS.client()).withClock(NOW);

    @BeforeEach
    void forget() {
        AWS.reset();
    }

    @AfterAll
    static void stop() {
        AWS.close();
    }

    private static String machine(String arn) {
        return "{\"stateMachineArn\": \"" + arn + "\", \"name\": \"orders\", \"status\": \"ACTIVE\","
                + " \"type\": \"EXPRESS\", \"roleArn\": \"arn:aws:iam::123456789012:role/orders\","
                + " \"creationDate\": 1764000000.5, \"revisionId\": \"r-7\","
                + " \"loggingConfiguration\": {\"level\": \"ERROR\", \"includeExecutionData\": true},"
                + " \"definition\": \"{\\\"StartAt\\\": \\\"Done\\\", \\\"States\\\":"
                + " {\\\"Done\\\": {\\\"Type\\\": \\\"Succeed\\\"}}}\"}";
    }

    @Test
    void gives_definition_type_logging_and_role_of_an_arn() {
        AWS.answers("DescribeStateMachine", machine(ARN));

        DeployedDefinition deployed = machines.fetch(ARN);

        assertThat(deployed.name()).isEqualTo("orders");
        assertThat(deployed.type()).isEqualTo(StateMachineType.EXPRESS);
        assertThat(deployed.logging()).isEqualTo(new Logging("ERROR", true));
        assertThat(deployed.stateMachine().arn()).isEqualTo(ARN);
        assertThat(deployed.stateMachine().start().output()).isEmpty();
        assertThat(deployed.describe(NOW.instant().plusSeconds(7200)))
                .isEqualTo(ARN + ", updated 2025-11-24T16:00:00.500Z, revision r-7, fetched 2 hours ago");
    }

    @Test
    void signs_what_it_sends() {
        AWS.answers("DescribeStateMachine", machine(ARN));

        machines.fetch(ARN);

        LoggedRequest request = AWS.requests("DescribeStateMachine").get(0);
        assertThat(request.getBodyAsString()).isEqualTo("{\"stateMachineArn\":\"" + ARN + "\"}");
        assertThat(request.getHeader("Authorization"))
                .startsWith("AWS4-HMAC-SHA256 Credential=AKIDEXAMPLE/")
                .contains("/eu-west-1/states/aws4_request, SignedHeaders=")
                .doesNotContain("not-a-real-secret");
        assertThat(request.getHeader("Content-Type")).isEqualTo("application/x-amz-json-1.0");
        assertThat(request.getHeader("X-Amz-Date")).isNotBlank();
    }

    @Test
    void finds_a_name_on_a_later_page() {
        AWS.answersInTurn(
                "ListStateMachines",
                ok("{\"stateMachines\": [{\"name\": \"carts\", \"stateMachineArn\": \"" + ARN
                        + "-1\"}], \"nextToken\": \"t-1\"}"),
                ok("{\"stateMachines\": [{\"name\": \"orders\", \"stateMachineArn\": \"" + ARN + "\"}]}"));
        AWS.answers("DescribeStateMachine", machine(ARN));

        assertThat(machines.fetch("orders").arn()).isEqualTo(ARN);
        assertThat(AWS.requests("ListStateMachines").get(1).getBodyAsString()).isEqualTo("{\"nextToken\":\"t-1\"}");
    }

    @Test
    void suggests_a_name_when_there_is_none() {
        AWS.answers(
                "ListStateMachines",
                "{\"stateMachines\": [{\"name\": \"orders\", \"stateMachineArn\": \"" + ARN + "\"}]}");

        AwsCallException failure = catchThrowableOfType(AwsCallException.class, () -> machines.fetch("order"));

        assertThat(failure.reason()).isEqualTo(Reason.NOT_FOUND);
        assertThat(failure)
                .hasMessage("There is no state machine \"order\" among the 1 of this account and region."
                        + " Did you mean \"orders\"?"
                        + "\n  do      check the name, the account and AWS_REGION, or give the ARN.");
    }

    @Test
    void takes_a_version_as_it_is_and_the_heaviest_route_of_an_alias() {
        AWS.answers("DescribeStateMachine", machine(ARN + ":4"));
        AWS.answers(
                "DescribeStateMachineAlias",
                "{\"stateMachineAliasArn\": \"" + ARN + ":PROD\", \"name\": \"PROD\", \"routingConfiguration\": ["
                        + "{\"stateMachineVersionArn\": \"" + ARN + ":3\", \"weight\": 10},"
                        + "{\"stateMachineVersionArn\": \"" + ARN + ":4\", \"weight\": 90}]}");

        assertThat(machines.fetch(ARN + ":4").origin().asked()).isEqualTo(ARN + ":4");
        assertThat(AWS.requests("DescribeStateMachineAlias")).isEmpty();
        assertThat(machines.fetch(ARN + ":PROD").origin().asked()).isEqualTo("alias PROD, 90 %");
        assertThat(AWS.requests("DescribeStateMachine"))
                .extracting(LoggedRequest::getBodyAsString)
                .containsOnly("{\"stateMachineArn\":\"" + ARN + ":4\"}");
        assertThat(machines.fetchRoutes(ARN + ":PROD"))
                .extracting(route -> route.origin().asked())
                .containsExactly("alias PROD, 90 %", "alias PROD, 10 %");
    }

    @Test
    void gives_what_an_execution_ran() {
        String execution = "arn:aws:states:eu-west-1:123456789012:execution:orders:e-1";
        AWS.answers("DescribeStateMachineForExecution", machine(ARN));

        DeployedDefinition deployed = machines.fetch(execution);

        assertThat(deployed.type()).isEqualTo(StateMachineType.STANDARD);
        assertThat(deployed.origin().asked()).isEqualTo("execution " + execution);
    }

    @Test
    void gives_what_a_stack_made() {
        AWS.stub(WireMock.post(WireMock.urlEqualTo("/"))
                .withRequestBody(WireMock.containing("Action=DescribeStackResource"))
                .willReturn(WireMock.okXml("<DescribeStackResourceResponse><DescribeStackResourceResult>"
                        + "<StackResourceDetail><LogicalResourceId>Orders</LogicalResourceId>"
                        + "<PhysicalResourceId>" + ARN + "</PhysicalResourceId>"
                        + "<ResourceType>AWS::StepFunctions::StateMachine</ResourceType></StackResourceDetail>"
                        + "</DescribeStackResourceResult></DescribeStackResourceResponse>")));
        AWS.answers("DescribeStateMachine", machine(ARN));

        try (CloudFormationClient stacks = stacks()) {
            assertThat(machines.fetchFromStack(stacks, "shop", "Orders")
                            .origin()
                            .asked())
                    .isEqualTo("stack shop, resource Orders");
        }
    }

    @Test
    void refuses_a_resource_that_is_no_state_machine() {
        AWS.stub(WireMock.post(WireMock.urlEqualTo("/"))
                .withRequestBody(WireMock.containing("Action=DescribeStackResource"))
                .willReturn(WireMock.okXml("<DescribeStackResourceResponse><DescribeStackResourceResult>"
                        + "<StackResourceDetail><PhysicalResourceId>table-1</PhysicalResourceId>"
                        + "<ResourceType>AWS::DynamoDB::Table</ResourceType></StackResourceDetail>"
                        + "</DescribeStackResourceResult></DescribeStackResourceResponse>")));

        try (CloudFormationClient stacks = stacks()) {
            assertThat(catchThrowableOfType(
                            AwsCallException.class, () -> machines.fetchFromStack(stacks, "shop", "Table")))
                    .hasMessage("The resource Table of the stack shop is of the type AWS::DynamoDB::Table, and no state"
                            + " machine.\n  do      give the logical id of an AWS::StepFunctions::StateMachine; a SAM"
                            + " template's id stays the same when it is deployed.");
        }
    }

    private static CloudFormationClient stacks() {
        return CloudFormationClient.builder()
                .httpClientBuilder(UrlConnectionHttpClient.builder())
                .endpointOverride(AWS.uri())
                .region(Region.EU_WEST_1)
                .credentialsProvider(StaticCredentialsProvider.create(AwsBasicCredentials.create("AKID", "none")))
                .build();
    }

    // --- when AWS says no

    @Test
    void a_throttled_call_is_tried_again() {
        AWS.answersInTurn("DescribeStateMachine", error(400, "ThrottlingException", "Rate exceeded"), ok(machine(ARN)));

        assertThat(machines.fetch(ARN).name()).isEqualTo("orders");
        assertThat(AWS.requests("DescribeStateMachine")).hasSize(2);
    }

    @Test
    void a_call_that_stays_throttled_fails_and_says_so() {
        AWS.answersInTurn("DescribeStateMachine", error(400, "ThrottlingException", "Rate exceeded"));

        fails(
                Reason.THROTTLED,
                "ThrottlingException: Rate exceeded (HTTP 400, request id"
                        + " 11111111-2222-3333-4444-555555555555).\n  do      run again later, or set a larger number of retries"
                        + " (AWS_MAX_ATTEMPTS).");
        assertThat(AWS.requests("DescribeStateMachine")).hasSize(3);
    }

    @Test
    void expired_credentials() {
        AWS.answersInTurn(
                "DescribeStateMachine",
                error(400, "ExpiredTokenException", "The security token included in the request is expired"));

        fails(
                Reason.CREDENTIALS_REFUSED,
                "ExpiredTokenException: The security token included in the request is expired"
                        + " (HTTP 400, request id 11111111-2222-3333-4444-555555555555).\n  do      renew the credentials (aws sso"
                        + " login, aws sts get-caller-identity) and run again.");
    }

    @Test
    void access_denied_names_the_permission() {
        AWS.answersInTurn(
                "DescribeStateMachine",
                error(
                        400,
                        "AccessDeniedException",
                        "User: x is not authorized to perform: states:DescribeStateMachine"));

        fails(
                Reason.ACCESS_DENIED,
                "AccessDeniedException: User: x is not authorized to perform:"
                        + " states:DescribeStateMachine (HTTP 400, request id 11111111-2222-3333-4444-555555555555)."
                        + "\n  do      allow states:DescribeStateMachine; docs/contract.md has the policy.");
    }

    @Test
    void not_found() {
        AWS.answersInTurn(
                "DescribeStateMachine",
                error(400, "StateMachineDoesNotExist", "State Machine Does Not Exist: '" + ARN + "'"));

        fails(
                Reason.NOT_FOUND,
                "StateMachineDoesNotExist: State Machine Does Not Exist: '" + ARN + "' (HTTP 400, request"
                        + " id 11111111-2222-3333-4444-555555555555).\n  do      check the name or ARN, its account and its"
                        + " region.");
    }

    @Test
    void an_answer_that_is_not_json() {
        AWS.answersInTurn("DescribeStateMachine", ok("<html>Sign in to the hotel's network</html>"));

        fails(
                Reason.UNREADABLE_ANSWER,
                "the answer is not in AWS's JSON protocol.\n  do      check that the endpoint is"
                        + " AWS's (AWS_ENDPOINT_URL, proxies) and the SDK is current.");
    }

    @Test
    void an_answer_without_a_definition() {
        AWS.answers("DescribeStateMachine", machine(ARN).replace("\"definition\"", "\"other\""));

        fails(
                Reason.UNREADABLE_ANSWER,
                "the answer has no \"definition\".\n  do      check that the endpoint is AWS's"
                        + " (AWS_ENDPOINT_URL, proxies) and the SDK is current.");
    }

    @Test
    void a_server_that_is_not_aws() {
        // WireMock's own 404.
        fails(
                Reason.UNREADABLE_ANSWER,
                "HTTP 404 without one of AWS's error codes.\n  do      check that the endpoint is"
                        + " AWS's (AWS_ENDPOINT_URL, proxies) and the SDK is current.");
    }

    @Test
    void no_answer_in_time() {
        try (AwsServer slow = new AwsServer(Duration.ofMillis(200))) {
            slow.answersInTurn("DescribeStateMachine", ok(machine(ARN)).withFixedDelay(5000));

            assertThat(catchThrowableOfType(AwsCallException.class, () -> DeployedStateMachines.with(slow.client())
                            .fetch(ARN)))
                    .hasMessage("AWS gave no answer to DescribeStateMachine of " + ARN
                            + ": no answer in time.\n  do      check the network, proxies and the endpoint.")
                    .extracting(AwsCallException::reason)
                    .isEqualTo(Reason.TIMED_OUT);
        }
    }

    @Test
    void a_connection_that_breaks() {
        AWS.stub(AwsServer.action("DescribeStateMachine")
                .willReturn(WireMock.aResponse().withFault(Fault.EMPTY_RESPONSE)));

        fails(
                Reason.UNREACHABLE,
                "no connection (SocketException).\n  do      check the network, proxies and the" + " endpoint.");
    }

    private void fails(Reason reason, String said) {
        AwsCallException failure = catchThrowableOfType(AwsCallException.class, () -> machines.fetch(ARN));
        assertThat(failure).hasMessage("AWS gave no answer to DescribeStateMachine of " + ARN + ": " + said);
        assertThat(failure.reason()).isEqualTo(reason);
    }

    @Test
    void a_definition_that_is_encrypted_with_a_key_of_others() {
        AWS.answers(
                "DescribeStateMachine",
                machine(ARN)
                        .replace("\"definition\"", "\"other\"")
                        .replace(
                                "\"revisionId\"",
                                "\"encryptionConfiguration\": {\"type\": \"CUSTOMER_MANAGED_KMS_KEY\", \"kmsKeyId\": \"key-1\"},"
                                        + " \"revisionId\""));

        assertThat(catchThrowableOfType(AwsCallException.class, () -> machines.fetch(ARN)))
                .hasMessage(
                        "AWS gave no definition in its answer to DescribeStateMachine of " + ARN + ": it is encrypted"
                                + " with the key key-1.\n  do      allow kms:Decrypt on that key; docs/contract.md has the"
                                + " policy.");
    }

    @Test
    void no_credentials_at_all() {
        try (SfnClient client = SfnClient.builder()
                .httpClientBuilder(UrlConnectionHttpClient.builder())
                .endpointOverride(URI.create("http://127.0.0.1:1"))
                .region(Region.EU_WEST_1)
                .credentialsProvider(() -> noCredentials())
                .build()) {
            AwsCallException failure =
                    catchThrowableOfType(AwsCallException.class, () -> DeployedStateMachines.with(client)
                            .fetch(ARN));

            assertThat(failure.reason()).isEqualTo(Reason.NOT_CONFIGURED);
            assertThat(failure)
                    .hasMessage(
                            "AWS gave no answer to DescribeStateMachine of " + ARN + ": there are no AWS credentials."
                                    + "\n  do      configure some (AWS_PROFILE, AWS_ACCESS_KEY_ID, aws sso login) or use a pulled"
                                    + " file.");
        }
    }

    private static AwsCredentials noCredentials() {
        throw SdkClientException.create("Unable to load credentials from any of the providers in the chain");
    }

    @Test
    void an_arn_of_something_else() {
        assertThat(catchThrowableOfType(
                        IllegalArgumentException.class,
                        () -> machines.fetch("arn:aws:lambda:eu-west-1:123456789012:function:charge")))
                .hasMessage(
                        "arn:aws:lambda:eu-west-1:123456789012:function:charge is neither the ARN of a state machine,"
                                + " a version, an alias nor of an execution.\n  do      give"
                                + " arn:aws:states:REGION:ACCOUNT:stateMachine:NAME, or the name.");
    }
}
