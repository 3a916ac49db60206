package io.github.stepunit.rules;

import static io.github.stepunit.rules.Asl.failure;
import static io.github.stepunit.rules.Asl.graph;
import static io.github.stepunit.rules.Asl.invoke;
import static io.github.stepunit.rules.Asl.lambda;
import static io.github.stepunit.rules.Asl.machine;
import static io.github.stepunit.rules.Asl.output;
import static io.github.stepunit.rules.Asl.text;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.stepunit.Execution;
import io.github.stepunit.ExecutionStatus;
import io.github.stepunit.MapRun;
import io.github.stepunit.MapRunStatus;
import io.github.stepunit.StateMachine;
import io.github.stepunit.definition.StateMachineType;
import io.github.stepunit.task.TaskHandler;
import io.github.stepunit.task.TaskMocks;
import io.github.stepunit.task.TaskOutcome;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Distributed Map states (checklist 14): child executions, batches, tolerance. What they read and write: {@link MapRunObjectsTest}. */
class DistributedMapTest {

    private static final String PASS = "'I': {'Type': 'Pass', 'End': true}";
    private static final String TASK = invoke("T", "'End': true, 'OutputPath': '$.Payload'");
    /** Fails for each item above 9. */
    private static final TaskHandler FAILS_FROM_10 = call -> {
        int item = call.context().at("/Execution/Input").intValue();
        return item > 9
                ? TaskOutcome.fail("Too.Big", item + " is too big")
                : TaskOutcome.succeed(Asl.json("{'Payload': " + item * 10 + "}"));
    };

    private static StateMachine map(String fields, String processor) {
        return machine(state(fields, "STANDARD", processor)).named("orders");
    }

    private static String state(String fields, String type, String processor) {
        return "'M': {'Type': 'Map', 'Label': 'Import', " + fields + "'End': true, 'ItemProcessor': {'ProcessorConfig':"
                + " {'Mode': 'DISTRIBUTED', 'ExecutionType': '" + type + "'}, " + graph(processor) + "}}";
    }

    private static String items(int count) {
        return IntStream.range(0, count).mapToObj(String::valueOf).collect(Collectors.joining(",", "[", "]"));
    }

    private static List<String> inputs(MapRun mapRun) {
        return mapRun.children().stream().map(child -> text(child.input())).toList();
    }

    // --- children

    @Test
    void the_parent_records_the_map_run_and_each_child_its_own_history() {
        Execution execution = map("", PASS).start("['a', 'b']");

        assertThat(output(execution)).isEqualTo("['a','b']");
        // scenarios/test_base_scenarios.test_map_state_nested_config_distributed
        assertThat(EventLines.of(execution))
                .isEqualTo(
                        """
                        1 0 ExecutionStarted
                        2 0 MapStateEntered M
                        3 2 MapStateStarted
                        4 3 MapRunStarted
                        5 4 MapRunSucceeded
                        6 5 MapStateSucceeded
                        7 4 MapStateExited M
                        8 7 ExecutionSucceeded""");
        assertThat(EventLines.of(execution.mapRun("M").child(1)))
                .isEqualTo(
                        """
                        1 0 ExecutionStarted
                        2 0 PassStateEntered I
                        3 2 PassStateExited I
                        4 3 ExecutionSucceeded""");
    }

    @Test
    void a_child_has_arn_context_input_and_output_of_its_own() {
        Execution execution = map(
                        "'ItemSelector': {'v.$': '$$.Map.Item.Value', 'i.$': '$$.Map.Item.Index',"
                                + " 's.$': '$$.Map.Item.Source', 'all.$': '$'}, ",
                        "'I': {'Type': 'Pass', 'Parameters': {'id.$': '$$.Execution.Id', 'name.$': '$$.Execution.Name',"
                                + " 'machine.$': '$$.StateMachine.Name', 'in.$': '$$.Execution.Input'}, 'End': true}")
                .start("['a', 'b']");
        Execution child = execution.mapRun("M").child(1);

        assertThat(text(child.input())).isEqualTo("{'all':['a','b'],'s':'STATE_DATA','v':'b','i':1}");
        assertThat(child.arn())
                .matches(
                        "arn:aws:states:us-east-1:123456789012:execution:orders/Import:[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}");
        assertThat(child.output().path("id").asText())
                .isEqualTo(child.arn())
                .endsWith(child.output().path("name").asText());
        assertThat(child.output().path("machine").asText()).isEqualTo("orders/Import");
        assertThat(child.output().path("in")).isEqualTo(child.input());
        assertThat(child.stateMachine().arn())
                .isEqualTo("arn:aws:states:us-east-1:123456789012:stateMachine:orders/Import");
        assertThat(execution.mapRun("M").arn())
                .startsWith("arn:aws:states:us-east-1:123456789012:mapRun:orders/Import:");
    }

