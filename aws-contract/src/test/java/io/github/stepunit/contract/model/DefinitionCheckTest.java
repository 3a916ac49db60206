package io.github.stepunit.contract.model;

import static io.github.stepunit.contract.assertj.ContractAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.stepunit.StateMachine;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a definition writes out, without running it. */
class DefinitionCheckTest {

    private final Path folder;

    DefinitionCheckTest(@TempDir Path folder) {
        this.folder = folder;
    }

    private ServiceModelReport report(String yaml) throws IOException {
        Path file = Files.writeString(folder.resolve("orders.asl.yaml"), yaml);
        return ServiceModelCheck.strict().check(StateMachine.load(file));
    }

    @Test
    void names_state_member_and_line() throws IOException {
        ServiceModelReport report = report(
                """
                StartAt: Save
                States:
                  Save:
                    Type: Task
                    Resource: arn:aws:states:::aws-sdk:dynamodb:putItem
                    Parameters:
                      TableName: orders
                      item.$: $.item
                      ReturnValues: ALL_OLDD
                    Next: Each
                  Each:
                    Type: Map
                    End: true
                    ItemProcessor:
                      StartAt: Print
                      States:
                        Print:
                          Type: Task
                          QueryLanguage: JSONata
                          Resource: arn:aws:states:::aws-sdk:ecs:runTasks
                          Arguments: {}
                          Next: Move
                        Move:
                          Type: Task
                          Resource: arn:aws:states:::aws-sdk:appflow:startFlow
                          Parameters: {FlowName: f}
                          End: true
                """);

        assertThatThrownBy(() -> assertThat(report).hasNoProblems())
                .hasMessage(
                        """

                        Expecting no request that AWS would not take, but
                        FILE has requests that AWS would not take:

                        `Save` calls aws-sdk:dynamodb:putItem
                          /States/Save/Parameters/item.$: there is no such member. Did you mean "Item"?
                            at FILE:8:15
                          /States/Save/Parameters/ReturnValues: "ALL_OLDD" is not one of NONE, ALL_OLD, UPDATED_OLD, ALL_NEW, UPDATED_NEW. Did you mean "ALL_OLD"?
                            at FILE:9:21
                          /States/Save/Parameters/Item: is required, but missing
                            at FILE:6:5

                        `Print` calls aws-sdk:ecs:runTasks
                          /States/Each/ItemProcessor/States/Print/Resource: the AWS SDK has no ecs:runTasks. Did you mean "runTask"?
                            at FILE:20:21

                        Not all Tasks were checked. To check them too, add with scope test:
                          software.amazon.awssdk:appflow"""
                                .replace(
                                        "FILE",
                                        folder.resolve("orders.asl.yaml").toString()));
        assertThatThrownBy(() -> assertThat(report).hasCheckedAllTasks())
                .hasMessageStartingWith("\nExpecting all Tasks to be checked, but\n");
    }

    @Test
    void what_only_a_run_or_a_deployment_knows_is_left_aside() throws IOException {
        assertThat(
                        report(
                                """
                        QueryLanguage: JSONata
                        StartAt: Run
                        States:
                          Run:
                            Type: Task
                            Resource: arn:aws:states:::ecs:runTask.sync
                            Arguments:
                              TaskDefinition: ${TaskDefinition}
                              LaunchType: ${LaunchType}
                              PropagateTags: '{% $tags %}'
                              Overrides: '{% $overrides %}'
                            Next: Whole
                          Whole:
                            Type: Task
                            Resource: arn:aws:states:::aws-sdk:batch:submitJob
                            Arguments: '{% $states.input %}'
                            End: true
                        """))
                .hasNoProblems()
                .hasCheckedAllTasks();
    }

    @Test
    void says_so_when_all_is_well() throws IOException {
        ServiceModelReport report = report("{StartAt: A, States: {A: {Type: Succeed}}}");

        assertThat(report).hasToString(folder.resolve("orders.asl.yaml") + " has no requests that AWS would not take.");
    }
}
