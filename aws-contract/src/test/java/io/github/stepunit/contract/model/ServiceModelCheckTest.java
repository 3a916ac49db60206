package io.github.stepunit.contract.model;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.stepunit.contract.model.ModelProblem.Kind;
import io.github.stepunit.definition.TaskResource;
import io.github.stepunit.json.JsonText;
import io.github.stepunit.teststate.FieldValidationMode;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** One example for each thing that can be wrong, and for each that looks wrong and is not. */
class ServiceModelCheckTest {

    private static final ServiceModelCheck STRICT = ServiceModelCheck.strict();
    private static final ServiceModelCheck PRESENT = ServiceModelCheck.present();

    private static TaskResource resource(String call) {
        return Objects.requireNonNull(TaskResource.parse("arn:aws:states:::" + call));
    }

    private static List<String> request(String call, String json) {
        return texts(STRICT.problemsOfRequest(resource(call), JsonText.parseLenient(json)));
    }

    private static List<String> result(String call, String json) {
        return texts(STRICT.problemsOfResult(resource(call), JsonText.parseLenient(json)));
    }

    private static List<String> texts(List<ModelProblem> problems) {
        return problems.stream().map(ModelProblem::toString).toList();
    }

    // --- requests

    @Test
    void a_member_that_is_mistyped_is_unknown_and_missing() {
        assertThat(request("dynamodb:getItem", "{'TableNam': 'orders', 'Key': {'Id': {'S': '1'}}}"))
                .containsExactly(
                        "/TableNam: there is no such member. Did you mean \"TableName\"?",
                        "/TableName: is required, but missing");
    }

    @Test
    void letter_case_counts_also_deep_inside() {
        assertThat(
                        request(
                                "ecs:runTask",
                                "{'TaskDefinition': 'print', 'Overrides': {'ContainerOverrides': [{'Name': 'p', 'environment': []}]}}"))
                .containsExactly("/Overrides/ContainerOverrides/0/environment: there is no such member. Did you mean"
                        + " \"Environment\"?");
    }

    @Test
    void integrations_of_the_aws_sdk_write_acronyms_as_the_sdk_does() {
        assertThat(request("aws-sdk:rds:deleteDBInstance", "{'DbInstanceIdentifier': 'db-1'}"))
                .isEmpty();
        assertThat(request("aws-sdk:rds:deleteDBInstance", "{'DBInstanceIdentifier': 'db-1'}"))
                .containsExactly(
                        "/DBInstanceIdentifier: there is no such member. Did you mean \"DbInstanceIdentifier\"?",
                        "/DbInstanceIdentifier: is required, but missing");
    }

    @Test
    void types_are_checked() {
        assertThat(request("sqs:sendMessage", "{'QueueUrl': 7, 'MessageBody': 'x', 'DelaySeconds': 'soon'}"))
                .containsExactly(
                        "/QueueUrl: must be a string, but is 7", "/DelaySeconds: must be a number, but is \"soon\"");
        assertThat(request(
                        "batch:submitJob", "{'JobName': 'n', 'JobQueue': 'q', 'JobDefinition': 'd', 'DependsOn': {}}"))
                .containsExactly("/DependsOn: must be an array, but is {}");
        assertThat(request("dynamodb:getItem", "{'TableName': 't', 'Key': 'k', 'ConsistentRead': 'maybe'}"))
                .containsExactly(
                        "/Key: must be an object, but is \"k\"",
                        "/ConsistentRead: must be true or false, but is \"maybe\"");
    }

    @Test
    void values_of_enumerations_are_checked() {
        assertThat(request("ecs:runTask", "{'TaskDefinition': 'print', 'LaunchType': 'FARGATEE'}"))
                .containsExactly("/LaunchType: \"FARGATEE\" is not one of EC2, FARGATE, EXTERNAL, MANAGED_INSTANCES."
                        + " Did you mean \"FARGATE\"?");
    }