    @Test
    void two_runs_with_the_same_seed_have_the_same_names() {
        StateMachine machine = map("", PASS);

        List<String> first = arns(machine.start("[1,2]"));

        assertThat(arns(machine.start("[1,2]"))).isEqualTo(first);
        assertThat(arns(machine.withSeed(1).start("[1,2]"))).doesNotContainAnyElementsOf(first);
    }

    private static List<String> arns(Execution execution) {
        List<String> arns = new ArrayList<>(List.of(execution.mapRun("M").arn()));
        execution.mapRun("M").children().forEach(child -> arns.add(child.arn()));
        return arns;
    }

    @Test
    void the_variables_of_the_parent_are_not_there_for_a_child() {
        Execution execution = machine("'V': {'Type': 'Pass', 'Assign': {'x': 1}, 'Next': 'M'}, "
                        + state(
                                "'ToleratedFailurePercentage': 100, ",
                                "STANDARD",
                                "'I': {'Type': 'Pass', 'Parameters': {'x.$': '$x'}, 'End': true}"))
                .start("[1]");

        assertThat(execution.mapRun("M").child(0).error()).isEqualTo("States.Runtime");
    }

    @Test
    void mocks_know_a_task_of_a_child_by_name_path_and_index() {
        List<String> seen = new ArrayList<>();
        Execution execution = map("", lambda("T", "'End': true"))
                .withTasks(call -> {
                    seen.add(call.statePath() + " " + call.mapIndex());
                    return TaskOutcome.succeed(call.input());
                })
                .start("['a','b']");

        assertThat(output(execution)).isEqualTo("['a','b']");
        assertThat(seen).containsExactly("M[0]/T 0", "M[1]/T 1");

        TaskMocks mocks = new TaskMocks();
        mocks.mock("M[1]/T").returns("'second'");
        mocks.mock("M/T").returns("'any'");
        assertThat(output(map("", lambda("T", "'End': true")).withTasks(mocks).start("['a','b','c']")))
                .isEqualTo("['any','second','any']");
    }

    @Test
    void a_child_task_without_mock_fails_the_test() {
        StateMachine machine = map("", lambda("T", "'End': true")).withTasks(new TaskMocks());

        assertThatThrownBy(() -> machine.start("['a']")).hasMessageContaining("M[0]/T");
    }

    @Test
    void children_run_on_one_clock_as_many_at_once_as_may() {
        StateMachine machine = map("'MaxConcurrency': 2, ", "'W': {'Type': 'Wait', 'Seconds': 10, 'End': true}");

        Execution execution = machine.start(items(5));

        assertThat(execution.duration()).isEqualTo(Duration.ofSeconds(30));
        assertThat(execution.mapRun("M").children().stream()
                        .map(child -> child.duration().toSeconds()))
                .containsExactly(10L, 10L, 10L, 10L, 10L);
        assertThat(execution.mapRun("M").maxConcurrency()).isEqualTo(2);
    }

    @Test
    void an_express_child_has_five_minutes() {
        Execution execution = machine(state(
                        "'ToleratedFailurePercentage': 100, ",
                        "EXPRESS",
                        "'W': {'Type': 'Wait', 'Seconds': 301, 'End': true}"))
                .start("[1]");
        MapRun mapRun = execution.mapRun("M");

        assertThat(mapRun.child(0).status()).isEqualTo(ExecutionStatus.TIMED_OUT);
        assertThat(mapRun.child(0).duration()).isEqualTo(Duration.ofMinutes(5));
        assertThat(mapRun.child(0).arn()).contains(":express:");
        assertThat(mapRun.itemCounts().timedOut()).isEqualTo(1);
    }

