package io.github.stepunit.contract.assertj;

import io.github.stepunit.StateMachine;
import io.github.stepunit.contract.deployed.DefinitionDifference;
import io.github.stepunit.contract.deployed.DeployedDefinition;
import io.github.stepunit.history.VirtualTime;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.assertj.core.error.BasicErrorMessageFactory;
import org.assertj.core.error.ErrorMessageFactory;

/** What is deployed is not what was expected. */
final class ShouldMatch extends BasicErrorMessageFactory {

    private static final int MOST_DIFFERENCES = 40;

    private ShouldMatch(String format, Object... arguments) {
        super(format, arguments);
    }

    static ErrorMessageFactory shouldMatch(
            DeployedDefinition deployed, StateMachine local, List<DefinitionDifference> differences, Instant now) {
        return new ShouldMatch(
                "\nExpecting what is deployed\n  %s\nto match the local definition\n  %s\nbut there %s:\n%s",
                unquotedString(deployed.describe(now)),
                unquotedString(local.definition().sourceMap().source()),
                unquotedString(
                        differences.size() == 1 ? "is 1 difference" : "are " + differences.size() + " differences"),
                unquotedString(byState(differences)));
    }

    static ErrorMessageFactory shouldBeYounger(DeployedDefinition deployed, Duration age, Instant now) {
        return new ShouldMatch(
                "\nExpecting\n  %s\nnot to be older than %s. Pull it again.",
                unquotedString(deployed.describe(now)), unquotedString(VirtualTime.length(age)));
    }

    private static String byState(List<DefinitionDifference> differences) {
        StringBuilder text = new StringBuilder();
        String state = null;
        for (DefinitionDifference difference : differences.subList(0, Math.min(MOST_DIFFERENCES, differences.size()))) {
            if (!difference.state().equals(state)) {
                state = difference.state();
                text.append("\n").append(state.isEmpty() ? "state machine" : "state \"" + state + "\"");
            }
            String what = difference.what().isEmpty() ? "" : difference.what() + ": ";
            text.append("\n  ").append(what).append(difference.values());
            if (difference.pointer().parent() != null) {
                text.append("\n    at ").append(difference.pointer());
            }
        }
        if (differences.size() > MOST_DIFFERENCES) {
            text.append("\n… and ")
                    .append(differences.size() - MOST_DIFFERENCES)
                    .append(" more");
        }
        return text.toString();
    }
}
