package io.github.stepunit.contract.model;

import io.github.stepunit.definition.TaskResource;
import io.github.stepunit.definition.TaskResource.IntegrationPattern;
import io.github.stepunit.definition.TaskResource.Kind;
import io.github.stepunit.json.JsonPointer;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;

/** Where an integration is not the API that it calls: what Step Functions takes as any JSON, adds, or names otherwise. */
final class IntegrationRules {

    private static final Pattern INDEX = Pattern.compile("/\\d+(?=/|$)");

    /** Members of requests that are any JSON, though the API has text there. */
    private static final Map<String, Set<String>> REQUESTS = Map.of(
            "sqs:sendMessage", Set.of("/MessageBody"),
            "sns:publish", Set.of("/Message"),
            "events:putEvents", Set.of("/Entries/*/Detail"),
            "states:startExecution", Set.of("/Input"),
            "lambda:invoke", Set.of("/Payload"),
            // S3 objects instead of bodies are Step Functions' own.
            "bedrock:invokeModel", Set.of("/Body", "/Input", "/Output"));

    private static final Map<String, Set<String>> ANSWERS = Map.of(
            "lambda:invoke", Set.of("/Payload"),
            "bedrock:invokeModel", Set.of("/Body"),
            // It stands beside the description of the cluster.
            "elasticmapreduce:createCluster", Set.of("/ClusterId"));

    /** Added to the answers of optimized integrations. */
    private static final Set<String> METADATA = Set.of("/SdkHttpMetadata", "/SdkResponseMetadata");

    /** The JSON of a child execution instead of its text. */
    private static final Set<String> PARSED = Set.of("/Input", "/Output");

    /**
     * DynamoDB's types have other names in the SDK's classes ({@code Bool}, {@code Ss}); nobody has recorded which of them
     * AWS SDK integrations take.
     */
    private static final Set<String> ATTRIBUTE_TYPES =
            Set.of("SS", "NS", "BS", "BOOL", "NULL", "Ss", "Ns", "Bs", "Bool", "Nul");

    private IntegrationRules() {}

    /** Whether the integration's requests are so much its own that the model of the API says nothing of them. */
    static boolean hasOwnRequest(TaskResource resource) {
        return resource.kind() == Kind.OPTIMIZED_INTEGRATION
                && resource.service().equals("elasticmapreduce")
                && !resource.action().equals("createCluster");
    }

    /**
     * Whether a member is none that a model has a say in.
     *
     * @param base the request or the answer
     * @param at the member
     */
    static boolean isFree(TaskResource resource, JsonPointer base, JsonPointer at, Subject subject) {
        String inside = at.toString().substring(base.toString().length());
        String path = INDEX.matcher(inside).replaceAll("/*");
        if (resource.kind() != Kind.OPTIMIZED_INTEGRATION) {
            return resource.service().startsWith("aws-sdk:dynamodb") && ATTRIBUTE_TYPES.contains(at.lastStep());
        }
        if (subject != Subject.ANSWER) {
            return REQUESTS.getOrDefault(resource.serviceAction(), Set.of()).contains(path);
        }
        return METADATA.contains(path)
                || ANSWERS.getOrDefault(resource.serviceAction(), Set.of()).contains(path)
                || (resource.pattern() == IntegrationPattern.RUN_A_JOB_2
                        && resource.service().equals("states")
                        && PARSED.contains(path));
    }
}
