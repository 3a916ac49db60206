package io.github.stepunit.assertj;

import static io.github.stepunit.assertj.StepUnitAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.stepunit.Execution;
import io.github.stepunit.MapRunCounts;
import io.github.stepunit.MapRunStatus;
import io.github.stepunit.StateMachine;
import org.junit.jupiter.api.Test;

class MapRunAssertTest {

    private static final String IMPORT =
            """
            {"StartAt": "Import", "States": {"Import": {"Type": "Map", "ToleratedFailureCount": 1, "End": true,
              "ItemProcessor": {"ProcessorConfig": {"Mode": "DISTRIBUTED", "ExecutionType": "STANDARD"},
                "StartAt": "Check", "States": {
                  "Check": {"Type": "Choice", "Choices": [{"Variable": "$", "NumericEquals": 13, "Next": "Refuse"}],
                    "Default": "Accept"},
                  "Accept": {"Type": "Pass", "End": true},
                  "Refuse": {"Type": "Fail", "Error": "Row.Invalid", "Cause": "13"}}}}}}
            """;

    private final Execution execution = StateMachine.of(IMPORT).start("[1, 13, 3]");

    @Test
    void counts_and_children() {
        assertThat(execution)
                .mapRun("Import")
                .hasSucceeded()
                .hasStatus(MapRunStatus.SUCCEEDED)
                .hasItems(3)
                .hasSucceededItems(2)
                .hasFailedItems(1)
                .hasTimedOutItems(0)
                .hasAbortedItems(0)
                .hasPendingItems(0)
                .hasResultsWritten(0)
                .hasItemCounts(new MapRunCounts(0, 0, 2, 1, 0, 0, 3, 0))
                .hasChildren(3)
                .child(1)
                .hasFailedWith("Row.Invalid", "13")
                .hasPath("Check", "Refuse")
                .returnToMapRun()
                .firstFailedChild()
                .hasError("Row.Invalid")
                .returnToMapRun()
                .child(0)
                .hasSucceeded()
                .hasOutput("1")
                .state("Accept")
                .wasVisited()
                .returnToExecution()
                .returnToMapRun()
                .returnToExecution()
                .hasPath("Import");
    }

    @Test
    void the_message_has_the_counts_and_the_first_failure() {
        assertThatThrownBy(() -> assertThat(execution).mapRun("Import").hasFailedItems(0))
                .hasMessage(
                        """

                        Expecting the Map Run of "Import" to have
                          0 failed items
                        but it succeeded. Its items: 2 succeeded, 1 failed, 3 in total.

                        The first child execution that failed is child 1:

                        FAILED at +00:00:00 with Row.Invalid: 13
                          +00:00:00  Check, rule 0 -> 13
                          +00:00:00  Refuse, failed with Row.Invalid: 13 <- 13""");
    }

    @Test
    void what_is_not_there_is_told() {
        assertThatThrownBy(() -> assertThat(execution).mapRun("Import").child(3))
                .hasMessageContaining("Expecting the Map Run of \"Import\" to have started the child execution\n  3\n");
        assertThatThrownBy(() ->
                        assertThat(StateMachine.of(IMPORT).startPaused("[]")).mapRun("Import"))
                .hasMessageContaining(
                        "Expecting execution to have a Map Run of\n  \"Import\"\nbut its Map Runs are\n  []");
        assertThatThrownBy(() -> assertThat(execution).mapRun("Improt"))
                .hasMessageContaining("Did you mean \"Import\"?");
        assertThatThrownBy(() -> assertThat(execution).returnToMapRun())
                .hasMessageContaining("was not started by a Map Run");
    }

    @Test
    void soft_assertions_collect_what_fails_in_children() {
        assertThatThrownBy(() -> StepUnitSoftAssertions.assertSoftly(softly -> {
                    softly.assertThat(execution).mapRun("Import").hasItems(4).hasFailedItems(2);
                    softly.assertThat(execution).mapRun("Import").child(0).hasFailed();
                }))
                .hasMessageContaining("4 items")
                .hasMessageContaining("2 failed items")
                .hasMessageContaining("FAILED");
        assertThat(execution.mapRun("Import").child(0).parentMapRun()).isNotNull();
    }
}
