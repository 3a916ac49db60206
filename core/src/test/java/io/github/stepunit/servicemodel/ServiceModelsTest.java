package io.github.stepunit.servicemodel;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.stepunit.definition.TaskResource;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ServiceModelsTest {

    private final ServiceModels models = new ServiceModels();

    private static TaskResource resource(String call) {
        return requireNonNull(TaskResource.parse("arn:aws:states:::" + call));
    }

    private OperationModel operation(String call) {
        return requireNonNull(models.operation(resource(call)));
    }

    private static Shape member(Shape.@Nullable Structure structure, String name) {
        return requireNonNull(requireNonNull(structure).members().get(name)).shape();
    }

    @Test
    void an_operation_has_its_request_its_response_and_its_errors() {
        OperationModel putItem = operation("dynamodb:putItem");

        assertThat(requireNonNull(putItem.request()).members())
                .hasEntrySatisfying(
                        "TableName", member -> assertThat(member.isRequired()).isTrue())
                .hasEntrySatisfying("ReturnValues", member -> assertThat(member.isRequired())
                        .isFalse());
        assertThat(requireNonNull(putItem.response()).members()).containsKeys("Attributes", "ConsumedCapacity");
        assertThat(putItem.errors()).contains("ConditionalCheckFailedException");
    }

    @Test
    void members_have_the_names_of_step_functions() {
        assertThat(requireNonNull(operation("states:startExecution").response()).members())
                .containsOnlyKeys("ExecutionArn", "StartDate");
    }

    @Test
    void shapes_may_contain_themselves() {
        Shape.Dictionary item =
                (Shape.Dictionary) member(operation("dynamodb:putItem").request(), "Item");
        Shape.Structure value = (Shape.Structure) item.value().get();
        Shape.Array list = (Shape.Array) member(value, "L");

        assertThat(((Shape.Structure) list.item().get()).members().keySet())
                .isEqualTo(value.members().keySet());
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
    void a_task_has_the_operation_that_it_calls_and_the_one_that_answers(
            String call, @Nullable String called, @Nullable String answering) {
        OperationModel operation = models.operation(resource(call));
        OperationModel result = models.resultOperation(resource(call));

        assertThat(operation == null ? null : operation.name()).isEqualTo(called);
        assertThat(result == null ? null : result.name()).isEqualTo(answering);
    }

    @Test
    void services_that_nobody_knows_have_no_model() {
        assertThat(models.service("nosuchservice")).isNull();
        assertThat(models.service("../teststate")).isNull();
        ServiceModel sfn = requireNonNull(models.service("sfn"));
        assertThat(sfn.source()).startsWith("botocore ");
        assertThat(sfn.operationNames()).contains("TestState");
    }
}
