package io.github.stepunit.contract.recorded;

import static io.github.stepunit.contract.internal.AwsServer.ok;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.github.tomakehurst.wiremock.verification.LoggedRequest;
import io.github.stepunit.ExecutionStatus;
import io.github.stepunit.contract.AwsCallException;
import io.github.stepunit.contract.internal.AwsServer;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.NullUnmarked;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@NullUnmarked // fields are injected
class RecordedExecutionsTest {

    private static final String MACHINE = "arn:aws:states:eu-west-1:123456789012:stateMachine:orders";
    private static final String ARN = "arn:aws:states:eu-west-1:123456789012:execution:orders:e-1";
    private static final AwsServer AWS = new AwsServer();

    @TempDir
    Path folder;

    private final RecordedExecutions production = RecordedExecutions.with(AWS.client());

    @BeforeEach
    void forget() {
        AWS.reset();
        AWS.answers(
                "DescribeExecution",
                "{\"executionArn\": \"" + ARN + "\", \"stateMachineArn\": \"" + MACHINE
                        + "\", \"status\": \"SUCCEEDED\","
                        + " \"startDate\": 1764000000.25, \"stateMachineVersionArn\": \"" + MACHINE + ":3\"}");
    }

    @AfterAll
    static void stop() {
        AWS.close();
    }

    private static String started(String input) {
        return "{\"id\": 1, \"previousEventId\": 0, \"timestamp\": 1764000000.25, \"type\": \"ExecutionStarted\","
                + " \"executionStartedEventDetails\": {\"input\": \"" + input + "\", \"inputDetails\": {\"truncated\":"
                + " false}, \"roleArn\": \"arn:aws:iam::123456789012:role/orders\"}}";
    }

    private static final String SUCCEEDED = "{\"id\": 2, \"previousEventId\": 1, \"timestamp\": 1764000001.5, \"type\":"
            + " \"ExecutionSucceeded\", \"executionSucceededEventDetails\": {\"output\": \"7\"}}";

    @Test
    void a_history_is_read_page_by_page_with_its_data() {
        AWS.answersInTurn(
                "GetExecutionHistory",
                ok("{\"events\": [" + started("{}") + "], \"nextToken\": \"t-1\"}"),
                ok("{\"events\": [" + SUCCEEDED + "]}"));

        RecordedExecution recorded = production.fetch(ARN);

        assertThat(recorded.history().events()).hasSize(2);
        assertThat(recorded.status()).isEqualTo(ExecutionStatus.SUCCEEDED);
        assertThat(recorded.stateMachineArn()).isEqualTo(MACHINE + ":3");
        assertThat(recorded.startTime()).hasToString("2025-11-24T16:00:00.250Z");
        assertThat(AWS.requests("GetExecutionHistory"))
                .extracting(LoggedRequest::getBodyAsString)
                .containsExactly(
                        "{\"executionArn\":\"" + ARN + "\",\"maxResults\":1000,\"includeExecutionData\":true}",
                        "{\"executionArn\":\"" + ARN
                                + "\",\"maxResults\":1000,\"nextToken\":\"t-1\",\"includeExecutionData\":true}");
    }

    @Test
    void a_file_has_its_secrets_masked_and_is_read_as_it_was_written() throws IOException {
        AWS.answers(
                "GetExecutionHistory",
                "{\"events\": [" + started("{\\\"order\\\": 42, \\\"password\\\": \\\"hunter2\\\"}") + ", " + SUCCEEDED
                        + "]}");
        Path file = folder.resolve("e-1.json");

        production.fetch(ARN).write(file);

        assertThat(Files.readString(file)).doesNotContain("hunter2").contains("\\\"password\\\":\\\"***\\\"");
        RecordedExecution read = RecordedExecution.read(file);
        assertThat(read.arn()).isEqualTo(ARN);
        assertThat(read.input()).hasToString("{\"order\":42,\"password\":\"***\"}");
        assertThat(read.lastEvent().timestamp()).hasToString("2025-11-24T16:00:01.500Z");
    }

