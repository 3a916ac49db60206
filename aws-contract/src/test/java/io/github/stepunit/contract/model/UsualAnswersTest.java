package io.github.stepunit.contract.model;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.stepunit.StateMachine;
import io.github.stepunit.definition.StateMachineType;
import io.github.stepunit.definition.TaskResource;
import io.github.stepunit.json.JsonText;
import io.github.stepunit.task.TaskMocks;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What mocks answer by {@code succeeds()} must pass the strictest check, or nobody could use it. */
class UsualAnswersTest {

    /** All that templates of answers take from requests. */
    private static final String REQUEST = JsonText.write(
            JsonText.parseLenient(
                    """
            {'StateMachineArn': 'arn:aws:states:us-east-1:123456789012:stateMachine:child', 'JobName': 'job',
             'JobQueue': 'queue', 'JobDefinition': 'definition', 'Name': 'name', 'ModelId': 'model',
             'ExecutionRoleArn': 'arn:aws:iam::123456789012:role/job', 'ApplicationId': 'application',
             'JobDriver': {'SparkSubmit': {'EntryPoint': 's3://code/main.py'}}, 'Role': 'arn:aws:iam::123456789012:role/r',
             'Settings': {}, 'EndpointName': 'endpoint', 'ModelName': 'model', 'TrainingJobName': 'training',
             'StoppingCondition': {}, 'TransformJobName': 'transform', 'ProcessingJobName': 'processing',
             'TransformInput': {'DataSource': {'S3DataSource': {'S3DataType': 'S3Prefix', 'S3Uri': 's3://in'}}},
             'TransformResources': {'InstanceType': 'ml.m5.large', 'InstanceCount': 1},
             'ProcessingResources': {'ClusterConfig': {'InstanceCount': 1, 'InstanceType': 'ml.m5.large',
                                                       'VolumeSizeInGB': 1}},
             'AppSpecification': {'ImageUri': 'image'}, 'ClusterName': 'cluster', 'RoleArn': 'role', 'NodegroupName': 'nodes',
             'FargateProfileName': 'profile', 'ClusterId': 'j-1', 'EndpointConfigName': 'config'}"""));

    @ParameterizedTest
    @ValueSource(
            strings = {
                "athena:startQueryExecution",
                "athena:startQueryExecution.sync",
                "batch:submitJob",
                "batch:submitJob.sync",
                "bedrock:invokeModel",
                "codebuild:startBuild",
                "codebuild:startBuild.sync",
                "codebuild:startBuildBatch.sync",
                "databrew:startJobRun.sync",
                "dynamodb:getItem",
                "dynamodb:putItem",
                "dynamodb:updateItem",
                "dynamodb:deleteItem",
                "ecs:runTask",
                "ecs:runTask.sync",
                "eks:createCluster.sync",
                "eks:createNodegroup.sync",
                "eks:createFargateProfile.sync",
                "elasticmapreduce:createCluster",
                "elasticmapreduce:createCluster.sync",
                "elasticmapreduce:addStep.sync",
                "elasticmapreduce:terminateCluster.sync",
                "emr-containers:startJobRun.sync",
                "emr-serverless:startJobRun.sync",
                "events:putEvents",
                "glue:startJobRun",
                "glue:startJobRun.sync",
                "lambda:invoke",
                "mediaconvert:createJob.sync",
                "sagemaker:createEndpoint",
                "sagemaker:createEndpointConfig",
                "sagemaker:createModel",
                "sagemaker:updateEndpoint",
                "sagemaker:createTrainingJob.sync",
                "sagemaker:createTransformJob.sync",
                "sagemaker:createProcessingJob.sync",
                "sns:publish",
                "sqs:sendMessage",
                "states:startExecution",
                "states:startExecution.sync",
                "states:startExecution.sync:2",
                "aws-sdk:dynamodb:query",
                "aws-sdk:s3:putObject",
            })
    void succeeds_in_strict_mode(String call) {
        TaskMocks mocks = new TaskMocks();
        mocks.mock("Call").succeeds();
        String arn = "arn:aws:states:::" + call;
        // An expression for the whole request is not looked into when the definition is loaded.
        StateMachine machine = StateMachine.of(
                        "{\"QueryLanguage\": \"JSONata\", \"StartAt\": \"Call\", \"States\": {\"Call\": {\"Type\": \"Task\","
                                + " \"Resource\": \"" + arn
                                + "\", \"Arguments\": \"{% $states.input %}\", \"End\": true}}}",
                        StateMachineType.STANDARD)
                .withTasks(mocks);

        List<ModelProblem> problems = ServiceModelCheck.strict()
                .problemsOfResult(
                        Objects.requireNonNull(TaskResource.parse(arn)),
                        machine.start(REQUEST).output());

        assertThat(problems).isEmpty();
    }
}
