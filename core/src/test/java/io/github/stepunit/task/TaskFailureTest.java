package io.github.stepunit.task;

import static io.github.stepunit.task.TaskFailure.accessDenied;
import static io.github.stepunit.task.TaskFailure.functionError;
import static io.github.stepunit.task.TaskFailure.functionTimedOut;
import static io.github.stepunit.task.TaskFailure.heartbeatLost;
import static io.github.stepunit.task.TaskFailure.httpStatus;
import static io.github.stepunit.task.TaskFailure.jobFailed;
import static io.github.stepunit.task.TaskFailure.roleNotAssumable;
import static io.github.stepunit.task.TaskFailure.sandboxCrashed;
import static io.github.stepunit.task.TaskFailure.serverError;
import static io.github.stepunit.task.TaskFailure.serviceError;
import static io.github.stepunit.task.TaskFailure.throttled;
import static io.github.stepunit.task.TaskFailure.unreachable;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.stepunit.json.JsonText;
import io.github.stepunit.task.TaskOutcome.Answer;
import org.junit.jupiter.api.Test;

class TaskFailureTest {

    private static final String INVOKE = "arn:aws:states:::lambda:invoke";
    private static final String PUT_ITEM = "arn:aws:states:::dynamodb:putItem";
    private static final String SDK_PUT_ITEM = "arn:aws:states:::aws-sdk:dynamodb:putItem";
    private static final String GLUE_JOB = "arn:aws:states:::glue:startJobRun.sync";
    private static final String HTTP = "arn:aws:states:::http:invoke";
    private static final String ACTIVITY = "arn:aws:states:us-east-1:123456789012:activity:approve";

    private final FakeInvocation charge = FakeInvocation.of("Charge card");

    private static String failure(TaskFailure failure, TaskInvocation invocation) {
        Answer answer = failure.handle(invocation).answer();
        return answer instanceof Answer.Failed failed
                ? failed.error() + " | " + failed.cause()
                : answer instanceof Answer.SubmitFailed refused
                        ? "refused: " + refused.error() + " | " + refused.cause()
                        : answer.toString();
    }

    @Test
    void throttled_function() {
        assertThat(failure(throttled(), charge.to(INVOKE)))
                .isEqualTo(
                        "Lambda.TooManyRequestsException | Rate exceeded (Service: AWSLambda; Status Code: 429; Error"
                                + " Code: TooManyRequestsException; Request ID: 91016e0e-cd0f-43dc-b176-3cba3199cec1; Proxy: null)");
        assertThat(failure(throttled(), charge)).startsWith("Lambda.TooManyRequestsException | ");
    }

    @Test
    void one_service_has_two_spellings() {
        assertThat(failure(throttled(), charge.to(PUT_ITEM)))
                .startsWith("DynamoDB.ProvisionedThroughputExceededException | ");
        assertThat(failure(throttled(), charge.to(SDK_PUT_ITEM)))
                .startsWith("DynamoDb.ProvisionedThroughputExceededException | ");
    }

    @Test
    void the_request_of_a_job_is_refused() {
        assertThat(failure(throttled(), charge.to(GLUE_JOB))).startsWith("refused: Glue.");
    }

    @Test
    void denied_access_tells_who_and_what() {
        assertThat(failure(
                        accessDenied(),
                        charge.to(INVOKE)
                                .with("{'FunctionName': 'arn:aws:lambda:us-east-1:123456789012:function:charge'}")))
                .isEqualTo(
                        "Lambda.AWSLambdaException | User: arn:aws:sts::123456789012:assumed-role/StepFunctionsRole/"
                                + "91016e0ecd0f43dcb1763cba3199cec1 is not authorized to perform: lambda:InvokeFunction on"
                                + " resource: arn:aws:lambda:us-east-1:123456789012:function:charge because no identity-based"
                                + " policy allows the lambda:InvokeFunction action (Service: AWSLambda; Status Code: 403; Error"
                                + " Code: AccessDeniedException; Request ID: 91016e0e-cd0f-43dc-b176-3cba3199cec1; Proxy: null)");
    }

