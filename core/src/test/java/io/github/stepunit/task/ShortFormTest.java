package io.github.stepunit.task;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.stepunit.json.JsonText;
import io.github.stepunit.task.TaskOutcome.Answer;
import java.util.List;
import java.util.Objects;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What a test writes for short, and what the Task gets. */
class ShortFormTest {

    private static JsonNode result(String resource, String input, Consumer<TaskMock> script) {
        TaskMocks tasks = new TaskMocks();
        script.accept(tasks.mock("Work"));
        TaskOutcome outcome = tasks.handle(
                FakeInvocation.of("Work").to("arn:aws:states:::" + resource).with(input));
        return ((Answer.Succeeded) outcome.answer()).output();
    }

    private static JsonNode result(String resource, String given) {
        return result(resource, "{}", mock -> mock.returns(given));
    }

    private static JsonNode json(String text) {
        return JsonText.parseLenient(text);
    }

    @Test
    void an_item_becomes_one_of_dynamodb() {
        JsonNode response = result(
                "dynamodb:getItem",
                "{'id': 'o-1', 'total': 9.5, 'paid': true, 'note': null, 'tags': ['a'], 'by': {'n': 1}}");
        assertThat(response.path("Item"))
                .isEqualTo(json(
                        "{'id': {'S': 'o-1'}, 'total': {'N': '9.5'}, 'paid': {'BOOL': true}, 'note': {'NULL': true},"
                                + " 'tags': {'L': [{'S': 'a'}]}, 'by': {'M': {'n': {'N': '1'}}}}"));
        assertThat(response.at("/SdkHttpMetadata/HttpStatusCode").intValue()).isEqualTo(200);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "aws-sdk:dynamodb:getItem | {'id': 'o-1'} | {'Item': {'id': {'S': 'o-1'}}}",
                "aws-sdk:dynamodb:getItem | {'id': {'S': 'o-1'}} | {'Item': {'id': {'S': 'o-1'}}}",
                "aws-sdk:dynamodb:getItem | {'Item': {'id': {'S': 'o-1'}}} | {'Item': {'id': {'S': 'o-1'}}}",
                "dynamodb:getItem | {} | {}",
                "aws-sdk:dynamodb:updateItem | {'n': 1} | {'Attributes': {'n': {'N': '1'}}}",
                "aws-sdk:dynamodb:query | [{'id': 'a'}] | {'Count': 1, 'Items': [{'id': {'S': 'a'}}], 'ScannedCount': 1}",
                "aws-sdk:dynamodb:query | {'Count': 0, 'Items': []} | {'Count': 0, 'Items': []}",
                "sqs:sendMessage | {'MessageId': 'm-1'} | {'MessageId': 'm-1'}",
                "glue:startJobRun.sync | {'JobRunState': 'SUCCEEDED'} | {'JobRunState': 'SUCCEEDED'}"
            })
    void short_forms(String resource, String given, String response) {
        assertThat(result(resource, given)).isEqualTo(json(response));
    }

    @Test
    void a_body_becomes_an_answer_of_http() {
        assertThat(result("http:invoke", "{'id': 7}"))
                .isEqualTo(
                        json(
                                "{'Headers': {'content-length': ['8'], 'content-type': ['application/json'], 'date': ['Wed, 01 Jan"
                                        + " 2025 00:00:07 GMT']}, 'ResponseBody': {'id': 7}, 'StatusCode': 200, 'StatusText': 'OK'}"));
        assertThat(result("http:invoke", "{'ResponseBody': '', 'StatusCode': 204}"))
                .isEqualTo(json("{'ResponseBody': '', 'StatusCode': 204}"));
    }

    @Test
    void the_output_of_a_child_becomes_the_description_of_its_execution() {
        String input = "{'StateMachineArn': 'arn:aws:states:us-east-1:123456789012:stateMachine:child', 'Name': 'c-1',"
                + " 'Input': {'n': 1}}";
        assertThat(result("states:startExecution.sync:2", input, child -> child.returns("{'ok': true}")))
                .isEqualTo(json("{'ExecutionArn': 'arn:aws:states:us-east-1:123456789012:execution:child:c-1',"
                        + " 'Input': {'n': 1}, 'InputDetails': {'Included': true}, 'Name': 'c-1', 'Output': {'ok': true},"
                        + " 'OutputDetails': {'Included': true}, 'StartDate': '2025-01-01T00:00:07Z', 'StateMachineArn':"
                        + " 'arn:aws:states:us-east-1:123456789012:stateMachine:child', 'Status': 'SUCCEEDED', 'StopDate':"
                        + " '2025-01-01T00:00:07Z'}"));
        assertThat(result("states:startExecution.sync", input, child -> child.returns("{'ok': true}"))
                        .path("Output"))
                .isEqualTo(json("'{\"ok\":true}'"));
        String whole = "{'ExecutionArn': 'a', 'Status': 'SUCCEEDED', 'Output': '7'}";
        assertThat(result("states:startExecution.sync:2", input, child -> child.returns(whole)))
                .isEqualTo(json(whole));
    }

    /** What an author writes who has the answer of DescribeExecution before his eyes. */
    @Test
    void a_part_of_a_description_is_completed() {
        String sync = "states:startExecution.sync";
        assertThat(result(sync + ":2", "{}", child -> child.returns("{'Output': {'ok': true}}")))
                .isEqualTo(result(sync + ":2", "{}", child -> child.returns("{'ok': true}")));
        assertThat(result(sync, "{}", child -> child.returns("{'Output': {'ok': true}}")))
                .isEqualTo(result(sync, "{}", child -> child.returns("{'ok': true}")));
        assertThat(result(sync + ":2", "{}", child -> child.returns("{'Status': 'SUCCEEDED', 'Name': 'c-1'}"))
                        .fieldNames())
                .toIterable()
                .contains("ExecutionArn", "Name", "StartDate", "Status");
    }

    @Test
    void an_output_with_members_of_a_description_and_others_is_an_output() {
        String sync = "states:startExecution.sync:2";
        for (String output : List.of(
                "{'Output': 1, 'total': 2}",
                "{'Status': 'SUCCEEDED', 'total': 2}",
                "{'Name': 'x'}",
                "{'Status': 'open'}")) {
            assertThat(result(sync, "{}", child -> child.returns(output)).path("Output"))
                    .isEqualTo(json(output));
        }
    }

    @Test
    void a_whole_envelope_of_a_function_stays_as_it_is() {
        String envelope = "{'ExecutedVersion': '7', 'StatusCode': 200, 'Payload': {'receipt': 'r-1'}}";
        assertThat(result("lambda:invoke", "{}", function -> function.returns(envelope)))
                .isEqualTo(json(envelope));
        // A function may well return a member of that name.
        assertThat(result("lambda:invoke", "{}", function -> function.returns("{'Payload': 1}"))
                        .path("Payload"))
                .isEqualTo(json("{'Payload': 1}"));
    }

    @Test
    void an_output_that_looks_like_a_description_is_given_within_one() {
        assertThat(result("states:startExecution.sync:2", "{}", child -> child.returns("{'Output': {'Output': 1}}"))
                        .path("Output"))
                .isEqualTo(json("{'Output': 1}"));
    }

    @Test
    void success_without_particulars_is_the_services_usual_answer() {
        JsonNode sent = result("sqs:sendMessage", "{}", queue -> queue.succeeds());
        assertThat(sent.fieldNames())
                .toIterable()
                .containsExactly("MD5OfMessageBody", "MessageId", "SdkHttpMetadata", "SdkResponseMetadata");
        assertThat(sent).isEqualTo(result("sqs:sendMessage", "{}", queue -> queue.succeeds()));

        JsonNode job = result(
                "batch:submitJob.sync",
                "{'JobName': 'j'}",
                mock -> mock.succeeds("{'Container': {'LogStreamName': 'l'}}"));
        assertThat(job.path("Status").textValue()).isEqualTo("SUCCEEDED");
        assertThat(job.path("JobName").textValue()).isEqualTo("j");
        assertThat(job.path("Container")).isEqualTo(json("{'ExitCode': 0, 'LogStreamName': 'l'}"));
        assertThat(result("lambda:invoke", "{}", function -> function.succeeds())
                        .path("Payload"))
                .isEqualTo(json("{}"));
        assertThat(result("aws-sdk:s3:putObject", "{}", call -> call.succeeds()))
                .isEqualTo(json("{}"));
    }

    @Test
    void a_submitted_task_has_the_services_first_answer() {
        TaskMocks tasks = new TaskMocks();
        tasks.mock("Work").returns("{}");
        TaskOutcome outcome = tasks.handle(FakeInvocation.of("Work").to("arn:aws:states:::glue:startJobRun.sync"));
        JsonNode submitted = Objects.requireNonNull(outcome.submitOutput());
        assertThat(submitted.path("JobRunId").asText()).startsWith("jr_");
    }
}
