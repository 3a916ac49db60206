package io.github.stepunit.definition;

import io.github.stepunit.definition.TaskResource.IntegrationPattern;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** The services that Step Functions has integrations of its own for, with their actions and patterns. */
enum OptimizedService {
    APIGATEWAY("apigateway", "invoke", "", "invoke"),
    ATHENA(
            "athena",
            "startQueryExecution stopQueryExecution getQueryExecution getQueryResults",
            "startQueryExecution",
            ""),
    BATCH("batch", "submitJob", "submitJob", ""),
    BEDROCK(
            "bedrock",
            "invokeModel createModelCustomizationJob",
            "createModelCustomizationJob",
            "invokeModel createModelCustomizationJob"),
    /** Young and growing: its actions are not listed. */
    BEDROCK_AGENTCORE("bedrock-agentcore", "", "", ""),
    CODEBUILD(
            "codebuild",
            "startBuild stopBuild batchDeleteBuilds batchGetReports startBuildBatch stopBuildBatch retryBuildBatch"
                    + " deleteBuildBatch",
            "startBuild startBuildBatch retryBuildBatch",
            ""),
    DATABREW("databrew", "startJobRun", "startJobRun", ""),
    DYNAMODB("dynamodb", "getItem putItem deleteItem updateItem", "", ""),
    ECS("ecs", "runTask", "runTask", "runTask"),
    EKS(
            "eks",
            "call runJob createCluster deleteCluster createNodegroup deleteNodegroup createFargateProfile"
                    + " deleteFargateProfile",
            "runJob createCluster deleteCluster createNodegroup deleteNodegroup createFargateProfile"
                    + " deleteFargateProfile",
            "call runJob"),
    ELASTICMAPREDUCE(
            "elasticmapreduce",
            "createCluster terminateCluster addStep cancelStep modifyInstanceFleetByName modifyInstanceGroupByName"
                    + " setClusterTerminationProtection",
            "createCluster terminateCluster addStep",
            ""),
    EMR_CONTAINERS(
            "emr-containers",
            "createVirtualCluster deleteVirtualCluster startJobRun",
            "deleteVirtualCluster startJobRun",
            ""),
    EMR_SERVERLESS(
            "emr-serverless",
            "createApplication deleteApplication startApplication stopApplication startJobRun cancelJobRun",
            "createApplication deleteApplication startApplication stopApplication startJobRun cancelJobRun",
            ""),
    EVENTS("events", "putEvents", "", "putEvents"),
    GLUE("glue", "startJobRun", "startJobRun", ""),
    HTTP("http", "invoke", "", ""),
    LAMBDA("lambda", "invoke", "", "invoke"),
    MEDIACONVERT("mediaconvert", "createJob", "createJob", ""),
    SAGEMAKER(
            "sagemaker",
            "createEndpoint createEndpointConfig createHyperParameterTuningJob createLabelingJob createModel"
                    + " createProcessingJob createTrainingJob createTransformJob updateEndpoint",
            "createHyperParameterTuningJob createLabelingJob createProcessingJob createTrainingJob"
                    + " createTransformJob",
            ""),
    SNS("sns", "publish", "", "publish"),
    SQS("sqs", "sendMessage", "", "sendMessage"),
    STATES("states", "startExecution", "startExecution", "startExecution");

    private static final Map<String, OptimizedService> BY_NAME =
            Arrays.stream(values()).collect(Collectors.toUnmodifiableMap(each -> each.name, Function.identity()));

    private final String name;

    @SuppressWarnings("ImmutableEnumChecker") // List.of
    private final List<String> actions;

    @SuppressWarnings("ImmutableEnumChecker") // List.of
    private final List<String> jobs;

    @SuppressWarnings("ImmutableEnumChecker") // List.of
    private final List<String> callbacks;

    /**
     * @param actions what it can be asked to do
     * @param jobs the actions with {@code .sync}
     * @param callbacks the actions with {@code .waitForTaskToken}
     */
    OptimizedService(String name, String actions, String jobs, String callbacks) {
        this.name = name;
        this.actions = words(actions);
        this.jobs = words(jobs);
        this.callbacks = words(callbacks);
    }

    private static List<String> words(String text) {
        return text.isEmpty() ? List.of() : List.of(text.split(" "));
    }

    /** The service of that name in ARNs; null when there is none. */
    static @Nullable OptimizedService named(String name) {
        return BY_NAME.get(name);
    }

    static List<String> names() {
        List<String> names = new ArrayList<>();
        for (OptimizedService service : values()) {
            names.add(service.name);
        }
        return names;
    }

    List<String> actions() {
        return actions;
    }

    boolean hasAction(String action) {
        return actions.isEmpty() || actions.contains(action);
    }

    boolean supports(String action, IntegrationPattern pattern) {
        return switch (pattern) {
            case REQUEST_RESPONSE -> true;
            case RUN_A_JOB -> jobs.contains(action);
            case RUN_A_JOB_2 -> this == STATES && jobs.contains(action);
            case WAIT_FOR_TASK_TOKEN -> callbacks.contains(action);
        };
    }
}
