package io.github.stepunit.contract.recorded;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.stepunit.Execution;
import io.github.stepunit.StateMachine;
import io.github.stepunit.contract.assertj.ContractAssertions;
import io.github.stepunit.contract.assertj.ReplayAssert;
import io.github.stepunit.s3.S3Objects;
import io.github.stepunit.task.TaskMocks;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The child executions of Distributed Maps, replayed. */
class ChildExecutionsTest {

    private static final Execution EXECUTION = Imports.execution(Imports.DEFINITION);
    private static final RecordedExecution RECORDED = Imports.recorded(EXECUTION);
    private static final String MAP_RUN = EXECUTION.mapRun("Import rows").arn();

    private static Replay replay(String from, String to) {
        return Replay.of(StateMachine.of(Imports.DEFINITION.replace(from, to)));
    }

    @Test
    void an_execution_is_replayed_with_its_children_and_each_of_them_by_itself() {
        ReplayResult result = replay("", "").replay(RECORDED);

        assertThat(result.describe())
                .isEqualTo("import-1: all "
                        + EXECUTION.history().events().size()
                        + " events as recorded, and so are 3 child executions");
        assertThat(result.isWhole()).isTrue();
        assertThat(result.calls())
                .extracting(AnsweredCall::statePath)
                .containsExactly("Import rows[0]/Store", "Import rows[1]/Store", "Import rows[2]/Store");
        assertThat(result.children())
                .extracting(each -> each.replayed().status().name())
                .containsExactly("SUCCEEDED", "SUCCEEDED", "FAILED");
    }

    /** They start at the same time, and AWS lists the newest first. */
    @Test
    void which_child_is_which_is_told_by_their_inputs() {
        List<RecordedExecution> children = RECORDED.children();
        RecordedExecution shuffled = new RecordedExecution(
                RECORDED.arn(),
                RECORDED.stateMachineArn(),
                RECORDED.history(),
                List.of(children.get(2), children.get(1), children.get(0)),
                List.of());

        assertThat(replay("", "").replay(shuffled).isSame()).isTrue();
    }

    @Test
    void a_change_within_the_processor_shows_in_the_child_that_it_alters() {
        ReplayResult result = replay("100", "1000").replay(RECORDED);

        String child = RECORDED.children().get(1).name();
        assertThat(result.isSame()).isFalse();
        assertThat(result.describe())
                .isEqualTo(
                        """
                        import-1, its child execution %s departs at event 9 of 13
                          state "Tell" (/States/Import rows/ItemProcessor/States/Tell): recorded PassStateEntered of "Tell", now SucceedStateEntered of "Stored"
                          recorded  Store > Big? > Tell > Stored, SUCCEEDED
                          now       Store > Big? > Stored, SUCCEEDED"""
                                .formatted(child));
        assertThat(new ReplaySummary(List.of(result)).describe())
                .startsWith("0 of 1 recorded executions run as recorded\n\nimport-1, its child execution " + child);
    }

    @Test
    void a_change_of_what_children_are_given_shows_as_well() {
        ReplayResult result = replay("\"row.$\": \"$$.Map.Item.Value\"", "\"item.$\": \"$$.Map.Item.Value\"")
                .replay(RECORDED);

        assertThat(result.divergences().get(0).describe())
                .isEqualTo(
                        """
                        state "Import rows[0]" (/States/Import rows): ExecutionStarted has other data
                          input.row: recorded "small", now nothing
                          input.item: recorded nothing, now "small"
                          in the child execution %s"""
                                .formatted(RECORDED.children().get(0).name()));
    }

    @Test
    void a_child_that_is_not_started_any_more_is_told() {
        RecordedExecution again = RECORDED.children().get(2);
        List<RecordedExecution> children = new ArrayList<>(RECORDED.children());
        children.add(again);

        ReplayResult result = replay("", "")
                .replay(new RecordedExecution(
                        RECORDED.arn(), RECORDED.stateMachineArn(), RECORDED.history(), children, List.of()));

        assertThat(result.divergences())
                .extracting(Divergence::describe)
                .containsExactly(
                        "state \"Import rows\" (/States/Import rows): recorded ExecutionStarted, now nothing\n  the"
                                + " child execution " + again.name() + " is not started any more");
    }

    /** A retried Map has a Map Run for each attempt, with the same inputs. */
    @Test
    void the_children_of_an_attempt_that_failed_answer_for_that_attempt() {
        String retried = Imports.DEFINITION.replace(
                "\"ToleratedFailurePercentage\": 50",
                "\"Retry\": [{ \"ErrorEquals\": [\"States.ALL\"], \"MaxAttempts\": 1 }]");
        TaskMocks tasks = new TaskMocks();
        tasks.mock("Store")
                .fails("Row.Invalid")
                .times(1)
                .thenReturns("{'amount': 7}")
                .always();
        Execution execution = Imports.machine(retried).withTasks(tasks).start("{'rows': ['small', 'other']}");

        ReplayResult result = Replay.of(StateMachine.of(retried)).replay(Imports.recorded(execution));

        assertThat(execution.mapRuns()).hasSize(2);
        assertThat(result.isSame()).as(result.describe()).isTrue();
        assertThat(result.isWhole()).isTrue();
        assertThat(result.replayed().mapRuns()).hasSize(2);
    }

