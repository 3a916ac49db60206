package io.github.stepunit.servicemodel;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.stepunit.definition.TaskResource;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ServiceModelsTest {

    private final ServiceModels models = new ServiceModels();

    private static TaskResource resource(String call) {
        TaskResource resource = TaskResource.parse("arn:aws:states:::" + call);
        assertThat(resource).isNotNull();
        return resource;
    }

    @Test
    void an_operation_has_its_request_its_response_and_its_errors() {
        OperationModel putItem = models.operation(resource("dynamodb:putItem"));

        assertThat(putItem.name()).isEqualTo("PutItem");
        assertThat(putItem.request().members().get("TableName").isRequired()).isTrue();
        assertThat(putItem.response().members()).containsKeys("Attributes", "ConsumedCapacity");
        assertThat(putItem.errors()).contains("ConditionalCheckFailedException");
    }

    @Test
    void members_have_the_names_of_step_functions() {
        assertThat(models.operation(resource("states:startExecution"))
                        .response()
                        .members())
                .containsOnlyKeys("ExecutionArn", "StartDate");
    }

    @Test
    void shapes_may_contain_themselves() {
        Shape.Dictionary item = (Shape.Dictionary) models.operation(resource("dynamodb:putItem"))
                .request()
                .members()
                .get("Item")
                .shape();
        Shape.Structure value = (Shape.Structure) item.value().get();
        Shape.Array list = (Shape.Array) value.members().get("L").shape();

        assertThat(((Shape.Structure) list.item().get()).members())
                .containsOnlyKeys(value.members().keySet());
    }

    @ParameterizedTest
    @CsvSource({
        "states:startExecution, StartExecution, StartExecution",
        "states:startExecution.sync, StartExecution, DescribeExecution",
        "states:startExecution.sync:2, StartExecution, DescribeExecution",
        "batch:submitJob.sync, SubmitJob, DescribeJobs",
        "ecs:runTask.sync, RunTask, DescribeTasks",
        "glue:startJobRun, StartJobRun, StartJobRun",
        "sqs:sendMessage.waitForTaskToken, SendMessage,",
        "bedrock:invokeModel, InvokeModel, InvokeModel",
        "elasticmapreduce:addStep, AddJobFlowSteps,",
        "elasticmapreduce:createCluster.sync, RunJobFlow, DescribeCluster",
        "aws-sdk:s3:listObjectsV2, ListObjectsV2, ListObjectsV2",
        "aws-sdk:eventbridge:putEvents, PutEvents, PutEvents",
        "aws-sdk:config:describeConfigRules, DescribeConfigRules, DescribeConfigRules",
        "aws-sdk:s3:noSuchAction,,",
        "http:invoke,,",
        "eks:call,,",
    })
    void a_task_has_the_operation_that_it_calls_and_the_one_that_answers(String call, String called, String answering) {
        OperationModel operation = models.operation(resource(call));
        OperationModel result = models.resultOperation(resource(call));

        assertThat(operation == null ? null : operation.name()).isEqualTo(called);
        assertThat(result == null ? null : result.name()).isEqualTo(answering);
    }

    @Test
    void services_that_nobody_knows_have_no_model() {
        assertThat(models.service("nosuchservice")).isNull();
        assertThat(models.service("../teststate")).isNull();
        assertThat(models.service("sfn").source()).startsWith("botocore ");
        assertThat(models.service("sfn").operationNames()).contains("TestState");
    }
}
