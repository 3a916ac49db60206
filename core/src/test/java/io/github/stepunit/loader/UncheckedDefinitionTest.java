package io.github.stepunit.loader;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.stepunit.definition.StateMachineType;
import io.github.stepunit.json.JsonPointer;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class UncheckedDefinitionTest {

    private static final JsonPointer WRONG =
            JsonPointer.ROOT.field("States").field("A").field("Wrong");

    private final Path folder;

    UncheckedDefinitionTest(@TempDir Path folder) {
        this.folder = folder;
    }

    @Test
    void a_definition_that_would_be_refused_can_be_had_as_text_with_its_places() {
        Project project = new Project(folder);
        Path template = project.write(
                "template.yaml",
                """
                Resources:
                  Orders:
                    Type: AWS::Serverless::StateMachine
                    Properties:
                      Type: EXPRESS
                      Definition:
                        StartAt: A
                        States:
                          A:
                            Type: Succeed
                            Wrong: true
                """);

        UncheckedDefinition definition = project.file("template.yaml").unchecked("Orders");

        assertThat(definition.text()).contains("\"Wrong\"");
        assertThat(definition.type()).isEqualTo(StateMachineType.EXPRESS);
        assertThat(definition.name()).isEqualTo("Orders");
        assertThat(definition.sourceMap().locate(WRONG)).hasToString(template + ":11:20");
    }

    @Test
    void text_that_is_no_json_has_a_beginning() {
        Project project = new Project(folder);
        Path file = project.write("orders.asl.json", "{\"StartAt\": ");

        UncheckedDefinition definition = project.file("orders.asl.json").unchecked();

        assertThat(definition.text()).isEqualTo("{\"StartAt\": ");
        assertThat(definition.sourceMap().locate(WRONG)).hasToString(file + ":1:1");
    }
}
