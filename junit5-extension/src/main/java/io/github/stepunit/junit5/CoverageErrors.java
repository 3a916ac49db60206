package io.github.stepunit.junit5;

import io.github.stepunit.coverage.CoverageData;
import io.github.stepunit.coverage.DefinitionCoverage;
import io.github.stepunit.coverage.ElementCoverage;
import io.github.stepunit.coverage.Ratio;
import io.github.stepunit.coverage.TestSkeletons;
import io.github.stepunit.definition.StateMachineDefinition;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.extension.ExtensionConfigurationException;

/** The messages of {@link RequireCoverage}. Golden: RequireCoverageTest. */
final class CoverageErrors {

    private static final int MOST_SKELETONS = 5;

    private CoverageErrors() {}

    /**
     * Checks what a class requires.
     *
     * @throws AssertionError when too little was walked; lists what was not
     */
    static void check(Class<?> testClass, RequireCoverage required, CoverageData data) {
        requirePercentage(testClass, "states", required.states());
        requirePercentage(testClass, "transitions", required.transitions());
        List<String> problems = new ArrayList<>();
        boolean states = tooFew("states", data.states(), required.states(), problems);
        boolean transitions = tooFew("transitions", data.transitions(), required.transitions(), problems);
        if (!problems.isEmpty()) {
            throw new AssertionError("@RequireCoverage of " + testClass.getSimpleName() + ": "
                    + String.join("; ", problems) + ".\n\nNever walked:" + missing(data, states, transitions));
        }
    }

    private static void requirePercentage(Class<?> testClass, String name, double percent) {
        if (!(percent >= 0 && percent <= 100)) {
            throw new ExtensionConfigurationException("@RequireCoverage of " + testClass.getSimpleName() + ": " + name
                    + " is " + text(percent) + ", but should be a percentage from 0 to 100.");
        }
    }

    private static boolean tooFew(String name, Ratio ratio, double percent, List<String> into) {
        if (ratio.isAtLeast(percent)) {
            return false;
        }
        into.add("its tests walked " + ratio.percent() + " % of the " + name + " (" + ratio + "), but " + text(percent)
                + " % are required");
        return true;
    }

    private static String text(double percent) {
        return percent == Math.rint(percent) ? Long.toString((long) percent) : Double.toString(percent);
    }

    private static String missing(CoverageData data, boolean states, boolean transitions) {
        StringBuilder list = new StringBuilder();
        StringBuilder tests = new StringBuilder();
        int skeletons = 0;
        for (DefinitionCoverage definition : data.definitions()) {
            TestSkeletons writer = new TestSkeletons(
                    StateMachineDefinition.parse(definition.source(), definition.text(), definition.type()));
            for (ElementCoverage each : definition.missing()) {
                boolean transition = each.element().kind().isTransition();
                if (transition ? transitions : states) {
                    list.append("\n  ")
                            .append(definition.place())
                            .append(':')
                            .append(each.element().line())
                            .append("  ")
                            .append(each.element().label());
                    if (skeletons++ < MOST_SKELETONS) {
                        tests.append('\n')
                                .append(indented(writer.of(each.element()).method()));
                    }
                }
            }
        }
        String more = skeletons > MOST_SKELETONS
                ? "\n    // … and " + (skeletons - MOST_SKELETONS) + " more; the HTML report has one for each\n"
                : "";
        return list + "\n\nTests to begin with:\n" + tests + more;
    }

    private static String indented(String method) {
        return method.lines()
                .map(line -> line.isEmpty() ? "\n" : "    " + line + "\n")
                .collect(Collectors.joining());
    }
}
