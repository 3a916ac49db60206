package io.github.stepunit.integration;

import java.util.Arrays;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * How the integrations that Step Functions has of its own name errors: in the style of the SDK for Java 1, mostly. Names
 * for Lambda, DynamoDB, SQS, SNS, ECS, Batch, Glue, Step Functions, EventBridge and API Gateway are recorded or in AWS's
 * guide; the others follow the same rule.
 */
enum OptimizedNames {
    APIGATEWAY("apigateway", "ApiGateway", "", "", "apigateway"),
    ATHENA("athena", "Athena", "AmazonAthena", "AmazonAthenaException", "athena"),
    BATCH("batch", "Batch", "AWSBatch", "AWSBatchException", "batch"),
    BEDROCK("bedrock", "Bedrock", "AmazonBedrock", "AmazonBedrockException", "bedrock"),
    CODEBUILD("codebuild", "CodeBuild", "AWSCodeBuild", "AWSCodeBuildException", "codebuild"),
    DATABREW("databrew", "DataBrew", "AWSGlueDataBrew", "AWSGlueDataBrewException", "databrew"),
    DYNAMODB("dynamodb", "DynamoDB", "AmazonDynamoDBv2", "AmazonDynamoDBException", "dynamodb"),
    ECS("ecs", "ECS", "AmazonECS", "AmazonECSException", "ecs"),
    EKS("eks", "EKS", "AmazonEKS", "AmazonEKSException", "eks"),
    ELASTICMAPREDUCE(
            "elasticmapreduce", "ElasticMapReduce", "AmazonElasticMapReduce", "AmazonElasticMapReduceException", "emr"),
    EMR_CONTAINERS(
            "emr-containers", "EMRContainers", "AmazonEMRContainers", "AmazonEMRContainersException", "emrcontainers"),
    EMR_SERVERLESS("emr-serverless", "EMRServerless", "AWSEMRServerless", "AWSEMRServerlessException", "emrserverless"),
    EVENTS("events", "EventBridge", "AmazonEventBridge", "AmazonEventBridgeException", "eventbridge"),
    GLUE("glue", "Glue", "AWSGlue", "AWSGlueException", "glue"),
    LAMBDA("lambda", "Lambda", "AWSLambda", "AWSLambdaException", "lambda"),
    MEDIACONVERT("mediaconvert", "MediaConvert", "AWSMediaConvert", "AWSMediaConvertException", "mediaconvert"),
    SAGEMAKER("sagemaker", "SageMaker", "AmazonSageMaker", "AmazonSageMakerException", "sagemaker"),
    SNS("sns", "SNS", "AmazonSNS", "AmazonSNSException", "sns"),
    SQS("sqs", "SQS", "AmazonSQS", "AmazonSQSException", "sqs"),
    STATES("states", "StepFunctions", "AWSStepFunctions", "AWSStepFunctionsException", "sfn");

    private static final Map<String, OptimizedNames> BY_TOKEN =
            Arrays.stream(values()).collect(Collectors.toUnmodifiableMap(each -> each.token, Function.identity()));

    /** Actions that Step Functions calls otherwise than the service does. */
    private static final Map<String, String> OPERATIONS = Map.of(
            "elasticmapreduce:createCluster", "runJobFlow",
            "elasticmapreduce:terminateCluster", "terminateJobFlows",
            "elasticmapreduce:addStep", "addJobFlowSteps",
            "elasticmapreduce:cancelStep", "cancelSteps",
            "elasticmapreduce:modifyInstanceFleetByName", "modifyInstanceFleet",
            "elasticmapreduce:modifyInstanceGroupByName", "modifyInstanceGroups",
            "elasticmapreduce:setClusterTerminationProtection", "setTerminationProtection");

    private final String token;
    private final String prefix;
    private final String service;
    private final String genericException;
    private final String model;

    OptimizedNames(String token, String prefix, String service, String genericException, String model) {
        this.token = token;
        this.prefix = prefix;
        this.service = service;
        this.genericException = genericException;
        this.model = model;
    }

    /** How the service of that name in ARNs names its errors; null when that is not known. */
    static @Nullable OptimizedNames of(String token) {
        return BY_TOKEN.get(token);
    }

    ErrorNames names(String action) {
        boolean invokesModel = this == BEDROCK && action.equals("invokeModel");
        ServiceModel known = ServiceModel.of(invokesModel ? "bedrockruntime" : model);
        return new ErrorNames(ServiceError.Form.SDK_V1, prefix, service, genericException, known, operation(action));
    }

    private String operation(String action) {
        return OPERATIONS.getOrDefault(token + ":" + action, action);
    }

    /** Whether its errors are the statuses of an HTTP answer: {@code ApiGateway.403}. */
    boolean raisesStatuses(String action) {
        return this == APIGATEWAY || (this == EKS && action.equals("call"));
    }
}
