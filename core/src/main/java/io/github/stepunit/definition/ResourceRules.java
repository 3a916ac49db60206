package io.github.stepunit.definition;

import io.github.stepunit.definition.TaskResource.IntegrationPattern;
import io.github.stepunit.definition.TaskResource.Kind;
import io.github.stepunit.internal.text.DidYouMean;
import java.util.Locale;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** What AWS takes as the {@code Resource} of a Task. */
final class ResourceRules {

    /** AWS's services are not listed, as there are new ones every month; but all have names of this form. */
    private static final Pattern SDK_SERVICE = Pattern.compile("aws-sdk:[a-z0-9]+");

    private static final Pattern SDK_ACTION = Pattern.compile("[a-z][A-Za-z0-9]*");

    /**
     * The States Language takes any URI, AWS only its own ARNs. A URI that shows no sign of AWS was written for another
     * interpreter: it can be run with mocks, and the validator warns of it.
     */
    private static final Pattern FOREIGN = Pattern.compile("(?!arn:)[A-Za-z][A-Za-z0-9+.-]*:(?!aws)\\S+");

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
        TaskResource resource = Placeholders.areIn(text) ? placeholder() : TaskResource.parse(text);
        if (resource == null && FOREIGN.matcher(text).matches()) {
            return function(text);
        }
        if (resource == null) {
            reportUnparsed();
            return null;
        }
        if (!Placeholders.areIn(text) && !isKnown(resource)) {
            reportUnrecognized(remedy(resource));
            return null;
        }
        if (type == StateMachineType.EXPRESS) {
            checkExpress(resource);
        }
        return resource;
    }

    /**
     * AWS sees the text that was put in for a placeholder, so what stands around it must do; one that is the whole
     * Resource is nearly always the ARN of a Lambda function.
     */
    private TaskResource placeholder() {
        String masked = Placeholders.masked(text);
        TaskResource resource = TaskResource.parse(masked);
        return resource == null
                ? function(masked)
                : new TaskResource(text, resource.kind(), resource.service(), resource.action(), resource.pattern());
    }

    private TaskResource function(String name) {
        return new TaskResource(text, Kind.LAMBDA_FUNCTION, "lambda", name, IntegrationPattern.REQUEST_RESPONSE);
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
                SDK_SERVICE.matcher(resource.service()).matches()
                        && SDK_ACTION.matcher(resource.action()).matches()
                        && (resource.pattern() == IntegrationPattern.REQUEST_RESPONSE
                                || resource.pattern() == IntegrationPattern.WAIT_FOR_TASK_TOKEN);
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
            return sdkRemedy(resource);
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

    private static String sdkRemedy(TaskResource resource) {
        if (!SDK_SERVICE.matcher(resource.service()).matches()) {
            return "AWS SDK integrations name a service as the AWS SDK for Java 2 does, in lower case and without"
                    + " hyphens: aws-sdk:cloudwatchlogs, aws-sdk:sfn.";
        }
        if (!SDK_ACTION.matcher(resource.action()).matches()) {
            String action = resource.action();
            return "Write the action in camel case: " + action.substring(0, 1).toLowerCase(Locale.ROOT)
                    + action.substring(1) + ".";
        }
        return "AWS SDK integrations have no " + resource.pattern().suffix() + ".";
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