    @Test
    void a_file_of_the_cli_is_read_too() throws IOException {
        Path file = Files.writeString(folder.resolve("nightly.json"), "{\"events\": [" + started("{}") + "]}");

        assertThat(RecordedExecution.read(file).name()).isEqualTo("nightly");
        Files.writeString(file, "{\"StartAt\": \"A\"}");
        assertThatThrownBy(() -> RecordedExecution.read(file))
                .hasMessage(
                        file + " is no recorded execution that this version of StepUnit can read.\n  do      record it:"
                                + " RecordedExecutions.with(client).fetch(arn).write(file), or aws stepfunctions"
                                + " get-execution-history.");
    }

    @Test
    void children_of_a_map_run_are_fetched_with_it() {
        AWS.answersInTurn(
                "GetExecutionHistory",
                ok("{\"events\": [" + started("{}") + ", " + mapRunStarted() + "]}"),
                ok("{\"events\": [" + started("1") + ", " + SUCCEEDED + "]}"));
        AWS.answers("ListExecutions", "{\"executions\": [" + item("c-1", "SUCCEEDED") + "]}");

        RecordedExecution recorded = production.fetch(ARN);

        assertThat(recorded.children()).hasSize(1);
        assertThat(recorded.children().get(0).input()).hasToString("1");
        assertThat(AWS.requests("ListExecutions").get(0).getBodyAsString())
                .contains("\"mapRunArn\":\"" + MACHINE + "/m:r-1\"");
    }

    private static String mapRunStarted() {
        return "{\"id\": 2, \"previousEventId\": 1, \"timestamp\": 1764000001, \"type\": \"MapRunStarted\","
                + " \"mapRunStartedEventDetails\": {\"mapRunArn\": \"" + MACHINE + "/m:r-1\"}}";
    }

    @Test
    void a_map_run_without_children_does_not_hide_its_execution() {
        AWS.answersInTurn(
                "ListExecutions",
                ok("{\"executions\": [" + item("e-1", "SUCCEEDED") + "]}"),
                ok("{\"executions\": []}"));
        AWS.answers("GetExecutionHistory", "{\"events\": [" + started("{}") + ", " + mapRunStarted() + "]}");

        assertThat(production.fetchLast(MACHINE, 5)).singleElement().satisfies(each -> assertThat(each.children())
                .isEmpty());
    }

    @Test
    void express_children_have_no_history_to_ask_for() {
        AWS.answers(
                "ListExecutions",
                "{\"executions\": [" + item("c-1", "SUCCEEDED").replace(":execution:", ":express:") + "]}");
        AWS.answers("GetExecutionHistory", "{\"events\": [" + started("{}") + ", " + mapRunStarted() + "]}");

        RecordedExecution recorded = production.fetch(ARN);

        assertThat(recorded.children()).isEmpty();
        assertThat(recorded.missingChildren())
                .containsExactly(new MissingChildren(MACHINE + "/m:r-1", MissingChildren.Reason.EXPRESS, 1));
    }

    @Test
    void a_map_run_that_aws_does_not_list_has_express_children() {
        AWS.answersInTurn(
                "ListExecutions",
                AwsServer.error(
                        400,
                        "StateMachineTypeNotSupported",
                        "This operation is not supported by this type of state machine"));
        AWS.answers("GetExecutionHistory", "{\"events\": [" + started("{}") + ", " + mapRunStarted() + "]}");

        assertThat(production.fetch(ARN).missingChildren())
                .containsExactly(new MissingChildren(MACHINE + "/m:r-1", MissingChildren.Reason.EXPRESS, 0));
    }

