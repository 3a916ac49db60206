package io.github.stepunit.servicemodel;

import io.github.stepunit.definition.TaskResource;
import io.github.stepunit.definition.TaskResource.IntegrationPattern;
import io.github.stepunit.definition.TaskResource.Kind;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.apiguardian.api.API;
import org.jspecify.annotations.Nullable;

/**
 * The service models that StepUnit brings: the services of all optimized integrations, and those that definitions call
 * most through the AWS SDK integrations. Each is read when it is first asked for, and kept. Thread-safe.
 */
@API(status = API.Status.EXPERIMENTAL, since = "0.1")
public final class ServiceModels {

    private static final String AWS_SDK = "aws-sdk:";

    /** Optimized integrations that go by another name than the SDK's. */
    private static final Map<String, String> SDK_NAMES = Map.of(
            "states", "sfn",
            "events", "eventbridge",
            "elasticmapreduce", "emr",
            "emr-containers", "emrcontainers",
            "emr-serverless", "emrserverless");

    /** Actions of optimized integrations that go by another name than the API's, or belong to another service. */
    private static final Map<String, String> OPERATIONS = Map.of(
            "bedrock:invokeModel", "bedrockruntime:InvokeModel",
            "elasticmapreduce:createCluster", "emr:RunJobFlow",
            "elasticmapreduce:terminateCluster", "emr:TerminateJobFlows",
            "elasticmapreduce:addStep", "emr:AddJobFlowSteps",
            "elasticmapreduce:cancelStep", "emr:CancelSteps",
            "elasticmapreduce:setClusterTerminationProtection", "emr:SetTerminationProtection",
            "elasticmapreduce:modifyInstanceFleetByName", "emr:ModifyInstanceFleet",
            "elasticmapreduce:modifyInstanceGroupByName", "emr:ModifyInstanceGroups");

    private final Map<String, Optional<ServiceModel>> models = new ConcurrentHashMap<>();

    /** Reads nothing yet. */
    public ServiceModels() {}

    /**
     * The model of a service.
     *
     * @param service its name in {@code arn:aws:states:::aws-sdk:NAME:action}: {@code dynamodb}, {@code sfn}
     * @return null when the table does not have it
     */
    public @Nullable ServiceModel service(String service) {
        boolean plain = service.chars().allMatch(c -> (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9'));
        return plain
                ? models.computeIfAbsent(service, name -> Optional.ofNullable(ServiceModel.read(name)))
                        .orElse(null)
                : null;
    }

    /**
     * The operation that a Task calls, by an optimized integration or one of the AWS SDK.
     *
     * @return null when it calls none ({@code http:invoke}, {@code apigateway:invoke}, {@code eks:call}, a function's or
     *     activity's ARN), or one that the table does not have
     */
    public @Nullable OperationModel operation(TaskResource resource) {
        return switch (resource.kind()) {
            case AWS_SDK_INTEGRATION -> {
                ServiceModel model = service(resource.service().substring(AWS_SDK.length()));
                yield model == null ? null : model.awsSdkOperation(resource.action());
            }
            case OPTIMIZED_INTEGRATION -> {
                String sdkName = SDK_NAMES.getOrDefault(resource.service(), resource.service());
                yield named(OPERATIONS.getOrDefault(resource.serviceAction(), sdkName + ":" + resource.action()));
            }
            case LAMBDA_FUNCTION, ACTIVITY -> null;
        };
    }

    /**
     * The operation whose answer becomes the result of a Task: the one it calls, or for Run a Job the one by which AWS
     * polls the job. A callback's result is whatever {@code SendTaskSuccess} brings, and has no model.
     *
     * @return null when there is none, or the table does not have it
     */
    public @Nullable OperationModel resultOperation(TaskResource resource) {
        if (resource.pattern() == IntegrationPattern.WAIT_FOR_TASK_TOKEN) {
            return null;
        }
        if (resource.pattern() == IntegrationPattern.REQUEST_RESPONSE
                || resource.kind() != Kind.OPTIMIZED_INTEGRATION) {
            // What Step Functions makes of EMR's answers under names of its own is not EMR's answer.
            return OPERATIONS.containsKey(resource.serviceAction())
                            && !resource.service().equals("bedrock")
                    ? null
                    : operation(resource);
        }
        String polling = PollingOperations.of(resource.serviceAction());
        return polling == null ? null : named(polling);
    }

    private @Nullable OperationModel named(String serviceAndOperation) {
        int colon = serviceAndOperation.indexOf(':');
        ServiceModel model = service(serviceAndOperation.substring(0, colon));
        return model == null ? null : model.operation(serviceAndOperation.substring(colon + 1));
    }
}