    @Test
    void a_distributed_map_in_a_child_has_a_map_run_there() {
        Execution execution = map(
                        "", state("", "STANDARD", PASS).replace("'M'", "'N'").replace("Import", "Inner"))
                .start("[[1,2],[3]]");
        Execution child = execution.mapRun("M").child(0);

        assertThat(output(execution)).isEqualTo("[[1,2],[3]]");
        assertThat(execution.mapRuns()).hasSize(1);
        assertThat(child.mapRun("N").children()).hasSize(2);
        assertThat(child.mapRun("N").arn()).contains(":mapRun:orders/Import/Inner:");
    }

    @Test
    void a_test_can_steer_and_stop_a_child() {
        Execution execution = map("'ToleratedFailureCount': 1, ", "'W': {'Type': 'Wait', 'Seconds': 10, 'End': true}")
                .startPaused("[1,2]")
                .runUntilState("M")
                .advance(Duration.ofSeconds(1));
        MapRun mapRun = execution.mapRun("M");

        assertThat(mapRun.itemCounts()).hasToString("2 running, 2 in total");
        mapRun.child(0).stop("Stopped", "by hand");
        execution.runToEnd();

        // Stopped is not failed, and not tolerated either: it does not count.
        assertThat(mapRun.itemCounts()).hasToString("1 succeeded, 1 aborted, 2 in total");
        assertThat(execution.status()).isEqualTo(ExecutionStatus.SUCCEEDED);
    }

    @Test
    void stopping_the_parent_stops_its_children() {
        Execution execution = map("'MaxConcurrency': 1, ", "'W': {'Type': 'Wait', 'Seconds': 10, 'End': true}")
                .startPaused("[1,2]")
                .runUntilState("M")
                .advance(Duration.ofSeconds(1));

        execution.stop("Stopped", "by hand");

        MapRun mapRun = execution.mapRun("M");
        assertThat(mapRun.status()).isEqualTo(MapRunStatus.ABORTED);
        assertThat(mapRun.child(0).status()).isEqualTo(ExecutionStatus.ABORTED);
        assertThat(mapRun.itemCounts()).hasToString("1 pending, 1 aborted, 2 in total");
    }

    @Test
    void a_failing_sibling_aborts_the_map_run() {
        String fails = "'W': {'Type': 'Wait', 'Seconds': 1, 'Next': 'F'}, 'F': {'Type': 'Fail', 'Error': 'E'}";
        Execution execution = machine("'P': {'Type': 'Parallel', 'End': true, 'Branches': [{"
                        + graph(state("", "STANDARD", "'X': {'Type': 'Wait', 'Seconds': 9, 'End': true}")) + "}, {"
                        + graph(fails) + "}]}")
                .start("[1]");

        assertThat(EventLines.names(execution))
                .containsSubsequence("FailStateEntered F", "MapRunAborted", "MapStateAborted");
        assertThat(execution.mapRun("M").status()).isEqualTo(MapRunStatus.ABORTED);
    }

    // --- items

    @Test
    void the_fields_of_an_object_are_items_too() {
        Execution execution = map(
                        "'ItemSelector': {'k.$': '$$.Map.Item.Key', 'v.$': '$$.Map.Item.Value.Value'}, ", PASS)
                .start("{'a': 1, 'b': [2]}");

        assertThat(output(execution)).isEqualTo("[{'v':1,'k':'a'},{'v':[2],'k':'b'}]");
        assertThat(output(map("", PASS).start("{'a': 1}"))).isEqualTo("[{'Key':'a','Value':1}]");
    }

    @Test
    void items_of_jsonata() {
        String jsonata = "'QueryLanguage': 'JSONata', ";
        assertThat(output(map(jsonata + "'Items': '{% $states.input.o %}', ", PASS)
                        .start("{'o': {'a': 1}}")))
                .isEqualTo("[{'Key':'a','Value':1}]");
        assertThat(output(map(jsonata + "'Items': {'x': '{% $states.input.n %}'}, ", PASS)
                        .start("{'n': 7}")))
                .isEqualTo("[{'Key':'x','Value':7}]");
    }

