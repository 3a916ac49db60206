package io.github.stepunit.servicemodel;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The operations by which Step Functions polls the jobs of {@code .sync} Tasks. */
final class PollingOperations {

    private static final Map<String, String> POLLING = Map.ofEntries(
            Map.entry("athena:startQueryExecution", "athena:GetQueryExecution"),
            Map.entry("batch:submitJob", "batch:DescribeJobs"),
            Map.entry("bedrock:createModelCustomizationJob", "bedrock:GetModelCustomizationJob"),
            Map.entry("codebuild:startBuild", "codebuild:BatchGetBuilds"),
            Map.entry("codebuild:startBuildBatch", "codebuild:BatchGetBuildBatches"),
            Map.entry("databrew:startJobRun", "databrew:DescribeJobRun"),
            Map.entry("ecs:runTask", "ecs:DescribeTasks"),
            Map.entry("eks:createCluster", "eks:DescribeCluster"),
            Map.entry("eks:deleteCluster", "eks:DescribeCluster"),
            Map.entry("eks:createNodegroup", "eks:DescribeNodegroup"),
            Map.entry("eks:deleteNodegroup", "eks:DescribeNodegroup"),
            Map.entry("eks:createFargateProfile", "eks:DescribeFargateProfile"),
            Map.entry("eks:deleteFargateProfile", "eks:DescribeFargateProfile"),
            Map.entry("elasticmapreduce:createCluster", "emr:DescribeCluster"),
            Map.entry("elasticmapreduce:terminateCluster", "emr:DescribeCluster"),
            Map.entry("elasticmapreduce:addStep", "emr:DescribeStep"),
            Map.entry("emr-containers:createVirtualCluster", "emrcontainers:DescribeVirtualCluster"),
            Map.entry("emr-containers:deleteVirtualCluster", "emrcontainers:DescribeVirtualCluster"),
            Map.entry("emr-containers:startJobRun", "emrcontainers:DescribeJobRun"),
            Map.entry("emr-serverless:createApplication", "emrserverless:GetApplication"),
            Map.entry("emr-serverless:deleteApplication", "emrserverless:GetApplication"),
            Map.entry("emr-serverless:startApplication", "emrserverless:GetApplication"),
            Map.entry("emr-serverless:stopApplication", "emrserverless:GetApplication"),
            Map.entry("emr-serverless:startJobRun", "emrserverless:GetJobRun"),
            Map.entry("emr-serverless:cancelJobRun", "emrserverless:GetJobRun"),
            Map.entry("glue:startJobRun", "glue:GetJobRun"),
            Map.entry("mediaconvert:createJob", "mediaconvert:GetJob"),
            Map.entry("sagemaker:createHyperParameterTuningJob", "sagemaker:DescribeHyperParameterTuningJob"),
            Map.entry("sagemaker:createLabelingJob", "sagemaker:DescribeLabelingJob"),
            Map.entry("sagemaker:createProcessingJob", "sagemaker:DescribeProcessingJob"),
            Map.entry("sagemaker:createTrainingJob", "sagemaker:DescribeTrainingJob"),
            Map.entry("sagemaker:createTransformJob", "sagemaker:DescribeTransformJob"),
            Map.entry("states:startExecution", "sfn:DescribeExecution"));

    private PollingOperations() {}

    /**
     * The operation that polls.
     *
     * @param serviceAction {@code batch:submitJob}
     * @return {@code batch:DescribeJobs}; null when unknown
     */
    static @Nullable String of(String serviceAction) {
        return POLLING.get(serviceAction);
    }
}
