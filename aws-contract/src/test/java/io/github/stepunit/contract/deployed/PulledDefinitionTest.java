package io.github.stepunit.contract.deployed;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.stepunit.definition.StateMachineType;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import org.jspecify.annotations.NullUnmarked;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@NullUnmarked // fields are injected
class PulledDefinitionTest {

    private static final String DONE = "{'StartAt': 'Done', 'States': {'Done': {'Type': 'Succeed'}}}";
    private static final String DO =
            "\n  do      pull it: java -cp … io.github.stepunit.contract.cli.Main pull NAME FILE";

    @TempDir
    Path folder;

    @Test
    void is_json_that_people_can_review() throws IOException {
        Path file = folder.resolve("orders/orders.deployed.json");

        PulledDefinition.write(file, Deployed.of(DONE, StateMachineType.EXPRESS, "r-7"));

        assertThat(file)
                .hasContent(
                        """
                        {
                          "stepunit": "deployed definition",
                          "format": 1,
                          "arn": "arn:aws:states:eu-west-1:123456789012:stateMachine:orders",
                          "name": "orders",
                          "type": "EXPRESS",
                          "roleArn": "arn:aws:iam::123456789012:role/orders",
                          "logging": {
                            "level": "ALL",
                            "includeExecutionData": false
                          },
                          "revisionId": "r-7",
                          "updatedAt": "2026-11-01T08:00:00Z",
                          "asked": "arn:aws:states:eu-west-1:123456789012:stateMachine:orders",
                          "pulledAt": "2026-11-25T09:00:00Z",
                          "definition": {
                            "StartAt": "Done",
                            "States": {
                              "Done": {
                                "Type": "Succeed"
                              }
                            }
                          }
                        }
                        """);
        assertThat(folder.resolve("orders").toFile().list())
                .as("no draft is left")
                .containsExactly("orders.deployed.json");
    }

    @Test
    void is_read_as_it_was_written_and_knows_its_file_and_age() {
        Path file = folder.resolve("orders.json");
        DeployedDefinition deployed = Deployed.of(DONE, StateMachineType.EXPRESS, "r-7");
        PulledDefinition.write(file, deployed);

        DeployedDefinition read = PulledDefinition.read(file);

        assertThat(read)
                .usingRecursiveComparison()
                .ignoringFields("origin.file")
                .isEqualTo(deployed);
        assertThat(read.describe(Deployed.FETCHED.plus(Duration.ofDays(41))))
                .isEqualTo(
                        Deployed.ARN + ", updated 2026-11-01T08:00:00Z, revision r-7, pulled 41 days ago into " + file);
    }

    @Test
    void refuses_what_was_never_pulled() throws IOException {
        Path file = folder.resolve("x.json");

        assertThatThrownBy(() -> PulledDefinition.read(file))
                .hasMessage("There is no file " + file + " (looked for " + file + ")." + DO + ".");
        Files.writeString(file, "{");
        assertThatThrownBy(() -> PulledDefinition.read(file)).hasMessageContainingAll(file + " is not JSON: ", DO);
        Files.writeString(file, "{\"StartAt\": \"Done\"}");
        assertThatThrownBy(() -> PulledDefinition.read(file))
                .hasMessage(file + " is no deployed definition that this version of StepUnit has pulled (\"stepunit\":"
                        + " \"deployed definition\", \"format\": 1)." + DO);
    }

    @Test
    void refuses_a_file_that_somebody_has_damaged() throws IOException {
        Path file = folder.resolve("x.json");
        PulledDefinition.write(file, Deployed.of(DONE));
        String text = Files.readString(file);

        Files.writeString(file, text.replace("STANDARD", "TURBO"));
        assertThatThrownBy(() -> PulledDefinition.read(file))
                .hasMessage(file + " has the unknown \"type\" TURBO." + DO);
        Files.writeString(file, text.replace("2026-11-25T09:00:00Z", "yesterday"));
        assertThatThrownBy(() -> PulledDefinition.read(file))
                .hasMessage(file + " has a \"pulledAt\" that is no time: yesterday." + DO);
        Files.writeString(file, text.replace("\"arn\"", "\"ARN\""));
        assertThatThrownBy(() -> PulledDefinition.read(file)).hasMessage(file + " has no text \"arn\"." + DO);
    }
}
