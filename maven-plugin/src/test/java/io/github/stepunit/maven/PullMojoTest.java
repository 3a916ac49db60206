package io.github.stepunit.maven;

import static com.github.tomakehurst.wiremock.client.WireMock.equalTo;
import static com.github.tomakehurst.wiremock.client.WireMock.okForContentType;
import static com.github.tomakehurst.wiremock.client.WireMock.post;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import com.github.tomakehurst.wiremock.WireMockServer;
import com.github.tomakehurst.wiremock.core.WireMockConfiguration;
import io.github.stepunit.contract.deployed.PulledDefinition;
import java.nio.file.Path;
import java.util.Map;
import org.apache.maven.plugin.MojoExecutionException;
import org.jspecify.annotations.NullUnmarked;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Pulls from a server on the loopback, with the real client, told as {@code -Daws.…} on Maven's command line tells it. */
@NullUnmarked // fields are injected
class PullMojoTest {

    private static final String ARN = "arn:aws:states:eu-west-1:123456789012:stateMachine:orders";

    @TempDir
    Path folder;

    private final WireMockServer aws = new WireMockServer(
            WireMockConfiguration.options().bindAddress("127.0.0.1").dynamicPort());

    private PullMojo pull;
    private Goals goals;

    @BeforeEach
    void prepare() {
        aws.start();
        environment().forEach(System::setProperty);
        goals = new Goals(folder);
        pull = new PullMojo();
        pull.setLog(goals.told);
        pull.machine = ARN;
        pull.file = goals.file("src/orders.deployed.json");
    }

    @AfterEach
    void cleanUp() {
        environment().keySet().forEach(System::clearProperty);
        aws.stop();
    }

    private Map<String, String> environment() {
        return Map.of(
                "aws.region", "eu-west-1",
                "aws.accessKeyId", "AKIDEXAMPLE",
                "aws.secretAccessKey", "not-a-real-secret",
                "aws.endpointUrl", aws.baseUrl());
    }

    @Test
    void a_deployed_definition_is_written_to_a_file() throws Exception {
        aws.stubFor(post("/")
                .withHeader("X-Amz-Target", equalTo("AWSStepFunctions.DescribeStateMachine"))
                .willReturn(okForContentType(
                        "application/x-amz-json-1.0",
                        """
                        {"stateMachineArn": "%s", "name": "orders", "status": "ACTIVE", "type": "STANDARD",
                         "roleArn": "arn:aws:iam::123456789012:role/orders", "creationDate": 1.7E9,
                         "definition": "{\\"StartAt\\": \\"A\\", \\"States\\": {\\"A\\": {\\"Type\\": \\"Succeed\\"}}}"}
                        """
                                .replace("%s", ARN))));
        pull.execute();
        assertThat(goals.told.toString()).isEqualTo("INFO Pulled " + ARN + " into " + pull.file + ".\n");
        assertThat(PulledDefinition.read(pull.file.toPath()).definition()).contains("\"StartAt\":\"A\"");
    }

    @Test
    void what_aws_says_is_told_and_no_file_is_left() {
        aws.stubFor(post("/")
                .willReturn(okForContentType(
                                "application/x-amz-json-1.0",
                                "{\"__type\": \"StateMachineDoesNotExist\", \"message\": \"State Machine Does Not Exist\"}")
                        .withStatus(400)));
        assertThatExceptionOfType(MojoExecutionException.class)
                .isThrownBy(pull::execute)
                .withMessageContaining(ARN)
                .withMessageContaining("do      ");
        assertThat(pull.file).doesNotExist();
    }
}
