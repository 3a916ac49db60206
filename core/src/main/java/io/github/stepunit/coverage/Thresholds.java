package io.github.stepunit.coverage;

import java.util.ArrayList;
import java.util.List;
import org.apiguardian.api.API;
import org.jspecify.annotations.Nullable;

/**
 * What must have been walked, in percent.
 *
 * @param states of the states; null when that does not matter
 * @param transitions of the transitions; null when that does not matter
 * @param each whether every definition must have it, or all of them together
 */
@API(status = API.Status.EXPERIMENTAL, since = "0.1")
public record Thresholds(@Nullable Double states, @Nullable Double transitions, boolean each) {

    public Thresholds {
        require(states);
        require(transitions);
    }

    private static void require(@Nullable Double percent) {
        if (percent != null && !(percent >= 0 && percent <= 100)) {
            throw new IllegalArgumentException("A threshold is a percentage from 0 to 100, not " + percent + ".");
        }
    }

    /**
     * What falls short, one message each with what to test; empty when nothing does. Data without any definition falls
     * short: nothing was gathered.
     */
    public List<String> violations(CoverageData data) {
        if (data.definitions().isEmpty()) {
            return List.of("No coverage was gathered: no definition was loaded by any test."
                    + " Run tests with stepunit-junit5 on the test class path first.");
        }
        List<String> violations = new ArrayList<>();
        if (each) {
            for (DefinitionCoverage definition : data.definitions()) {
                check(definition.name() + " (" + definition.place() + ")", List.of(definition), violations);
            }
        } else {
            check(
                    data.definitions().size() == 1
                            ? data.definitions().get(0).name()
                            : "All " + data.definitions().size() + " state machines together",
                    data.definitions(),
                    violations);
        }
        return violations;
    }

    /**
     * What falls short in parts. One that could not be read falls short, too: it may hold what is missing, or what is not
     * walked.
     */
    public List<String> violations(CoverageParts parts) {
        List<String> violations = new ArrayList<>(parts.problems());
        violations.addAll(violations(parts.data()));
        return violations;
    }

    private void check(String what, List<DefinitionCoverage> definitions, List<String> into) {
        CoverageData data = new CoverageData(definitions);
        check(what, "states", states, data.states(), false, definitions, into);
        check(what, "transitions", transitions, data.transitions(), true, definitions, into);
    }

    private static void check(
            String what,
            String kind,
            @Nullable Double wanted,
            Ratio ratio,
            boolean transition,
            List<DefinitionCoverage> definitions,
            List<String> into) {
        if (wanted == null || ratio.isAtLeast(wanted)) {
            return;
        }
        StringBuilder message = new StringBuilder(what)
                .append(": ")
                .append(ratio.percent())
                .append(" % of the ")
                .append(kind)
                .append(" were walked (")
                .append(ratio)
                .append("), but ")
                .append(Percent.text(wanted))
                .append(" % are required. Never walked:");
        for (DefinitionCoverage definition : definitions) {
            for (ElementCoverage missing : definition.missing()) {
                if (missing.element().kind().isTransition() == transition) {
                    message.append("\n  ")
                            .append(definition.place())
                            .append(':')
                            .append(missing.element().line())
                            .append("  ")
                            .append(missing.element().label());
                }
            }
        }
        into.add(message.toString());
    }
}