    @Test
    void a_child_alone_is_replayed_with_the_processor_as_its_definition(@TempDir Path folder) {
        Path file = folder.resolve("child.json");
        RECORDED.children().get(1).write(file);

        ReplayResult result = replay("", "").replay(RecordedExecution.read(file));

        assertThat(result.isSame()).isTrue();
        assertThat(result.replayed().history().visits())
                .extracting(visit -> visit.name())
                .containsExactly("Store", "Big?", "Tell", "Stored");
        assertThat(replay("\"Label\": \"Rows\",", "")
                        .replay(RECORDED.children().get(1))
                        .isSame())
                .as("AWS makes a label up where there is none")
                .isTrue();
    }

    @Test
    void a_child_of_a_map_state_that_there_is_not_is_refused() {
        assertThatThrownBy(() -> replay("\"Rows\"", "\"Lines\"")
                        .replay(RECORDED.children().get(0)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("The child execution " + RECORDED.children().get(0).arn()
                        + " was started by a Distributed Map that is not in definition, or that cannot be told from others.\n  do      give the Map state the Label that it had then, or replay the execution"
                        + " that it is a child of.");
    }

    /** AWS lists no Express executions, so that the definition alone may tell. */
    @Test
    void express_children_are_told_and_never_taken_for_replayed() {
        Execution execution = Imports.execution(Imports.EXPRESS);

        ReplayResult result = Replay.of(StateMachine.of(Imports.EXPRESS)).replay(Imports.alone(execution));

        String gap = "child executions of the Map Run "
                + execution.mapRun("Import rows").arn() + " are Express executions, of which AWS keeps no history";
        assertThat(result.divergences()).isEmpty();
        assertThat(result.isWhole()).isFalse();
        assertThat(result.notReplayed()).containsExactly("the end of the execution, since " + gap);
        String summary = "1 of 1 recorded executions run as recorded, 1 of them only as far as they can be replayed"
                + "\n\nnot replayed of import-1: the end of the execution, since " + gap;
        assertThat(new ReplaySummary(List.of(result)).describe()).isEqualTo(summary);
        ReplayAssert replays = ContractAssertions.assertThat(result).hasNoDivergence();
        assertThatThrownBy(replays::isWhole)
                .hasMessage("\nExpecting all recorded executions to be replayed whole, but\n" + summary);
    }

    @Test
    void children_that_were_not_fetched_are_told() {
        RecordedExecution cut = new RecordedExecution(
                RECORDED.arn(),
                RECORDED.stateMachineArn(),
                RECORDED.history(),
                RECORDED.children().subList(0, 2),
                List.of(new MissingChildren(MAP_RUN, MissingChildren.Reason.TOO_MANY, 0)));

        assertThat(replay("", "").replay(cut).describe())
                .isEqualTo("import-1: what can be replayed of "
                        + EXECUTION.history().events().size()
                        + " events is as recorded, and so are 2 child executions\n  not replayed: the end of the execution,"
                        + " since child executions of the Map Run " + MAP_RUN
                        + " are more than were to be fetched");
        assertThat(replay("", "").replay(Imports.alone(EXECUTION)).notReplayed())
                .containsExactly(
                        "the end of the execution, since the recording has not all child executions of the"
                                + " Distributed Map \"Import rows\": record it anew, with RecordedExecutions or the command record");
    }

    @Test
    void what_is_in_s3_has_to_be_given() {
        StateMachine machine = StateMachine.of(Imports.FROM_S3);
        S3Objects objects = new S3Objects().put("b", "rows.json", "[\"small\"]");
        TaskMocks tasks = new TaskMocks();
        tasks.mock("Store").returns("{'amount': 7}");
        RecordedExecution recorded = Imports.recorded(Imports.machine(Imports.FROM_S3)
                .withObjects(objects)
                .withTasks(tasks)
                .start("{}"));

        ReplayResult without = Replay.of(machine).replay(recorded);
        assertThat(without.notReplayed())
                .containsExactly(
                        "the end of the execution, since what the Distributed Map \"Import rows\" reads and writes in"
                                + " S3 is not recorded: give it to the machine, Replay.of(machine.withObjects(objects))");
        assertThat(without.children()).singleElement().matches(ReplayResult::isSame);
        assertThat(Replay.of(machine.withObjects(objects)).replay(recorded).isWhole())
                .isTrue();
    }

    @Test
    void a_file_keeps_the_children_and_what_is_missing(@TempDir Path folder) {
        RecordedExecution recorded = new RecordedExecution(
                RECORDED.arn(),
                RECORDED.stateMachineArn(),
                RECORDED.history(),
                RECORDED.children(),
                List.of(
                        new MissingChildren(MAP_RUN, MissingChildren.Reason.EXPRESS, 3),
                        new MissingChildren(MAP_RUN, MissingChildren.Reason.RUNNING, 1)));
        Path file = folder.resolve("import-1.json");

        recorded.write(file);

        RecordedExecution read = RecordedExecution.read(file);
        assertThat(read.children())
                .extracting(RecordedExecution::arn)
                .containsExactlyElementsOf(
                        RECORDED.children().stream().map(RecordedExecution::arn).toList());
        assertThat(read.missingChildren()).isEqualTo(recorded.missingChildren());
        assertThat(read.missingChildren())
                .extracting(MissingChildren::describe)
                .containsExactly(
                        "3 child executions of the Map Run " + MAP_RUN
                                + " are Express executions, of which AWS keeps no history",
                        "1 child execution of the Map Run " + MAP_RUN + " had not ended");
    }
}