    @Test
    void nothing_to_do_is_a_success() {
        Execution execution = map("", PASS).start("[]");

        assertThat(output(execution)).isEqualTo("[]");
        assertThat(execution.mapRun("M").status()).isEqualTo(MapRunStatus.SUCCEEDED);
    }

    @Test
    void an_item_selector_that_fails_fails_the_map_run() {
        Execution execution =
                map("'ItemSelector': {'x.$': '$$.Map.Item.Value.x'}, ", PASS).start("[{'x': 1}, {}]");

        assertThat(execution.error()).isEqualTo("States.Runtime");
        assertThat(EventLines.names(execution)).endsWith("MapRunFailed", "MapStateFailed", "ExecutionFailed");
    }

    // --- batches

    @Test
    void items_come_in_batches() {
        Execution execution = map(
                        "'ItemBatcher': {'MaxItemsPerBatch': 2, 'BatchInput': {'all.$': '$.n'}}, 'ItemsPath': '$.n', ",
                        PASS)
                .start("{'n': [1,2,3]}");
        MapRun mapRun = execution.mapRun("M");

        // scenarios/test_base_scenarios.test_map_item_batching_base_json_max_per_batch_jsonata
        assertThat(inputs(mapRun))
                .containsExactly(
                        "{'BatchInput':{'all':[1,2,3]},'Items':[1,2]}", "{'BatchInput':{'all':[1,2,3]},'Items':[3]}");
        assertThat(mapRun.itemCounts()).hasToString("3 succeeded, 3 in total");
        assertThat(mapRun.executionCounts()).hasToString("2 succeeded, 2 in total");
    }

    @ParameterizedTest
    @CsvSource({
        // {"Items":["aaaa","bbbb"]} has 25 bytes
        "24, 4",
        "25, 2",
        "31, 2",
        "32, 2",
        "39, 1",
    })
    void a_batch_is_no_larger_than_its_bytes(int bytes, int batches) {
        Execution execution = map("'ItemBatcher': {'MaxInputBytesPerBatch': " + bytes + "}, ", PASS)
                .start("['aaaa','bbbb','cccc','dddd']");

        assertThat(execution.mapRun("M").children()).hasSize(batches);
        assertThat(execution.mapRun("M").children())
                .allSatisfy(child -> assertThat(text(child.input()).length()).isLessThanOrEqualTo(bytes));
    }

    @Test
    void a_batch_takes_sizes_from_paths_and_has_no_room_for_more_than_a_payload() {
        Execution execution = map("'ItemsPath': '$.n', 'ItemBatcher': {'MaxItemsPerBatchPath': '$.size'}, ", PASS)
                .start("{'n': [1,2,3], 'size': 3}");
        assertThat(execution.mapRun("M").children()).hasSize(1);

        String large = "\"" + "x".repeat(100_000) + "\"";
        Execution full = map(
                        "'ItemBatcher': {'MaxItemsPerBatch': 3}, 'ResultSelector': {}, ",
                        "'I': {'Type': 'Pass', 'Result': 0, 'End': true}")
                .start("[" + large + "," + large + "]");
        assertThat(full.mapRun("M").itemCounts().total()).isEqualTo(2);
    }

    @Test
    void an_item_that_no_child_could_take_fails_the_map_run() {
        Execution execution =
                map("'ItemSelector': {'a.$': '$', 'b.$': '$'}, ", PASS).start("[\"" + "x".repeat(200_000) + "\"]");

        assertThat(execution.error()).isEqualTo("States.DataLimitExceeded");
        assertThat(execution.mapRun("M").children()).isEmpty();
    }

    // --- failures

