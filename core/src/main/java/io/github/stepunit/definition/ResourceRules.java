package io.github.stepunit.definition;

import io.github.stepunit.definition.TaskResource.IntegrationPattern;
import io.github.stepunit.definition.TaskResource.Kind;
import io.github.stepunit.internal.text.DidYouMean;
import org.jspecify.annotations.Nullable;

/** What AWS takes as the {@code Resource} of a Task. */
final class ResourceRules {

    private final FieldReader task;
    private final String text;

    private ResourceRules(FieldReader task, String text) {
        this.task = task;
        this.text = text;
    }

    /** The resource; null when absent or, with a report, refused. */
    static @Nullable TaskResource read(FieldReader task, StateMachineType type) {
        String text = task.text("Resource");
        return text == null ? null : new ResourceRules(task, text).read(type);
    }

    private @Nullable TaskResource read(StateMachineType type) {
        if (text.contains("${")) {
            report(
                    "Value is not a valid resource ARN",
                    "It holds a placeholder: substitute an ARN for it before the definition is loaded.");
            return null;
        }
        TaskResource resource = TaskResource.parse(text);
        if (resource == null) {
            reportUnparsed();
            return null;
        }
        if (!isKnown(resource)) {
            reportUnrecognized(remedy(resource));
            return null;
        }
        if (type == StateMachineType.EXPRESS) {
            checkExpress(resource);
        }
        return resource;
    }

    private void reportUnparsed() {
        if (text.startsWith("arn:") && text.split(":", -1).length >= 6) {
            reportUnrecognized(null);
        } else {
            report(
                    "Value is not a valid resource ARN",
                    "A Resource is an ARN, such as arn:aws:states:::lambda:invoke.");
        }
    }

    private void reportUnrecognized(@Nullable String remedy) {
        report(
                "The resource provided " + text
                        + " is not recognized. The value is not a valid resource ARN, or the resource is not available"
                        + " in this region.",
                remedy);
    }

    private static boolean isKnown(TaskResource resource) {
        return switch (resource.kind()) {
            case LAMBDA_FUNCTION, ACTIVITY -> true;
            case AWS_SDK_INTEGRATION ->
                resource.pattern() == IntegrationPattern.REQUEST_RESPONSE
                        || resource.pattern() == IntegrationPattern.WAIT_FOR_TASK_TOKEN;
            case OPTIMIZED_INTEGRATION -> {
                OptimizedService service = OptimizedService.named(resource.service());
                yield service != null
                        && service.hasAction(resource.action())
                        && service.supports(resource.action(), resource.pattern());
            }
        };
    }

    private static String remedy(TaskResource resource) {
        if (resource.kind() == Kind.AWS_SDK_INTEGRATION) {
            return "AWS SDK integrations have no " + resource.pattern().suffix() + ".";
        }
        OptimizedService service = OptimizedService.named(resource.service());
        if (service == null) {
            return DidYouMean.question(resource.service(), OptimizedService.names())
                    .orElse("Services without an integration of their own are called by"
                            + " arn:aws:states:::aws-sdk:service:action.");
        }
        if (!service.hasAction(resource.action())) {
            return DidYouMean.question(resource.action(), service.actions())
                    .orElse("For other actions of the service use arn:aws:states:::aws-sdk:" + resource.serviceAction()
                            + ".");
        }
        return resource.serviceAction() + " has no " + resource.pattern().suffix() + ".";
    }

    private void checkExpress(TaskResource resource) {
        String remedy = "Make it a Standard state machine, or use another integration.";
        if (resource.kind() == Kind.ACTIVITY) {
            report("Express state machine does not support Activity ARN", remedy);
        } else if (resource.pattern() == IntegrationPattern.WAIT_FOR_TASK_TOKEN) {
            // The blank at the end is AWS's.
            report("Express state machine does not support '.waitForTaskToken' service integration ", remedy);
        } else if (resource.pattern() != IntegrationPattern.REQUEST_RESPONSE) {
            report("Express state machine does not support '.sync' service integration", remedy);
        }
    }

    private void report(String message, @Nullable String remedy) {
        task.problems().schema(task.at("Resource"), message, remedy);
    }
}
