package io.github.stepunit.contract.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.github.tomakehurst.wiremock.verification.LoggedRequest;
import io.github.stepunit.Execution;
import io.github.stepunit.StateMachine;
import io.github.stepunit.contract.internal.AwsServer;
import io.github.stepunit.contract.recorded.Imports;
import io.github.stepunit.contract.recorded.RecordedExecution;
import io.github.stepunit.contract.recorded.Replay;
import io.github.stepunit.contract.recorded.ReplayResult;
import io.github.stepunit.task.TaskMocks;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.NullUnmarked;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The last executions of production into files, and replayed from there. */
@NullUnmarked // the folder is injected
class RecordAndReplayTest {

    private static final String MACHINE = "arn:aws:states:eu-west-1:123456789012:stateMachine:orders";

    private final AwsServer aws = new AwsServer();
    private final Console console = Console.withAws(aws);

    @TempDir
    Path folder;

    @AfterEach
    void close() {
        aws.close();
    }

    private int run(String... arguments) {
        String[] all = new String[arguments.length + 1];
        all[0] = "record";
        System.arraycopy(arguments, 0, all, 1, arguments.length);
        return console.run(all);
    }

    private static String item(String name, String status, String start) {
        return "{\"executionArn\": \"arn:aws:states:eu-west-1:123456789012:execution:orders:" + name
                + "\", \"stateMachineArn\": \"" + MACHINE + "\", \"name\": \"" + name + "\", \"status\": \"" + status
                + "\", \"startDate\": " + Instant.parse(start).getEpochSecond() + "}";
    }

    private void answersHistories() {
        aws.answers(
                "DescribeExecution",
                "{\"executionArn\": \"e\", \"stateMachineArn\": \"" + MACHINE
                        + "\", \"status\": \"SUCCEEDED\", \"startDate\": 1764000000}");
        aws.answers(
                "GetExecutionHistory",
                "{\"events\": [{\"id\": 1, \"previousEventId\": 0, \"timestamp\": 1764000000, \"type\": \"ExecutionStarted\","
                        + " \"executionStartedEventDetails\": {\"input\": \"{\\\"password\\\": \\\"hunter2\\\"}\"}}]}");
    }

    /** AWS gives the newest first: the first one that is too old ends the pages. */
    @Test
    void those_of_the_last_days_page_by_page() throws IOException {
        aws.answersInTurn(
                "ListExecutions",
                AwsServer.ok("{\"executions\": [" + item("e-4", "RUNNING", "2025-11-24T23:00:00Z") + ", "
                        + item("e-3", "FAILED", "2025-11-24T00:00:00Z") + "], \"nextToken\": \"t-1\"}"),
                AwsServer.ok("{\"executions\": [" + item("e-2", "SUCCEEDED", "2025-11-23T00:00:00Z") + ", "
                        + item("e-1", "SUCCEEDED", "2025-11-17T00:00:00Z") + "], \"nextToken\": \"t-2\"}"));
        answersHistories();

        int code = run(MACHINE, folder.toString(), "--last", "50", "--since", "P7D");

        assertThat(console.out()).isEqualTo("recorded 2 executions into " + folder);
        assertThat(code).isZero();
        assertThat(folder.resolve("e-3.json")).content().contains("***").doesNotContain("hunter2");
        assertThat(folder.resolve("e-2.json")).exists();
        assertThat(folder.resolve("e-1.json")).doesNotExist();
        assertThat(aws.requests("ListExecutions"))
                .extracting(LoggedRequest::getBodyAsString)
                .containsExactly(
                        "{\"stateMachineArn\":\"" + MACHINE + "\",\"maxResults\":50}",
                        "{\"stateMachineArn\":\"" + MACHINE + "\",\"maxResults\":50,\"nextToken\":\"t-1\"}");
    }

    @Test
    void what_was_fetched_before_a_failure_stays() {
        aws.answers(
                "ListExecutions",
                "{\"executions\": [" + item("e-3", "FAILED", "2025-11-24T00:00:00Z") + ", "
                        + item("e-2", "FAILED", "2025-11-23T00:00:00Z") + "]}");
        answersHistories();
        String described = "{\"executionArn\": \"e\", \"stateMachineArn\": \"" + MACHINE
                + "\", \"status\": \"FAILED\", \"startDate\": 1764000000}";
        aws.answersInTurn(
                "DescribeExecution", AwsServer.ok(described), AwsServer.error(400, "AccessDeniedException", "no"));

        assertThat(run(MACHINE, folder.toString())).isEqualTo(2);

        assertThat(folder.toFile().list()).containsExactly("e-3.json");
    }

