package io.github.stepunit.samples;

import static io.github.stepunit.assertj.StepUnitAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.stepunit.Execution;
import io.github.stepunit.StateMachine;
import io.github.stepunit.junit5.MockTask;
import io.github.stepunit.junit5.StepFunctionTest;
import io.github.stepunit.s3.S3Objects;
import io.github.stepunit.task.TaskMock;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A Distributed Map reads a CSV file from S3, tolerates failures, and writes its results. */
@StepFunctionTest("statemachines/csv-import.asl.json")
class CsvImportTest {

    @MockTask("Store batch")
    TaskMock store;

    // #region objects
    @BeforeEach
    void the_file_is_there(S3Objects s3) {
        s3.put("imports", "orders.csv", "id,amount\no-1,10\no-2,20\no-3,-1\no-4,40\n")
                .createBucket("results");
    }
    // #endregion

    // #region tolerated
    @Test
    void a_batch_that_fails_is_tolerated(StateMachine importer) {
        store.returns("'stored'");
        store.whenInputAt("$.Payload.Items[0].row.id", "o-3").fails("Row.Invalid", "o-3: amount -1");

        Execution execution = importer.start("{'file': 'orders.csv'}");

        assertThat(execution)
                .hasSucceeded()
                .mapRun("Import rows")
                .hasSucceededItems(2)
                .hasFailedItems(2);
        assertThat(execution)
                .mapRun("Import rows")
                .child(1)
                .hasFailedWith("Row.Invalid", "o-3: amount -1")
                .state("Store batch")
                .hasTaskInputAt("$.Payload.Items[1].row.id", "o-4");
    }
    // #endregion

    // #region results
    @Test
    void the_results_are_written(StateMachine importer, S3Objects s3) {
        store.returns("'stored'").always();

        Execution execution = importer.start("{'file': 'orders.csv'}");

        String manifest = execution.output().at("/ResultWriterDetails/Key").asText();
        String results =
                s3.json("results", manifest).at("/ResultFiles/SUCCEEDED/0/Key").asText();
        assertThat(s3.text("results", results)).isEqualTo("[\"stored\",\"stored\"]");
        assertThat(execution).mapRun("Import rows").hasResultsWritten(4);
    }
    // #endregion

    // #region missing
    @Test
    void a_file_that_is_not_there_fails_the_map_run(StateMachine importer) {
        Execution execution = importer.start("{'file': 'order.csv'}");

        assertThat(execution).hasFailedWith("States.ItemReaderFailed");
        assertThat(execution.mapRun("Import rows").explanation())
                .isEqualTo("There is no object \"order.csv\" in the bucket \"imports\". Did you mean \"orders.csv\"?");
    }
    // #endregion
}
