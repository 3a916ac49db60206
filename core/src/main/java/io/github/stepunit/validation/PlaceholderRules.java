package io.github.stepunit.validation;

import io.github.stepunit.definition.Placeholders;
import io.github.stepunit.definition.TaskResource;
import io.github.stepunit.definition.TaskState;
import io.github.stepunit.integration.AwsSdkServices;
import io.github.stepunit.internal.text.DidYouMean;
import io.github.stepunit.validation.Texts.Text;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What a deployment should have replaced. */
final class PlaceholderRules {

    private static final Pattern SUBSTITUTION = Pattern.compile("\\$\\{[^{}$]+}");

    private PlaceholderRules() {}

    static Rule left() {
        return new Rule() {
            @Override
            public WarningCode code() {
                return WarningCode.PLACEHOLDER_LEFT;
            }

            @Override
            public void check(Machine machine, Findings findings) {
                Set<String> seen = new HashSet<>();
                for (StateNode state : machine.states()) {
                    for (Text text : Texts.of(state)) {
                        placeholders(state, text).stream()
                                .filter(seen::add)
                                .forEach(each -> reportLeft(state, text, each, findings));
                    }
                }
            }
        };
    }

    private static List<String> placeholders(StateNode state, Text text) {
        boolean resource = state.state() instanceof TaskState && text.at().equals(state.at("Resource"));
        Matcher matcher = SUBSTITUTION.matcher(text.text());
        if (resource && !matcher.find() && Placeholders.areIn(text.text())) {
            return List.of(text.text());
        }
        // In JSONata, and in strings that are code, ${…} is hardly ever a placeholder.
        boolean data = text.text().startsWith("{%") || text.key().equals("Comment");
        return data
                ? List.of()
                : matcher.reset().results().map(found -> found.group()).toList();
    }

    private static void reportLeft(StateNode state, Text text, String placeholder, Findings findings) {
        findings.report(
                WarningCode.PLACEHOLDER_LEFT,
                state,
                text.at(),
                "Nothing has been substituted for " + placeholder + ".",
                "Load the template that substitutes it, or give a value for it; AWS takes the text as it stands.");
    }

    static Rule notOnAws() {
        return new StateRule() {
            @Override
            public WarningCode code() {
                return WarningCode.RESOURCE_NOT_ON_AWS;
            }

            @Override
            public void check(StateNode state, Findings findings) {
                if (state.state() instanceof TaskState task
                        && !Placeholders.areIn(task.resource().arn())) {
                    check(state, task.resource(), findings);
                }
            }

            private void check(StateNode state, TaskResource resource, Findings findings) {
                if (!resource.arn().startsWith("arn:")) {
                    findings.report(
                            code(),
                            state,
                            state.at("Resource"),
                            "AWS refuses " + resource.arn()
                                    + ": Value is not a valid resource ARN. The States Language takes any URI.",
                            "For AWS, write an ARN such as arn:aws:states:::lambda:invoke.");
                } else if (resource.kind() == TaskResource.Kind.AWS_SDK_INTEGRATION) {
                    checkAction(state, resource, findings);
                }
            }

            /** No error: AWS adds actions every week. Of a service that is not known, nothing can be said at all. */
            private void checkAction(StateNode state, TaskResource resource, Findings findings) {
                Set<String> actions = AwsSdkServices.actions(resource.service().substring("aws-sdk:".length()));
                if (!actions.isEmpty() && !actions.contains(resource.action())) {
                    findings.report(
                            code(),
                            state,
                            state.at("Resource"),
                            "AWS refuses " + resource.arn() + ", unless " + resource.action()
                                    + " is younger than this release of StepUnit: The resource provided is not recognized.",
                            DidYouMean.question(resource.action(), actions)
                                    .orElse("Actions are named as in the AWS SDK for Java 2."));
                }
            }
        };
    }
}
