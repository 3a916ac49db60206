package io.github.stepunit.contract.model;

import io.github.stepunit.definition.TaskResource;
import io.github.stepunit.definition.TaskResource.IntegrationPattern;
import io.github.stepunit.integration.AwsSdkServices;
import io.github.stepunit.servicemodel.OperationModel;
import io.github.stepunit.servicemodel.ServiceModels;
import io.github.stepunit.servicemodel.Shape;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/**
 * What requests and answers of a Task look like: by StepUnit's own table, and by the AWS SDK's classes when the service's
 * module is on the class path.
 */
final class OperationModels {

    private static final String AWS_SDK = "aws-sdk:";

    private final ServiceModels table = new ServiceModels();
    private final Map<String, Optional<OperationModel>> awsSdk = new ConcurrentHashMap<>();

    /** What the Task calls; null when nobody here knows it. */
    @Nullable
    OperationModel operation(TaskResource resource) {
        return resource.kind() == TaskResource.Kind.AWS_SDK_INTEGRATION
                ? awsSdk.computeIfAbsent(resource.serviceAction(), key -> awsSdkOperation(resource))
                        .orElse(null)
                : table.operation(resource);
    }

    private Optional<OperationModel> awsSdkOperation(TaskResource resource) {
        OperationModel known = table.operation(resource);
        Optional<OperationModel> sdk = SdkOperation.find(service(resource), resource.action());
        if (known == null) {
            return sdk;
        }
        return Optional.of(sdk.map(other -> new OperationModel(
                        known.name(),
                        MergedShapes.merge(known.request(), other.request()),
                        MergedShapes.merge(known.response(), other.response()),
                        known.errors()))
                .orElse(known));
    }

    /** The forms that the Task's result can have; none when nobody here knows. */
    List<Shape.Structure> results(TaskResource resource) {
        OperationModel operation = resource.pattern() == IntegrationPattern.REQUEST_RESPONSE
                        && resource.kind() == TaskResource.Kind.AWS_SDK_INTEGRATION
                ? operation(resource)
                : table.resultOperation(resource);
        if (operation == null || operation.response() == null) {
            return List.of();
        }
        List<Shape.Structure> forms = new ArrayList<>(List.of(operation.response()));
        if (resource.pattern().isSubmitted()) {
            // Step Functions gives some jobs without what is around them in the API (services/test_ecs_task_service),
            // and of
            // some lists the one thing that was asked for.
            operation.response().members().forEach((name, member) -> addForms(name, member.shape(), forms));
        }
        return List.copyOf(forms);
    }

    private static void addForms(String name, Shape shape, List<Shape.Structure> forms) {
        Shape form = shape instanceof Shape.Array array ? array.item().get() : shape;
        if (form instanceof Shape.Structure structure) {
            forms.add(structure);
            String singular = name.replaceFirst("(?<=ch)es$|s$", "");
            forms.add(new Shape.Structure(Map.of(singular, new Shape.Member(true, () -> structure))));
        }
    }

    /** The actions of the service that the Task calls, when they are known and do not include its own. */
    Optional<Set<String>> otherActions(TaskResource resource) {
        if (resource.kind() != TaskResource.Kind.AWS_SDK_INTEGRATION || operation(resource) != null) {
            return Optional.empty();
        }
        Set<String> actions = AwsSdkServices.actions(service(resource));
        return actions.isEmpty() || actions.contains(resource.action()) ? Optional.empty() : Optional.of(actions);
    }

    /** The dependency that would tell the model; null when there is nothing to tell, or it is known. */
    @Nullable
    String missingDependency(TaskResource resource) {
        boolean unknown = resource.kind() == TaskResource.Kind.AWS_SDK_INTEGRATION
                && operation(resource) == null
                && otherActions(resource).isEmpty();
        return unknown ? "software.amazon.awssdk:" + service(resource) : null;
    }

    private static String service(TaskResource resource) {
        return resource.service().substring(AWS_SDK.length());
    }
}