    @Test
    void those_that_ended_in_one_way_before_some_time() {
        aws.answers(
                "ListExecutions",
                "{\"executions\": [" + item("e-3", "FAILED", "2025-11-24T00:00:00Z") + ", "
                        + item("e-2", "FAILED", "2025-11-23T00:00:00Z") + "]}");
        answersHistories();

        assertThat(run(MACHINE, folder.toString(), "--status", "FAILED", "--until", "2025-11-23T12:00:00Z"))
                .isZero();

        assertThat(folder.toFile().list()).containsExactly("e-2.json");
        assertThat(aws.requests("ListExecutions").get(0).getBodyAsString()).contains("\"statusFilter\":\"FAILED\"");
    }

    @Test
    void says_what_there_is_none_of() {
        aws.answers("ListExecutions", "{\"executions\": []}");

        assertThat(run(MACHINE, folder.toString(), "--status", "FAILED", "--since", "2025-11-24T00:00:00Z"))
                .isEqualTo(2);

        assertThat(console.err())
                .isEqualTo(
                        "No execution of " + MACHINE
                                + " is FAILED and started at 2025-11-24T00:00:00Z or later in the time"
                                + " that AWS keeps histories (90 days by default).\n  do      check the ARN, its account and its region.");
    }

    @Test
    void says_which_option_is_wrong() {
        complains("Missing required parameter: 'FOLDER'", MACHINE);
        complains("Invalid value for option '--last': 'ten' is not an int", MACHINE, "f", "--last", "ten");
        complains("--last is 0, but should be 1 or more.", MACHINE, "f", "--last", "0");
        complains("--children is 0, but should be 1 or more.", MACHINE, "f", "--children", "0");
        complains(
                "--since is yesterday, but should be a time, 2026-11-18T00:00:00Z, or how long ago it was, P7D or PT12H.",
                MACHINE,
                "f",
                "--since",
                "yesterday");
        complains("Invalid value for option '--status' (STATUS): expected one of", MACHINE, "f", "--status", "BROKEN");
        complains("Missing required parameter for option '--until' (TIME)", MACHINE, "f", "--until");
        assertThat(run(MACHINE, "f", "--lats", "7")).isEqualTo(2);
        assertThat(console.err()).isEqualTo("Unknown options: '--lats', '7'\nPossible solutions: --last");
        complains(
                "No execution starts at 2025-11-25T00:00:00Z or later and before 2025-11-24T00:00:00Z.",
                MACHINE,
                "f",
                "--since",
                "P0D",
                "--until",
                "P1D");
        complains(
                "arn:aws:lambda:eu-west-1:123456789012:function:f is neither the ARN of a state machine, a version, an"
                        + " alias nor of an execution.",
                "arn:aws:lambda:eu-west-1:123456789012:function:f",
                "f");
        assertThat(aws.requests("ListExecutions")).isEmpty();
    }

    private void complains(String what, String... arguments) {
        assertThat(run(arguments)).isEqualTo(2);
        assertThat(console.err())
                .startsWith(what)
                .contains("Usage: stepunit-contract record")
                .doesNotContain("\tat ");
    }

    /** What AWS keeps no history of is not silently left out. */
    @Test
    void tells_which_child_executions_there_are_no_histories_of() {
        String mapRun = MACHINE.replace("stateMachine", "mapRun") + "/Rows:r-1";
        answersHistories();
        aws.answers(
                "GetExecutionHistory",
                "{\"events\": [{\"id\": 1, \"previousEventId\": 0, \"timestamp\": 1764000000, \"type\":"
                        + " \"ExecutionStarted\", \"executionStartedEventDetails\": {\"input\": \"{}\"}}, {\"id\": 2,"
                        + " \"previousEventId\": 1, \"timestamp\": 1764000000, \"type\": \"MapRunStarted\","
                        + " \"mapRunStartedEventDetails\": {\"mapRunArn\": \"" + mapRun + "\"}}]}");
        aws.answers(
                "ListExecutions",
                "{\"executions\": ["
                        + item("c-1", "SUCCEEDED", "2025-11-24T00:00:00Z").replace(":execution:", ":express:") + "]}");

        assertThat(run(MACHINE.replace("stateMachine", "execution") + ":e-1", folder.toString()))
                .isZero();

        assertThat(console.out())
                .isEqualTo("e-1 is without 1 child execution of the Map Run " + mapRun
                        + " is an Express execution, of which AWS keeps no history\nrecorded 1 execution into "
                        + folder);
    }