    @ParameterizedTest
    @CsvSource(
            nullValues = "none",
            value = {
                "none, none, 1, FAILED",
                "none, none, 0, SUCCEEDED",
                // Zero is the same as none.
                "0, 0, 1, FAILED",
                "1, none, 1, SUCCEEDED",
                "1, none, 2, FAILED",
                "none, 50, 2, SUCCEEDED",
                "none, 49.9, 2, FAILED",
                "3, 25, 2, FAILED",
                "1, 100, 2, FAILED",
                "0, 50, 2, SUCCEEDED",
                "2, 0, 2, SUCCEEDED",
                "none, 100, 4, SUCCEEDED",
            })
    void more_failures_than_tolerated_fail_the_map_run(String count, String percentage, int failing, String status) {
        String fields = (count == null ? "" : "'ToleratedFailureCount': " + count + ", ")
                + (percentage == null ? "" : "'ToleratedFailurePercentage': " + percentage + ", ");
        String input = IntStream.range(0, 4)
                .mapToObj(i -> String.valueOf(i < failing ? i + 10 : i))
                .collect(Collectors.joining(",", "[", "]"));

        Execution execution = map(fields, TASK).withTasks(FAILS_FROM_10).start(input);

        assertThat(execution.status()).hasToString(status);
        if (status.equals("FAILED")) {
            assertThat(failure(execution))
                    .isEqualTo("States.ExceedToleratedFailureThreshold:"
                            + " The specified tolerated failure threshold was exceeded");
            assertThat(execution.mapRun("M").error()).isEqualTo("States.ExceedToleratedFailureThreshold");
        }
    }

    @Test
    void a_failed_map_run_is_recorded_before_the_failed_state() {
        Execution execution = map("", TASK).withTasks(FAILS_FROM_10).start("[10]");

        assertThat(EventLines.of(execution))
                .isEqualTo(
                        """
                        1 0 ExecutionStarted
                        2 0 MapStateEntered M
                        3 2 MapStateStarted
                        4 3 MapRunStarted
                        5 4 MapRunFailed
                        6 5 MapStateFailed
                        7 6 ExecutionFailed""");
        assertThat(execution.history().visits().get(0).error()).isEqualTo("States.ExceedToleratedFailureThreshold");
    }

    @Test
    void a_failing_child_aborts_the_others_when_that_is_one_too_many() {
        TaskHandler tasks = call -> {
            int item = call.context().at("/Execution/Input").intValue();
            TaskOutcome outcome = FAILS_FROM_10.handle(call);
            return outcome.after(Duration.ofSeconds(item));
        };

        MapRun mapRun = map("'MaxConcurrency': 3, ", TASK)
                .withTasks(tasks)
                .start("[10,1,20,30,4]")
                .mapRun("M");

        assertThat(mapRun.itemCounts()).hasToString("1 pending, 1 succeeded, 1 failed, 2 aborted, 5 in total");
        assertThat(mapRun.children().stream().map(Execution::status))
                .containsExactly(
                        ExecutionStatus.FAILED,
                        ExecutionStatus.SUCCEEDED,
                        ExecutionStatus.ABORTED,
                        ExecutionStatus.ABORTED);
    }

    @Test
    void a_failed_batch_counts_all_its_items() {
        Execution execution = map(
                        "'ItemBatcher': {'MaxItemsPerBatch': 3}, 'ToleratedFailureCount': 2, ",
                        "'F': {'Type': 'Fail', 'Error': 'E'}")
                .start(items(3));

        assertThat(execution.mapRun("M").itemCounts()).hasToString("3 failed, 3 in total");
        assertThat(execution.status()).isEqualTo(ExecutionStatus.FAILED);
    }

    @Test
    void a_tolerated_failure_stays_in_the_list_with_all_that_is_known_of_it() {
        Execution execution = map("'ToleratedFailureCount': 1, ", TASK)
                .withTasks(FAILS_FROM_10)
                .start("[1,10]");

        assertThat(text(execution.output().get(0))).isEqualTo("10");
        Execution child = execution.mapRun("M").child(1);
        assertThat(text(execution.output().get(1)))
                .isEqualTo("{'Cause':'10 is too big','Error':'Too.Big','ExecutionArn':'" + child.arn()
                        + "','Input':'10','InputDetails':{'Included':true},'Name':'"
                        + child.arn().substring(child.arn().lastIndexOf(':') + 1)
                        + "','RedriveCount':0,'RedriveStatus':'REDRIVABLE_BY_MAP_RUN','StartDate':'2025-01-01T00:00:00.000Z',"
                        + "'StateMachineArn':'arn:aws:states:us-east-1:123456789012:stateMachine:orders/Import',"
                        + "'Status':'FAILED','StopDate':'2025-01-01T00:00:00.000Z'}");
    }

