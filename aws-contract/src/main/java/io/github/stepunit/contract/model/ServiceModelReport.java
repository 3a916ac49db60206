package io.github.stepunit.contract.model;

import java.util.List;
import java.util.Set;
import org.apiguardian.api.API;

/**
 * What service models say of the requests that a definition writes out.
 *
 * @param source the file or other origin of the definition
 * @param problems what is wrong, in the order of the definition
 * @param missingDependencies modules of the AWS SDK ({@code groupId:artifactId}) without which some Tasks were not checked,
 *     in alphabetical order
 */
@API(status = API.Status.EXPERIMENTAL, since = "0.1")
public record ServiceModelReport(String source, List<TaskProblem> problems, List<String> missingDependencies) {

    public ServiceModelReport {
        problems = List.copyOf(problems);
        missingDependencies = List.copyOf(missingDependencies);
    }

    static ServiceModelReport of(String source, List<TaskProblem> problems, Set<String> missingDependencies) {
        return new ServiceModelReport(source, problems, List.copyOf(missingDependencies));
    }

    /** All problems, each with its place and what it calls; and which Tasks could not be checked. */
    @Override
    public String toString() {
        StringBuilder text = new StringBuilder(source);
        text.append(problems.isEmpty() ? " has no requests" : " has requests")
                .append(" that AWS would not take")
                .append(problems.isEmpty() ? "." : ":");
        String state = "";
        for (TaskProblem each : problems) {
            if (!each.state().equals(state)) {
                state = each.state();
                text.append("\n\n`")
                        .append(state)
                        .append("` calls ")
                        .append(each.resource().serviceAction());
            }
            text.append("\n  ").append(each.problem());
            text.append("\n    at ").append(each.location());
        }
        if (!missingDependencies.isEmpty()) {
            text.append("\n\nNot all Tasks were checked. To check them too, add with scope test:");
            missingDependencies.forEach(each -> text.append("\n  ").append(each));
        }
        return text.toString();
    }
}