    // --- and replayed

    private static final String ORDERS =
            """
            { "StartAt": "Charge", "States": { "Charge": {
              "Type": "Task", "Resource": "arn:aws:states:::lambda:invoke", "Next": "Ship",
              "Parameters": { "FunctionName": "${ChargeFunction}", "Payload.$": "$" }, "OutputPath": "$.Payload" },
              "Ship": { "Type": "Task", "Resource": "arn:aws:states:::sqs:sendMessage", "End": true,
                "Parameters": { "QueueUrl": "q", "MessageBody.$": "$" } } } }""";

    private static Execution execution(TaskMocks tasks) {
        return StateMachine.of(
                        ORDERS.replace("${ChargeFunction}", "arn:aws:lambda:eu-west-1:123456789012:function:charge"))
                .named("orders")
                .withExecutionName("order-42")
                .withTasks(tasks)
                .start("{'id': 42}");
    }

    private static void write(Execution execution, Path file) {
        RecordedExecution.of(
                        execution.arn(),
                        execution.stateMachine().arn(),
                        execution.history().toJson())
                .write(file);
    }

    private int replay(String... arguments) {
        String[] all = new String[arguments.length + 1];
        all[0] = "replay";
        System.arraycopy(arguments, 0, all, 1, arguments.length);
        return console.run(all);
    }

    @Test
    void a_folder_of_recordings_is_replayed() throws IOException {
        TaskMocks tasks = new TaskMocks();
        tasks.mock("Charge").returns("{'ok': true}");
        tasks.mock("Ship").returns("{'MessageId': 'm'}");
        write(execution(tasks), folder.resolve("recordings/order-42.json"));
        String other = ORDERS.replace("${ChargeFunction}", "arn:aws:lambda:us-east-1:999999999999:function:charge-dev");
        String local =
                Files.writeString(folder.resolve("orders.asl.json"), other).toString();
        String recordings = folder.resolve("recordings").toString();

        // What is deployed has another name there.
        assertThat(replay(local, recordings)).isEqualTo(1);
        assertThat(console.out()).startsWith("0 of 1 recorded executions run as recorded");
        assertThat(replay("--ignore-arns", local, recordings)).isZero();
        assertThat(console.out()).startsWith("1 of 1 recorded executions run as recorded");
        assertThat(replay("--ignore", "FunctionName", local, recordings)).isZero();
        assertThat(replay(local)).isEqualTo(2);
        assertThat(replay(local, Files.createDirectory(folder.resolve("empty")).toString()))
                .isEqualTo(2);
        assertThat(console.err()).contains("holds no .json file").doesNotContain("\tat ");
    }

    @Test
    void a_child_execution_is_replayed_with_the_processor_of_its_map() throws IOException {
        String definition = Files.writeString(folder.resolve("imports.asl.json"), Imports.DEFINITION)
                .toString();
        RecordedExecution recorded = Imports.recorded(Imports.execution(Imports.DEFINITION));
        Path child = folder.resolve("child.json");
        recorded.children().get(1).write(child);
        Path whole = folder.resolve("import-1.json");
        recorded.write(whole);

        assertThat(replay(definition, child.toString(), whole.toString())).isZero();
        assertThat(console.out()).isEqualTo("2 of 2 recorded executions run as recorded");
        Files.writeString(folder.resolve("imports.asl.json"), Imports.DEFINITION.replace("100", "1000"));
        assertThat(replay(definition, child.toString(), whole.toString())).isEqualTo(1);
        assertThat(console.out())
                .startsWith("0 of 2 recorded executions run as recorded\n\n2 depart in the same way, for instance\n");
    }

    /** The second run goes on where the first one failed, as long after it as it did. */
    @Test
    void a_redriven_execution_is_redriven() {
        TaskMocks tasks = new TaskMocks();
        tasks.mock("Charge").returns("{'ok': true}");
        tasks.mock("Ship").fails("Sqs.Down", "no queue").times(1).thenReturns("{'MessageId': 'm'}");
        Execution execution = execution(tasks).redriveAfter(Duration.ofHours(2));
        Path file = folder.resolve("order-42.json");
        write(execution, file);

        ReplayResult result = Replay.of(StateMachine.of(ORDERS))
                .ignoringArns()
                .replay(RecordedExecution.readAll(List.of(file)).get(0));

        assertThat(result.describe())
                .isEqualTo("order-42: all " + execution.history().events().size() + " events as recorded");
        assertThat(result.replayed().redriveCount()).isEqualTo(1);
    }
}
