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
    APIGATEWAY("apigateway", false, true, "invoke"),
    ATHENA("athena", true, false, "startQueryExecution stopQueryExecution getQueryExecution getQueryResults"),
    BATCH("batch", true, false, "submitJob"),
    BEDROCK("bedrock", true, true, "invokeModel createModelCustomizationJob"),
    /** Young and growing: its actions are not listed. */
    BEDROCK_AGENTCORE("bedrock-agentcore", false, false, ""),
    CODEBUILD(
            "codebuild",
            true,
            false,
            "startBuild stopBuild batchDeleteBuilds batchGetReports startBuildBatch stopBuildBatch retryBuildBatch"
                    + " deleteBuildBatch"),
    DATABREW("databrew", true, false, "startJobRun"),
    DYNAMODB("dynamodb", false, false, "getItem putItem deleteItem updateItem"),
    ECS("ecs", true, true, "runTask"),
    EKS(
            "eks",
            true,
            true,
            "call runJob createCluster deleteCluster createNodegroup deleteNodegroup createFargateProfile"
                    + " deleteFargateProfile"),
    ELASTICMAPREDUCE(
            "elasticmapreduce",
            true,
            false,
            "createCluster terminateCluster addStep cancelStep modifyInstanceFleetByName modifyInstanceGroupByName"
                    + " setClusterTerminationProtection"),
    EMR_CONTAINERS("emr-containers", true, false, "createVirtualCluster deleteVirtualCluster startJobRun"),
    EMR_SERVERLESS(
            "emr-serverless",
            true,
            false,
            "createApplication deleteApplication startApplication stopApplication startJobRun cancelJobRun"),
    EVENTS("events", false, true, "putEvents"),
    GLUE("glue", true, false, "startJobRun"),
    HTTP("http", false, false, "invoke"),
    LAMBDA("lambda", false, true, "invoke"),
    MEDIACONVERT("mediaconvert", true, false, "createJob"),
    SAGEMAKER(
            "sagemaker",
            true,
            false,
            "createEndpoint createEndpointConfig createHyperParameterTuningJob createLabelingJob createModel"
                    + " createProcessingJob createTrainingJob createTransformJob updateEndpoint"),
    SNS("sns", false, true, "publish"),
    SQS("sqs", false, true, "sendMessage"),
    STATES("states", true, true, "startExecution");

    private static final Map<String, OptimizedService> BY_NAME =
            Arrays.stream(values()).collect(Collectors.toUnmodifiableMap(each -> each.name, Function.identity()));

    private final String name;
    private final boolean runsJobs;
    private final boolean waitsForCallbacks;

    @SuppressWarnings("ImmutableEnumChecker") // List.of
    private final List<String> actions;

    OptimizedService(String name, boolean runsJobs, boolean waitsForCallbacks, String actions) {
        this.name = name;
        this.runsJobs = runsJobs;
        this.waitsForCallbacks = waitsForCallbacks;
        this.actions = actions.isEmpty() ? List.of() : List.of(actions.split(" "));
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
            case RUN_A_JOB -> runsJobs && !action.equals("invokeModel");
            case RUN_A_JOB_2 -> this == STATES;
            case WAIT_FOR_TASK_TOKEN -> waitsForCallbacks;
        };
    }
}