    @Test
    void server_error_and_network() {
        assertThat(failure(serverError(), charge.to(INVOKE)))
                .startsWith("Lambda.ServiceException | ")
                .contains("Status Code: 500");
        assertThat(failure(unreachable(), charge.to(INVOKE)))
                .isEqualTo("Lambda.SdkClientException | Unable to execute HTTP request: Connect to"
                        + " lambda.us-east-1.amazonaws.com:443 failed: connect timed out");
        assertThat(failure(unreachable(), charge.to(HTTP))).startsWith("States.Http.Socket | ");
    }

    @Test
    void exceptions_of_the_service_by_name() {
        assertThat(failure(
                        serviceError("ConditionalCheckFailedException", "The conditional request failed"),
                        charge.to(PUT_ITEM)))
                .startsWith("DynamoDB.ConditionalCheckFailedException | The conditional request failed (Service:"
                        + " AmazonDynamoDBv2; Status Code: 400; ");
        assertThat(failure(serviceError("AmazonDynamoDBException", "1 validation error detected"), charge.to(PUT_ITEM)))
                .startsWith("DynamoDB.AmazonDynamoDBException | 1 validation error detected (");
    }

    @Test
    void a_function_that_throws() {
        assertThat(failure(functionError("CardDeclined", "No funds"), charge.to(INVOKE)))
                .isEqualTo("CardDeclined |"
                        + " {\"errorMessage\":\"No funds\",\"errorType\":\"CardDeclined\",\"stackTrace\":[]}");
        assertThat(failure(functionError(new IllegalStateException("closed", new RuntimeException())), charge))
                .startsWith("java.lang.IllegalStateException |"
                        + " {\"errorMessage\":\"closed\",\"errorType\":\"java.lang.IllegalStateException\",\"stackTrace\":"
                        + "[\"io.github.stepunit.task.TaskFailureTest.")
                .contains(
                        "\"cause\":{\"errorMessage\":\"java.lang.RuntimeException\",\"errorType\":\"java.lang.RuntimeException\"");
    }

    @Test
    void a_function_that_does_not_end_well() {
        assertThat(failure(functionTimedOut(), charge))
                .isEqualTo("Sandbox.Timedout | {\"errorType\":\"Sandbox.Timedout\",\"errorMessage\":\"RequestId:"
                        + " 91016e0e-cd0f-43dc-b176-3cba3199cec1 Error: Task timed out after 3.00 seconds\"}");
        assertThat(failure(sandboxCrashed(), charge)).startsWith("Runtime.ExitError | ");
    }

    @Test
    void a_failed_job_is_described_in_the_cause() {
        assertThat(failure(
                        jobFailed("{'ErrorMessage': 'Out of memory'}"),
                        charge.to(GLUE_JOB).with("{'JobName': 'etl'}")))
                .isEqualTo("States.TaskFailed | {\"Attempt\":0,\"CompletedOn\":1735689607000,\"ErrorMessage\":\"Out of"
                        + " memory\",\"Id\":\"jr_91016e0ecd0f43dcb1763cba3199cec1\",\"JobName\":\"etl\","
                        + "\"JobRunState\":\"FAILED\",\"StartedOn\":1735689607000}");
    }

    @Test
    void answers_of_http() {
        assertThat(failure(httpStatus(503), charge.to(HTTP)))
                .isEqualTo("States.Http.StatusCode.503 | {\"message\":\"Service Unavailable\"}");
        assertThat(failure(
                        httpStatus(403, "Missing Authentication Token"),
                        charge.to("arn:aws:states:::apigateway:invoke")))
                .isEqualTo("ApiGateway.403 | Missing Authentication Token");
        assertThat(failure(throttled(), charge.to(HTTP)))
                .isEqualTo("States.Http.StatusCode.429 | {\"message\":\"Too Many Requests\"}");
    }

    @Test
    void the_same_call_fails_with_the_same_words_in_every_run_and_another_call_with_others() {
        assertThat(failure(throttled(), charge)).isEqualTo(failure(throttled(), charge));
        assertThat(failure(throttled(), charge)).isNotEqualTo(failure(throttled(), charge.attempt(2)));
    }