    @Test
    void children_that_still_run_and_those_that_are_too_many_are_told() {
        AWS.answersInTurn(
                "GetExecutionHistory",
                ok("{\"events\": [" + started("{}") + ", " + mapRunStarted() + "]}"),
                ok("{\"events\": [" + started("1") + ", " + SUCCEEDED + "]}"));
        AWS.answers(
                "ListExecutions",
                "{\"executions\": [" + item("c-3", "RUNNING") + ", " + item("c-2", "FAILED") + ", "
                        + item("c-1", "SUCCEEDED") + "]}");

        RecordedExecution recorded = production.withMostChildren(2).fetch(ARN);

        assertThat(recorded.children()).extracting(RecordedExecution::name).containsExactly("c-2");
        assertThat(recorded.missingChildren())
                .containsExactly(
                        new MissingChildren(MACHINE + "/m:r-1", MissingChildren.Reason.RUNNING, 1),
                        new MissingChildren(MACHINE + "/m:r-1", MissingChildren.Reason.TOO_MANY, 0));
    }

    /** Only an execution itself may be forgotten: without its children it would not be what it was. */
    @Test
    void a_child_that_cannot_be_found_is_told() {
        AWS.answersInTurn(
                "ListExecutions",
                ok("{\"executions\": [" + item("e-1", "SUCCEEDED") + "]}"),
                ok("{\"executions\": [" + item("c-1", "SUCCEEDED") + "]}"));
        AWS.answersInTurn(
                "GetExecutionHistory",
                ok("{\"events\": [" + started("{}") + ", " + mapRunStarted() + "]}"),
                AwsServer.error(400, "ExecutionDoesNotExist", "Execution Does Not Exist: 'c-1'"));

        assertThatThrownBy(() -> production.fetchLast(MACHINE, 5))
                .isInstanceOf(AwsCallException.class)
                .hasMessageContaining("c-1");
    }

    @Test
    void the_last_ones_are_those_that_have_ended() {
        AWS.answersInTurn(
                "ListExecutions",
                ok("{\"executions\": [" + item("e-3", "RUNNING") + ", " + item("e-2", "FAILED")
                        + "], \"nextToken\": \"t\"}"),
                ok("{\"executions\": [" + item("e-1", "SUCCEEDED") + ", " + item("e-0", "SUCCEEDED") + "]}"));
        AWS.answers("GetExecutionHistory", "{\"events\": [" + started("{}") + ", " + SUCCEEDED + "]}");

        List<RecordedExecution> last = production.fetchLast(MACHINE, 2);

        assertThat(last).hasSize(2);
        assertThat(AWS.requests("DescribeExecution"))
                .extracting(LoggedRequest::getBodyAsString)
                .satisfiesExactly(
                        first -> assertThat(first).contains("execution:orders:e-2"),
                        second -> assertThat(second).contains("execution:orders:e-1"));
    }

    private static String item(String name, String status) {
        return "{\"executionArn\": \"arn:aws:states:eu-west-1:123456789012:execution:orders:" + name
                + "\", \"stateMachineArn\": \"" + MACHINE + "\", \"name\": \"" + name + "\", \"status\": \"" + status
                + "\", \"startDate\": 1764000000}";
    }

    @Test
    void says_why_there_is_nothing() {
        AWS.answers("ListExecutions", "{\"executions\": []}");

        assertThatThrownBy(() -> production.fetchLast(MACHINE, 5))
                .isInstanceOf(AwsCallException.class)
                .hasMessage("No execution of " + MACHINE + " has ended in the time that AWS keeps histories (90 days by"
                        + " default).\n  do      check the ARN, its account and its region.");
        assertThatThrownBy(() -> production.fetch(ARN.replace(":execution:", ":express:")))
                .hasMessageEndingWith(
                        "is an Express execution, for which AWS keeps no history.\n  do      record a Standard"
                                + " execution; an Express one leaves its events in CloudWatch Logs only.");
        AWS.stub(AwsServer.action("GetExecutionHistory")
                .willReturn(AwsServer.error(400, "ExecutionDoesNotExist", "Execution Does Not Exist: 'x'")));
        assertThatThrownBy(() -> production.fetch(ARN))
                .hasMessageStartingWith("AWS gave no answer to GetExecutionHistory of " + ARN
                        + ": ExecutionDoesNotExist: Execution Does Not Exist: 'x' (HTTP 400");
    }
}
