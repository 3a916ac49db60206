package io.github.stepunit.contract.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.github.tomakehurst.wiremock.verification.LoggedRequest;
import io.github.stepunit.contract.deployed.PulledDefinition;
import io.github.stepunit.contract.internal.AwsServer;
import io.github.stepunit.contract.internal.Versions;
import io.github.stepunit.contract.recorded.Imports;
import io.github.stepunit.contract.recorded.RecordedExecution;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The commands, with what users do right and wrong. */
class MainTest {

    private static final String ARN = "arn:aws:states:eu-west-1:123456789012:stateMachine:orders";

    private final Console console = Console.withoutAws();
    private final Path folder;

    MainTest(@TempDir Path folder) {
        this.folder = folder;
    }

    private String definition() throws IOException {
        return Files.writeString(folder.resolve("imports.asl.json"), Imports.DEFINITION)
                .toString();
    }

    private String recording() {
        RecordedExecution recorded = Imports.recorded(Imports.execution(Imports.DEFINITION));
        Path file = folder.resolve("recordings/import-1.json");
        recorded.write(file);
        return file.toString();
    }

    @Test
    void lists_its_commands() {
        assertThat(console.run("--help")).isZero();
        assertThat(console.out())
                .isEqualTo(
                        """
                        Usage: stepunit-contract [-hV] [COMMAND]
                        Compares what is tested here with what is deployed and what production does.
                          -h, --help      Show this help message and exit.
                          -V, --version   Print version information and exit.
                        Commands:
                          pull      Keeps a deployed definition in a file, to be checked in.
                          record    Fetches executions that ran on AWS into files, secrets masked by
                                      SecretRules.DEFAULT.
                          replay    Would this change have altered any of last week's runs?
                          generate  Makes a test class of recorded executions, secrets masked by
                                      SecretRules.DEFAULT.
                          coverage  Compares what production walks with what tests walk.
                        Credentials, region and endpoint are those of the AWS SDK: AWS_PROFILE,
                        AWS_REGION, AWS_ENDPOINT_URL.""");
        assertThat(console.run("--version")).isZero();
        assertThat(console.out()).isEqualTo(Versions.describe());
        assertThat(console.run()).isEqualTo(2);
        assertThat(console.run("relpay")).isEqualTo(2);
        assertThat(console.err()).startsWith("Unmatched argument at index 0: 'relpay'\nDid you mean: ");
    }

    @ParameterizedTest
    @ValueSource(strings = {"pull", "record", "replay", "generate", "coverage"})
    void each_command_says_how_it_is_used(String command) {
        assertThat(console.run(command)).isEqualTo(2);
        assertThat(console.err())
                .startsWith("Missing required parameter")
                .contains("Usage: stepunit-contract " + command + " [");
        assertThat(console.run(command, "--help")).isZero();
        assertThat(console.out()).startsWith("Usage: stepunit-contract " + command + " [");
    }

    @Test
    void a_definition_is_pulled_into_a_file() {
        Path file = folder.resolve("orders.deployed.json");
        try (AwsServer aws = new AwsServer()) {
            Console withAws = Console.withAws(aws);
            aws.answers(
                    "DescribeStateMachine",
                    "{\"stateMachineArn\": \"" + ARN
                            + "\", \"name\": \"orders\", \"type\": \"STANDARD\", \"creationDate\":"
                            + " 1, \"definition\": \"{}\"}");

            assertThat(withAws.run("pull", ARN, file.toString())).isZero();

            assertThat(withAws.out()).isEqualTo("pulled " + ARN + " into " + file);
            assertThat(aws.requests("DescribeStateMachine"))
                    .extracting(LoggedRequest::getBodyAsString)
                    .containsExactly("{\"stateMachineArn\":\"" + ARN + "\"}");
        }
        assertThat(PulledDefinition.read(file).name()).isEqualTo("orders");
    }

    @ParameterizedTest
    @ValueSource(strings = {"pull", "record"})
    void a_wrong_arn_is_refused_before_aws_is_asked(String command) {
        assertThat(console.run(command, "arn:aws:s3:::bucket", folder.toString()))
                .isEqualTo(2);
        assertThat(console.err())
                .startsWith("arn:aws:s3:::bucket is neither the ARN of a state machine, a version, an alias nor of an"
                        + " execution.\nUsage: ");
    }

    @Test
    void a_history_that_is_damaged_is_told() throws IOException {
        Path file = Files.writeString(folder.resolve("a.json"), "{\"events\": [{\"id\": 1}]}");

        assertThat(console.run("replay", definition(), file.toString())).isEqualTo(2);
        assertThat(console.err())
                .startsWith(
                        file + " holds no history that can be read: Event 1 of the execution history has no \"type\".\n"
                                + "  do      record it: ");
    }

    @Test
    void a_test_class_is_made_of_recordings() throws IOException {
        String definition = definition();
        String recording = recording();

        assertThat(console.run("generate", definition, "com.example.ImportsTest", folder.toString(), recording))
                .isZero();

        Path written = folder.resolve("java/com/example/ImportsTest.java");
        assertThat(console.out()).isEqualTo("wrote " + written + ": 1 test");
        assertThat(written).content().contains("class ImportsTest {", "void import_1_succeeds(StateMachine machine)");
        assertThat(console.run("generate", definition, "Imports Test", folder.toString(), recording))
                .isEqualTo(2);
        assertThat(console.err()).isEqualTo("`Imports Test` is no name of a class.");
    }

    @Test
    void coverage_of_production_is_compared() throws IOException {
        String definition = definition();
        String recording = recording();
        Path parts = Files.createDirectories(folder.resolve("coverage"));
        Path json = folder.resolve("comparison.json");

        assertThat(console.run(
                        "coverage", "--part", "--json", json.toString(), definition, parts.toString(), recording))
                .isZero();

        Path part = folder.resolve("production-coverage/imports.json");
        assertThat(console.out())
                .contains("Production walks what no test does:\n")
                .endsWith("wrote " + part);
        assertThat(json).content().contains("\"onlyInProduction\": [");
        assertThat(part).exists();
    }

    @Test
    void what_is_not_there_is_said_without_a_stack_trace() throws IOException {
        String definition = definition();
        String none = folder.resolve("none.json").toString();
        String broken = Files.writeString(folder.resolve("broken.json"), "{").toString();
        for (List<String> arguments : List.of(
                List.of("replay", none, recording()),
                List.of("replay", definition, none),
                List.of("replay", broken, recording()),
                List.of("replay", definition, broken),
                List.of("replay", "--machine", "Nobody", definition, recording()),
                List.of("generate", none, "A", folder.toString(), recording()),
                List.of("generate", definition, "A", folder.toString(), none),
                List.of("coverage", definition, none, recording()),
                List.of("coverage", none, folder.toString(), recording()),
                List.of("coverage", definition, folder.toString(), none))) {
            assertThat(console.run(arguments.toArray(String[]::new)))
                    .as(arguments.toString())
                    .isEqualTo(2);
            assertThat(console.err())
                    .as(arguments.toString())
                    .doesNotContain("\tat ", "Exception")
                    .containsAnyOf(none, broken, "Nobody");
        }
    }
}