    @Test
    void limits_are_checked() {
        assertThat(request("sqs:sendMessage", "{'QueueUrl': 'u', 'MessageBody': 'x', 'MessageAttributes': {'a': {}}}"))
                .containsExactly("/MessageAttributes/a/DataType: is required, but missing");
        assertThat(request("aws-sdk:secretsmanager:getSecretValue", "{'SecretId': '', 'VersionStage': 'AWSCURRENT'}"))
                .containsExactly("/SecretId: has 0 characters, but at least 1 is allowed");
        assertThat(request("aws-sdk:sqs:receiveMessage", "{'QueueUrl': 'u', 'MaxNumberOfMessages': 5}"))
                .isEmpty();
        assertThat(request("events:putEvents", "{'Entries': []}"))
                .containsExactly("/Entries: has 0 items, but at least 1 is allowed");
    }

    @Test
    void an_operation_that_the_service_has_not_is_named() {
        List<ModelProblem> problems = STRICT.problemsOfRequest(resource("aws-sdk:s3:getObjects"), JsonText.parse("{}"));

        assertThat(problems).extracting(ModelProblem::kind).containsExactly(Kind.UNKNOWN_OPERATION);
        assertThat(texts(problems)).containsExactly("the AWS SDK has no s3:getObjects. Did you mean \"getObject\"?");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "sqs:sendMessage | {'QueueUrl': 'u', 'MessageBody': {'any': ['JSON']}}",
                "sns:publish.waitForTaskToken | {'TopicArn': 't', 'Message': {'token': 'x'}}",
                "events:putEvents | {'Entries': [{'Detail': {'order': 1}, 'DetailType': 't', 'Source': 's'}]}",
                "states:startExecution.sync:2 | {'StateMachineArn': 'a', 'Input': {'order': 1}}",
                "lambda:invoke | {'FunctionName': 'f', 'Payload': [1]}",
                "bedrock:invokeModel | {'ModelId': 'm', 'Body': {'prompt': 'p'}}",
                "elasticmapreduce:addStep.sync | {'ClusterId': 'j-1', 'Step': {'Name': 's'}}",
                "aws-sdk:eventbridge:putEvents | {'Entries': [{'Detail': {'order': 1}}]}",
                "aws-sdk:sfn:startExecution | {'StateMachineArn': 'a', 'Input': {'order': 1}}",
                "aws-sdk:dynamodb:putItem | {'TableName': 't', 'Item': {'a': {'BOOL': true}, 'b': {'Bool': true}}}",
                "aws-sdk:athena:startQueryExecution | {'QueryString': 'SELECT 1'}",
                "http:invoke | {'Whatever': 1}",
                "apigateway:invoke | {'Whatever': 1}",
                "eks:call | {'Whatever': 1}",
                "aws-sdk:younger:doSomething | {'Whatever': 1}",
            })
    void what_step_functions_takes_is_no_problem(String call, String request) {
        assertThat(request(call, request)).isEmpty();
    }

    // --- results

    @Test
    void results_are_checked_against_what_the_api_answers() {
        assertThat(result("dynamodb:getItem", "{'Itm': {'Id': {'S': '1'}}}"))
                .containsExactly("/Itm: there is no such member. Did you mean \"Item\"?");
        assertThat(result("sqs:sendMessage", "{'MessageId': 1}"))
                .containsExactly("/MessageId: must be a string, but is 1");
    }

    @Test
    void of_a_job_the_description_is_checked_as_step_functions_gives_it() {
        assertThat(result("ecs:runTask.sync", "{'LastStatus': 'STOPPED', 'Containers': [{'ExitCode': '0'}]}"))
                .containsExactly("/Containers/0/ExitCode: must be a number, but is \"0\"");
        assertThat(result("codebuild:startBuild.sync", "{'Build': {'BuildStatus': 'DONE'}}"))
                .containsExactly("/Build/BuildStatus: \"DONE\" is not one of SUCCEEDED, FAILED, FAULT, TIMED_OUT,"
                        + " IN_PROGRESS, STOPPED");
    }

    @Test
    void required_members_of_results_are_missed_in_strict_mode_only() {
        String answer = "{'Output': {'shipped': true}, 'Status': 'SUCCEEDED'}";
        TaskResource child = resource("states:startExecution.sync:2");

        assertThat(result("states:startExecution.sync:2", answer))
                .containsExactly(
                        "/ExecutionArn: is always there on AWS, but missing",
                        "/StateMachineArn: is always there on AWS, but missing",
                        "/StartDate: is always there on AWS, but missing");
        assertThat(PRESENT.problemsOfResult(child, JsonText.parseLenient(answer)))
                .isEmpty();
        assertThat(texts(PRESENT.problemsOfResult(child, JsonText.parseLenient("{'Status': 'DONE'}"))))
                .containsExactly("/Status: \"DONE\" is not one of RUNNING, SUCCEEDED, FAILED, TIMED_OUT, ABORTED,"
                        + " PENDING_REDRIVE");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "lambda:invoke | {'Payload': {'any': 1}, 'StatusCode': 200, 'ExecutedVersion': '$LATEST'}",
                "sqs:sendMessage | {'MessageId': 'm', 'SdkHttpMetadata': {}, 'SdkResponseMetadata': {'RequestId': 'r'}}",
                "sqs:sendMessage.waitForTaskToken | {'whatever': 'the callback brings'}",
                "states:startExecution.sync | '\"what SendTaskSuccess brought\"'",
                "aws-sdk:s3:putObject | {'ETag': 'x', 'ServerSideEncryption': 'AES256'}",
                "aws-sdk:s3:getObject | {'Body': 'text', 'LastModified': '2026-01-01T00:00:00Z', 'Metadata': {}}",
            })
    void what_aws_answers_is_no_problem(String call, String answer) {
        assertThat(result(call, answer)).isEmpty();
    }

    // --- errors

    @Test
    void errors_are_those_of_the_service_in_the_spelling_of_the_integration() {
        assertThat(texts(STRICT.problemsOfError(
                        resource("dynamodb:putItem"), "DynamoDb.ConditionalCheckFailedException")))
                .containsExactly("it has no error \"DynamoDb.ConditionalCheckFailedException\"."
                        + " Did you mean \"DynamoDB.ConditionalCheckFailedException\"?");
        assertThat(texts(STRICT.problemsOfError(
                        resource("aws-sdk:comprehend:detectSentiment"), "InternalServerException")))
                .containsExactly("it has no error \"InternalServerException\"."
                        + " Did you mean \"Comprehend.InternalServerException\"?");
    }

    @ParameterizedTest
    @ValueSource(strings = {"States.Timeout", "States.TaskFailed", "S3.NoSuchKeyException", "S3.S3Exception"})
    void what_the_service_or_step_functions_raises_is_no_problem(String error) {
        assertThat(STRICT.problemsOfError(resource("aws-sdk:s3:getObject"), error))
                .isEmpty();
    }

    @Test
    void functions_and_callbacks_raise_what_they_like() {
        assertThat(STRICT.problemsOfError(resource("lambda:invoke"), "CardDeclined"))
                .isEmpty();
        assertThat(STRICT.problemsOfError(resource("sqs:sendMessage.waitForTaskToken"), "Rejected"))
                .isEmpty();
    }

    // --- modes

    @Test
    void present_looks_at_what_is_there_only() {
        assertThat(texts(PRESENT.problemsOfRequest(
                        resource("dynamodb:getItem"), JsonText.parseLenient("{'TableNam': 'orders'}"))))
                .containsExactly("/TableNam: there is no such member. Did you mean \"TableName\"?");
    }

    @Test
    void none_looks_at_nothing() {
        ServiceModelCheck none = ServiceModelCheck.in(FieldValidationMode.NONE);

        assertThat(none.problemsOfRequest(resource("dynamodb:getItem"), JsonText.parse("1")))
                .isEmpty();
        assertThat(none.problemsOfResult(resource("dynamodb:getItem"), JsonText.parse("1")))
                .isEmpty();
        assertThat(none.problemsOfError(resource("dynamodb:getItem"), "Nonsense"))
                .isEmpty();
    }
}