    @Test
    void a_word_that_makes_no_sense_for_the_resource_is_an_error_of_the_test() {
        assertThatThrownBy(() -> sandboxCrashed().handle(charge.to(PUT_ITEM)))
                .isInstanceOf(MockAnswerException.class)
                .hasMessage(
                        """
                        The failure "sandbox crashed" does not exist for the Task `Charge card`: it is no Lambda function.
                          where     Charge card, attempt 1, at 2025-01-01T00:00:07Z
                          resource  arn:aws:states:::dynamodb:putItem
                          input     {}
                          do        let the Task fail with an error that its resource raises: fails(error, cause).""");
        assertThatThrownBy(() -> throttled().handle(charge.to(ACTIVITY)))
                .hasMessageContaining("its worker names its errors itself");
        assertThatThrownBy(() -> jobFailed().handle(charge)).hasMessageContaining("only a .sync task waits for a job");
        assertThatThrownBy(() -> heartbeatLost().handle(charge)).hasMessageContaining("no HeartbeatSeconds");
        assertThatThrownBy(() -> roleNotAssumable().handle(charge)).hasMessageContaining("no Credentials");
        assertThatThrownBy(() -> httpStatus(500).handle(charge)).hasMessageContaining("only http:invoke");
    }

    @Test
    void an_exception_that_the_service_does_not_have_is_an_error_of_the_test() {
        assertThatThrownBy(() -> serviceError("ConditionalCheckFailed").handle(charge.to(PUT_ITEM)))
                .hasMessage(
                        """
                        The service behind the Task `Charge card` has no exception ConditionalCheckFailed. Did you mean ConditionalCheckFailedException?
                          where     Charge card, attempt 1, at 2025-01-01T00:00:07Z
                          resource  arn:aws:states:::dynamodb:putItem
                          input     {}
                          raises    DynamoDB.ConditionalCheckFailedException, DynamoDB.ProvisionedThroughputExceededException, DynamoDB.ResourceNotFoundException, DynamoDB.ItemCollectionSizeLimitExceededException, DynamoDB.TransactionConflictException, DynamoDB.RequestLimitExceededException, DynamoDB.InternalServerErrorException, DynamoDB.ReplicatedWriteConflictException, DynamoDB.ThrottlingException, DynamoDB.AmazonDynamoDBException, DynamoDB.SdkClientException
                          do        name an exception of the service; fails(error, cause) takes any error.""");
    }

    @Test
    void a_description_that_is_not_json_is_refused_at_once() {
        assertThatThrownBy(() -> jobFailed("{'a'")).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void scripts_read_as_sentences() {
        TaskMocks tasks = new TaskMocks();
        TaskMock mock = tasks.mock("Charge card");
        ScriptedAnswer script =
                mock.fails(throttled()).times(2).thenFails(serverError()).thenReturns("{}");

        assertThat(failure(throttled(), charge)).isEqualTo(describe(tasks.handle(charge)));
        assertThat(script.toString()).isEqualTo("returns {}");
        assertThat(tasks.unusedMocks().get(0)).contains("fails (throttled) (2 times), then fails (server error), then");
    }

    private static String describe(TaskOutcome outcome) {
        return outcome.answer() instanceof Answer.Failed failed ? failed.error() + " | " + failed.cause() : "";
    }

    @Test
    void every_template_of_a_response_can_be_filled_in() {
        for (String resource : new String[] {
            "athena:startQueryExecution.sync",
            "batch:submitJob.sync",
            "codebuild:startBuild.sync",
            "codebuild:startBuildBatch.sync",
            "databrew:startJobRun.sync",
            "ecs:runTask.sync",
            "elasticmapreduce:addStep.sync",
            "elasticmapreduce:createCluster.sync",
            "emr-containers:startJobRun.sync",
            "emr-serverless:startJobRun.sync",
            "glue:startJobRun.sync",
            "mediaconvert:createJob.sync",
            "sagemaker:createProcessingJob.sync",
            "sagemaker:createTrainingJob.sync",
            "sagemaker:createTransformJob.sync",
            "states:startExecution.sync",
            "states:startExecution.sync:2",
            "eks:runJob.sync"
        }) {
            String described = failure(jobFailed(), charge.to("arn:aws:states:::" + resource));
            assertThat(described).startsWith("States.TaskFailed | {").doesNotContain("{uuid}", "{request");
            assertThat(JsonText.parse(described.substring("States.TaskFailed | ".length()))
                            .isObject())
                    .isTrue();
        }
    }
}