    @Test
    void a_retry_is_another_map_run() {
        TaskMocks mocks = new TaskMocks();
        mocks.mock("T").fails("E").times(1).thenReturns("7");
        Execution execution = map(
                        "'Retry': [{'ErrorEquals': ['States.ExceedToleratedFailureThreshold']}], ",
                        invoke("T", "'End': true, 'OutputPath': '$.Payload'"))
                .withTasks(mocks)
                .start("[1]");

        assertThat(output(execution)).isEqualTo("[7]");
        assertThat(execution.mapRuns().stream().map(MapRun::status))
                .containsExactly(MapRunStatus.FAILED, MapRunStatus.SUCCEEDED);
        assertThat(execution.mapRuns().get(0).arn())
                .isNotEqualTo(execution.mapRuns().get(1).arn());
        assertThat(EventLines.names(execution, event -> event.type().awsName().startsWith("Map")))
                .containsExactly(
                        "MapStateEntered M",
                        "MapStateStarted",
                        "MapRunStarted",
                        "MapRunFailed",
                        "MapStateStarted",
                        "MapRunStarted",
                        "MapRunSucceeded",
                        "MapStateSucceeded",
                        "MapStateExited M");
    }

    @Test
    void a_catcher_takes_the_failure_of_a_map_run() {
        Execution execution = machine(state(
                                "'Catch': [{'ErrorEquals': ['States.ExceedToleratedFailureThreshold'], 'Next': 'C'}], ",
                                "STANDARD",
                                "'F': {'Type': 'Fail'}")
                        + ", 'C': {'Type': 'Pass', 'End': true}")
                .start("[1]");

        assertThat(output(execution))
                .isEqualTo("{'Error':'States.ExceedToleratedFailureThreshold',"
                        + "'Cause':'The specified tolerated failure threshold was exceeded'}");
    }

    @Test
    void a_result_that_is_too_large_for_the_state_fails_the_map_run() {
        Execution execution = map("", "'I': {'Type': 'Pass', 'Result': '" + "x".repeat(100_000) + "', 'End': true}")
                .start("[1,2,3]");

        assertThat(failure(execution))
                .isEqualTo("States.DataLimitExceeded: The state/task 'M' returned a result with a size exceeding the"
                        + " maximum number of bytes service limit.");
    }

    @Test
    void a_map_run_that_is_not_there_is_told() {
        Execution execution = map("", PASS).startPaused("[1]");

        assertThatThrownBy(() -> execution.mapRun("M"))
                .hasMessage(
                        "The execution has no Map Run of the state \"M\". It has none at all. It is RUNNING at +00:00:00.");
        assertThatThrownBy(() -> execution.runToEnd().mapRun("M").child(1))
                .hasMessage("The Map Run of \"M\" has started no child execution 1: it has started 1, from 0 on;"
                        + " its items: 1 succeeded, 1 in total.");
        assertThat(execution.mapRun("M")).hasToString("Map Run of \"M\", SUCCEEDED: 1 succeeded, 1 in total");
    }

