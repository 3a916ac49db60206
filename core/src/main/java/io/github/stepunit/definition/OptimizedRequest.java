package io.github.stepunit.definition;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What Step Functions asks of the request of an optimized integration when the state machine is created.
 *
 * @param required the fields that must be there
 * @param supported all fields that may be there; empty where AWS's own list is not known for sure
 */
record OptimizedRequest(List<String> required, List<String> supported) {

    /** Action; required fields; further supported fields, {@code *} where that list is not known for sure. */
    private static final String TABLE =
            """
            apigateway:invoke | ApiEndpoint Method | AllowNullValues ApiKeySource AuthType Headers Path QueryParameters \
            RequestBody Stage
            athena:startQueryExecution | QueryString | *
            athena:stopQueryExecution | QueryExecutionId | *
            athena:getQueryExecution | QueryExecutionId | *
            athena:getQueryResults | QueryExecutionId | *
            batch:submitJob | JobName JobQueue JobDefinition | *
            bedrock:invokeModel | ModelId | *
            bedrock:createModelCustomizationJob | JobName CustomModelName RoleArn BaseModelIdentifier \
            TrainingDataConfig OutputDataConfig | *
            codebuild:startBuild | ProjectName | *
            codebuild:stopBuild | Id | *
            codebuild:batchDeleteBuilds | Ids | *
            codebuild:batchGetReports | ReportArns | *
            codebuild:startBuildBatch | ProjectName | *
            codebuild:stopBuildBatch | Id | *
            codebuild:deleteBuildBatch | Id | *
            databrew:startJobRun | Name |
            dynamodb:getItem | TableName Key | AttributesToGet ConsistentRead ExpressionAttributeNames \
            ProjectionExpression ReturnConsumedCapacity
            dynamodb:putItem | TableName Item | ConditionalOperator ConditionExpression Expected \
            ExpressionAttributeNames ExpressionAttributeValues ReturnConsumedCapacity ReturnItemCollectionMetrics \
            ReturnValues ReturnValuesOnConditionCheckFailure
            dynamodb:deleteItem | TableName Key | ConditionalOperator ConditionExpression Expected \
            ExpressionAttributeNames ExpressionAttributeValues ReturnConsumedCapacity ReturnItemCollectionMetrics \
            ReturnValues ReturnValuesOnConditionCheckFailure
            dynamodb:updateItem | TableName Key | AttributeUpdates ConditionalOperator ConditionExpression Expected \
            ExpressionAttributeNames ExpressionAttributeValues ReturnConsumedCapacity ReturnItemCollectionMetrics \
            ReturnValues ReturnValuesOnConditionCheckFailure UpdateExpression
            ecs:runTask | TaskDefinition | CapacityProviderStrategy Cluster EnableECSManagedTags EnableExecuteCommand \
            Group LaunchType NetworkConfiguration Overrides PlacementConstraints PlacementStrategy PlatformVersion \
            PropagateTags ReferenceId Tags VolumeConfigurations
            eks:call | ClusterName CertificateAuthority Endpoint Method Path | *
            eks:runJob | ClusterName CertificateAuthority Endpoint Job | *
            eks:createCluster | Name RoleArn ResourcesVpcConfig | *
            eks:deleteCluster | Name | *
            eks:createNodegroup | ClusterName NodegroupName Subnets NodeRole | *
            eks:deleteNodegroup | ClusterName NodegroupName | *
            eks:createFargateProfile | FargateProfileName ClusterName PodExecutionRoleArn | *
            eks:deleteFargateProfile | FargateProfileName ClusterName | *
            elasticmapreduce:createCluster | Name Instances | *
            elasticmapreduce:terminateCluster | ClusterId | *
            elasticmapreduce:addStep | ClusterId Step | *
            elasticmapreduce:cancelStep | ClusterId StepId | *
            elasticmapreduce:setClusterTerminationProtection | ClusterId TerminationProtected | *
            elasticmapreduce:modifyInstanceFleetByName | ClusterId InstanceFleetName | *
            elasticmapreduce:modifyInstanceGroupByName | ClusterId InstanceGroupName | *
            emr-containers:createVirtualCluster | Name ContainerProvider | *
            emr-containers:deleteVirtualCluster | Id | *
            emr-containers:startJobRun | VirtualClusterId ExecutionRoleArn ReleaseLabel JobDriver | *
            emr-serverless:createApplication | ReleaseLabel Type | *
            emr-serverless:deleteApplication | ApplicationId | *
            emr-serverless:startApplication | ApplicationId | *
            emr-serverless:stopApplication | ApplicationId | *
            emr-serverless:startJobRun | ApplicationId ExecutionRoleArn | *
            emr-serverless:cancelJobRun | ApplicationId JobRunId | *
            events:putEvents | Entries | EndpointId
            glue:startJobRun | JobName | *
            http:invoke | Method ApiEndpoint | Authentication InvocationConfig Headers QueryParameters RequestBody \
            Transform
            lambda:invoke | FunctionName | ClientContext InvocationType LogType Payload Qualifier TenantId
            mediaconvert:createJob | Role Settings | *
            sagemaker:createEndpoint | EndpointName EndpointConfigName | *
            sagemaker:createEndpointConfig | EndpointConfigName ProductionVariants | *
            sagemaker:createHyperParameterTuningJob | HyperParameterTuningJobName HyperParameterTuningJobConfig | *
            sagemaker:createLabelingJob | LabelingJobName LabelAttributeName InputConfig OutputConfig RoleArn \
            HumanTaskConfig | *
            sagemaker:createModel | ModelName | *
            sagemaker:createProcessingJob | ProcessingJobName AppSpecification ProcessingResources RoleArn | *
            sagemaker:createTrainingJob | TrainingJobName AlgorithmSpecification OutputDataConfig ResourceConfig \
            RoleArn StoppingCondition | *
            sagemaker:createTransformJob | TransformJobName ModelName TransformInput TransformOutput \
            TransformResources | *
            sagemaker:updateEndpoint | EndpointName EndpointConfigName | *
            sns:publish | Message | MessageAttributes MessageDeduplicationId MessageGroupId MessageStructure \
            PhoneNumber Subject TargetArn TopicArn
            sqs:sendMessage | QueueUrl MessageBody | DelaySeconds MessageAttributes MessageDeduplicationId \
            MessageGroupId MessageSystemAttributes
            states:startExecution | StateMachineArn | Input Name TraceHeader
            """;

    private static final Map<String, OptimizedRequest> BY_ACTION = read();

    private static Map<String, OptimizedRequest> read() {
        Map<String, OptimizedRequest> requests = new LinkedHashMap<>();
        TABLE.lines().forEach(line -> {
            String[] columns = line.split("\\|", -1);
            List<String> required = words(columns[1]);
            List<String> further = words(columns[2]);
            List<String> supported = further.contains("*") ? List.of() : join(required, further);
            requests.put(columns[0].strip(), new OptimizedRequest(required, supported));
        });
        return Map.copyOf(requests);
    }

    private static List<String> words(String text) {
        return text.isBlank() ? List.of() : List.of(text.strip().split(" +"));
    }

    private static List<String> join(List<String> one, List<String> other) {
        return Stream.concat(one.stream(), other.stream()).toList();
    }

    /** What is asked of that action; null when nothing is known of it. */
    static @Nullable OptimizedRequest of(TaskResource resource) {
        return resource.kind() == TaskResource.Kind.OPTIMIZED_INTEGRATION
                ? BY_ACTION.get(resource.serviceAction())
                : null;
    }
}
