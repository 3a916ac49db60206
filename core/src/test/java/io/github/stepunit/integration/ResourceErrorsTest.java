package io.github.stepunit.integration;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.stepunit.definition.TaskResource;
import java.util.Objects;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ResourceErrorsTest {

    private static final String FUNCTION = "arn:aws:lambda:us-east-1:123456789012:function:charge";
    private static final String ACTIVITY = "arn:aws:states:us-east-1:123456789012:activity:approve";

    private static ResourceErrors errors(String resource) {
        String arn = resource.startsWith("arn:") ? resource : "arn:aws:states:::" + resource;
        return Objects.requireNonNull(TaskResource.parse(arn)).errors();
    }

    /** The names that recordings have, and the accidents that AWS's users report. */
    @ParameterizedTest
    @CsvSource({
        "dynamodb:putItem, DynamoDB.ConditionalCheckFailedException",
        "dynamodb:putItem, DynamoDB.AmazonDynamoDBException",
        "dynamodb:putItem, DynamoDB.ResourceNotFoundException",
        "aws-sdk:dynamodb:putItem, DynamoDb.DynamoDbException",
        "aws-sdk:dynamodb:putItem, DynamoDb.ConditionalCheckFailedException",
        "sqs:sendMessage, SQS.SdkClientException",
        "sqs:sendMessage, SQS.AmazonSQSException",
        "sns:publish, SNS.NotFoundException",
        "sns:publish, SNS.InvalidParameterException",
        "states:startExecution, StepFunctions.StateMachineDoesNotExistException",
        "states:startExecution.sync:2, StepFunctions.ExecutionAlreadyExistsException",
        "states:startExecution.sync:2, States.TaskFailed",
        "lambda:invoke, Lambda.ResourceNotFoundException",
        "lambda:invoke, Lambda.TooManyRequestsException",
        "lambda:invoke, Lambda.ServiceException",
        "lambda:invoke, Lambda.AWSLambdaException",
        "lambda:invoke, Lambda.SdkClientException",
        "lambda:invoke, Lambda.Unknown",
        "lambda:invoke, Sandbox.Timedout",
        "lambda:invoke, CardDeclined",
        "apigateway:invoke, ApiGateway.403",
        "events:putEvents, EventBridge.FailedEntry",
        "ecs:runTask.sync, ECS.ServerException",
        "ecs:runTask.sync, ECS.AmazonECSException",
        "batch:submitJob.sync, Batch.AWSBatchException",
        "glue:startJobRun.sync, Glue.ConcurrentRunsExceededException",
        "aws-sdk:glue:startCrawler, Glue.GlueException",
        "aws-sdk:comprehend:detectSentiment, Comprehend.InternalServerException",
        "aws-sdk:s3:getObject, S3.NoSuchKeyException",
        "aws-sdk:s3:listObjects, S3.NoSuchBucketException",
        "aws-sdk:secretsmanager:createSecret, SecretsManager.SecretsManagerException",
        "aws-sdk:sfn:sendTaskSuccess, Sfn.InvalidTokenException",
        "http:invoke, States.Http.StatusCode.503",
        "http:invoke, States.Http.Socket",
        "http:invoke, Events.ConnectionResource.InvalidConnectionState",
        "sqs:sendMessage.waitForTaskToken, WhateverTheWorkerSays",
        "dynamodb:putItem, States.Timeout",
        "dynamodb:putItem, States.ALL"
    })
    void can_be_raised(String resource, String error) {
        assertThat(errors(resource).canRaise(error)).isTrue();
    }

    /** Dead names of published state machines (facts/ASL_CHECKLIST, section 26). */
    @ParameterizedTest
    @CsvSource({
        "dynamodb:getItem, DynamoDb.ThrottlingException, DynamoDB.ThrottlingException",
        "dynamodb:getItem, ThrottlingException, DynamoDB.ThrottlingException",
        "dynamodb:updateItem, DynamoDb.ProvisionedThroughputExceededException,"
                + " DynamoDB.ProvisionedThroughputExceededException",
        "aws-sdk:comprehend:detectSentiment, InternalServerException, Comprehend.InternalServerException",
        "aws-sdk:glue:startCrawler, Glue.AWSGlueException, Glue.GlueException",
        "lambda:invoke.waitForTaskToken, Lambda.UnknownError, Lambda.Unknown",
        "ecs:runTask.sync, Ecs.ServerException, ECS.ServerException",
        "aws-sdk:s3:getObject, S3.NoSuchKey, S3.NoSuchKeyException",
        "lambda:invoke, Lambda.TooManyRequestException, Lambda.TooManyRequestsException"
    })
    void cannot_be_raised_and_what_was_meant(String resource, String error, String meant) {
        assertThat(errors(resource).canRaise(error)).isFalse();
        assertThat(errors(resource).closest(error)).startsWith(meant);
    }

    @ParameterizedTest
    @ValueSource(strings = {"dynamodb:putItem", "aws-sdk:s3:getObject", "ecs:runTask.sync", "apigateway:invoke"})
    void errors_of_http_tasks_are_those_of_http_tasks(String resource) {
        assertThat(errors(resource).canRaise("States.Http.StatusCode.503")).isFalse();
        assertThat(errors("http:invoke").canRaise("Http.StatusCode.503")).isFalse();
        assertThat(errors("http:invoke").canRaise("States.Http.StatusCode.five"))
                .isFalse();
    }

    @Test
    void names_lists_what_the_action_declares_first() {
        assertThat(errors("states:startExecution").names())
                .startsWith(
                        "StepFunctions.ExecutionLimitExceededException",
                        "StepFunctions.ExecutionAlreadyExistsException")
                .contains("StepFunctions.AWSStepFunctionsException", "StepFunctions.SdkClientException");
    }

    @Test
    void a_service_younger_than_the_table_is_not_judged() {
        ResourceErrors young = errors("aws-sdk:teleport:beamUp");
        assertThat(young.canRaise("Teleport.BeamException")).isTrue();
        assertThat(young.canRaise("BeamException")).isFalse();
        assertThat(young.throttled()).map(ServiceError::name).hasValue("Teleport.TeleportException");
    }

    @Test
    void only_users_code_raises_any_error() {
        assertThat(errors(FUNCTION).raisesAny()).isTrue();
        assertThat(errors(ACTIVITY).raisesAny()).isTrue();
        assertThat(errors("sns:publish.waitForTaskToken").raisesAny()).isTrue();
        assertThat(errors("sns:publish").raisesAny()).isFalse();
    }

    @Nested
    @DisplayName("a failure by kind is the service's own error, where it has one")
    class ByKind {

        @ParameterizedTest
        @CsvSource({
            "lambda:invoke, Lambda.TooManyRequestsException, 429",
            "dynamodb:putItem, DynamoDB.ProvisionedThroughputExceededException, 400",
            "aws-sdk:dynamodb:putItem, DynamoDb.ProvisionedThroughputExceededException, 400",
            "sns:publish, SNS.ThrottledException, 429",
            "sqs:sendMessage, SQS.RequestThrottledException, 400",
            "states:startExecution, StepFunctions.AWSStepFunctionsException, 400",
            "batch:submitJob, Batch.AWSBatchException, 429",
            "athena:startQueryExecution, Athena.TooManyRequestsException, 400",
            "aws-sdk:s3:getObject, S3.S3Exception, 503",
            "aws-sdk:ec2:describeInstances, Ec2.Ec2Exception, 400"
        })
        void throttled(String resource, String name, int status) {
            ServiceError error = errors(resource).throttled().orElseThrow();
            assertThat(error.name()).isEqualTo(name);
            assertThat(error.status()).isEqualTo(status);
        }

        @ParameterizedTest
        @CsvSource({
            "lambda:invoke, Lambda.AWSLambdaException, AccessDeniedException, 403",
            "dynamodb:putItem, DynamoDB.AmazonDynamoDBException, AccessDeniedException, 400",
            "sns:publish, SNS.AuthorizationErrorException, AuthorizationError, 403",
            "states:startExecution, StepFunctions.AWSStepFunctionsException, AccessDeniedException, 400",
            "ecs:runTask.sync, ECS.AccessDeniedException, AccessDeniedException, 400",
            "aws-sdk:dynamodb:query, DynamoDb.DynamoDbException, AccessDeniedException, 400"
        })
        void access_denied(String resource, String name, String code, int status) {
            ServiceError error = errors(resource).accessDenied("no").orElseThrow();
            assertThat(error.name()).isEqualTo(name);
            assertThat(error.code()).isEqualTo(code);
            assertThat(error.status()).isEqualTo(status);
        }

        @ParameterizedTest
        @CsvSource({
            "lambda:invoke, Lambda.ServiceException",
            "dynamodb:putItem, DynamoDB.InternalServerErrorException",
            "aws-sdk:dynamodb:putItem, DynamoDb.InternalServerErrorException",
            "ecs:runTask, ECS.ServerException",
            "batch:submitJob, Batch.ServerException",
            "sns:publish, SNS.InternalErrorException",
            "glue:startJobRun, Glue.InternalServiceException",
            "sqs:sendMessage, SQS.AmazonSQSException"
        })
        void server_fault(String resource, String name) {
            ServiceError error = errors(resource).serverFault().orElseThrow();
            assertThat(error.name()).isEqualTo(name);
            assertThat(error.status()).isGreaterThanOrEqualTo(500);
        }

        @Test
        void an_activity_has_none() {
            assertThat(errors(ACTIVITY).throttled()).isEmpty();
            assertThat(errors(ACTIVITY).unreachable("us-east-1")).isEmpty();
        }
    }

    @Test
    void a_cause_is_worded_as_the_sdk_of_the_integration_words_it() {
        assertThat(errors("dynamodb:putItem")
                        .named("ResourceNotFoundException", "Requested resource not found")
                        .orElseThrow()
                        .cause("r-1"))
                .isEqualTo("Requested resource not found (Service: AmazonDynamoDBv2; Status Code: 400; Error Code:"
                        + " ResourceNotFoundException; Request ID: r-1; Proxy: null)");
        assertThat(errors("states:startExecution")
                        .named("StateMachineDoesNotExistException", "State Machine Does Not Exist: 'x'")
                        .orElseThrow()
                        .cause("r-1"))
                .isEqualTo("State Machine Does Not Exist: 'x' (Service: AWSStepFunctions; Status Code: 400; Error Code:"
                        + " StateMachineDoesNotExist; Request ID: r-1; Proxy: null)");
        assertThat(errors("aws-sdk:sfn:sendTaskSuccess")
                        .named("InvalidTokenException", "Invalid Token: 'Invalid token'")
                        .orElseThrow()
                        .cause("r-1"))
                .isEqualTo("Invalid Token: 'Invalid token' (Service: Sfn, Status Code: 400, Request ID: r-1)"
                        + " (SDK Attempt Count: 1)");
    }

    @Test
    void the_sdks_write_acronyms_differently() {
        assertThat(errors("sns:publish").named("KMSAccessDeniedException", "no"))
                .map(ServiceError::name)
                .hasValue("SNS.KMSAccessDeniedException");
        assertThat(errors("aws-sdk:sns:publish").named("KMSAccessDeniedException", "no"))
                .map(ServiceError::name)
                .hasValue("Sns.KmsAccessDeniedException");
    }
}