    // --- definitions

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "'Label': 'a b', | INVALID_LABEL_NAME: Label contains invalid character: ' ' at /States/M/Label",
                "'Label': '', | INVALID_LABEL_NAME: Label cannot be empty at /States/M/Label",
                "'ItemBatcher': {}, | SCHEMA_VALIDATION_FAILED: This object should have at least one of the following fields: [MaxItemsPerBatch, MaxItemsPerBatchPath, MaxInputBytesPerBatch, MaxInputBytesPerBatchPath] at /States/M/ItemBatcher",
                "'ItemBatcher': {'MaxItemsPerBatch': 1, 'MaxItemsPerBatchPath': '$.x'}, | SCHEMA_VALIDATION_FAILED: There should only be one of the following fields: [MaxItemsPerBatch, MaxItemsPerBatchPath] at /States/M/ItemBatcher",
                "'ItemBatcher': {'MaxItemsPerBatch': 0}, | SCHEMA_VALIDATION_FAILED: Minimum value is 1 at /States/M/ItemBatcher/MaxItemsPerBatch",
                "'ItemBatcher': {'MaxInputBytesPerBatch': 262145}, | SCHEMA_VALIDATION_FAILED: Maximum value is 262144 at /States/M/ItemBatcher/MaxInputBytesPerBatch",
                "'ResultWriter': {}, | SCHEMA_VALIDATION_FAILED: This object should have at least one of the following fields: [WriterConfig, Resource] at /States/M/ResultWriter",
                "'ItemReader': {'Resource': 'arn:aws:states:::s3:putObject'}, | SCHEMA_VALIDATION_FAILED: The field 'Resource' does not match any of the allowed values at /States/M/ItemReader/Resource",
                "'ItemReader': {'Resource': 'arn:aws:states:::s3:getObject', 'ReaderConfig': {'InputType': 'XML'}}, | SCHEMA_VALIDATION_FAILED: The field 'InputType' should have one of these values: [MANIFEST, JSON, CSV, JSONL, PARQUET] at /States/M/ItemReader/ReaderConfig/InputType",
                "'ItemReader': {'Resource': 'arn:aws:states:::s3:getObject', 'ReaderConfig': {'InputType': 'CSV'}}, | SCHEMA_VALIDATION_FAILED: The field 'CSVHeaderLocation' is required at /States/M/ItemReader/ReaderConfig",
                "'ItemReader': {'Resource': 'arn:aws:states:::s3:getObject', 'ReaderConfig': {'InputType': 'JSON', 'CSVHeaderLocation': 'FIRST_ROW'}}, | SCHEMA_VALIDATION_FAILED: Field 'CSVHeaderLocation' is not supported at /States/M/ItemReader/ReaderConfig",
                "'ItemReader': {'Resource': 'arn:aws:states:::s3:getObject', 'ReaderConfig': {'InputType': 'CSV', 'CSVHeaderLocation': 'GIVEN'}}, | SCHEMA_VALIDATION_FAILED: These fields are required: [CSVHeaders] at /States/M/ItemReader/ReaderConfig",
                "'ItemReader': {'Resource': 'arn:aws:states:::s3:getObject', 'Arguments': {}, 'ReaderConfig': {'InputType': 'JSON'}}, | SCHEMA_VALIDATION_FAILED: The QueryLanguage is set to 'JSONPath', but field 'Arguments' is only supported for the 'JSONata' QueryLanguage at /States/M/ItemReader",
            })
    void a_field_that_aws_refuses_is_refused(String field, String expected) {
        String definition = Asl.definition(state(field, "STANDARD", PASS).replaceFirst("'Label': 'Import', ", ""));

        assertThatThrownBy(() -> StateMachine.of(definition))
                .hasMessageContaining(expected.substring(0, expected.indexOf(" at /")))
                .hasMessageContaining(expected.substring(expected.indexOf(" at /") + 4));
    }

    @Test
    void a_distributed_map_needs_an_execution_type_and_a_standard_machine() {
        assertThatThrownBy(() -> machine("'M': {'Type': 'Map', 'End': true, 'ItemProcessor': {'ProcessorConfig':"
                        + " {'Mode': 'DISTRIBUTED'}, " + graph(PASS) + "}}"))
                .hasMessageContaining("These fields are required: [ExecutionType]");
        assertThatThrownBy(() -> StateMachine.of(Asl.definition(state("", "STANDARD", PASS)), StateMachineType.EXPRESS))
                .hasMessageContaining(
                        "The field 'Mode' with value 'DISTRIBUTED' is not supported inside 'EXPRESS' state machines");
        assertThatThrownBy(() -> machine(state("", "EXPRESS", Asl.callback("T", "'End': true"))))
                .hasMessageContaining("Express state machine does not support '.waitForTaskToken' service integration");
        assertThatThrownBy(() -> machine(
                        state("", "STANDARD", state("", "STANDARD", PASS).replace("'M'", "'N'"))))
                .hasMessageContaining("Duplicate Label name: Import");
    }
}
