package io.github.stepunit.junit5;

import io.github.stepunit.coverage.CoverageData;
import io.github.stepunit.coverage.CoverageElement;
import io.github.stepunit.coverage.DefinitionCoverage;
import io.github.stepunit.coverage.ElementCoverage;
import io.github.stepunit.coverage.Ratio;
import io.github.stepunit.definition.StateMachineDefinition;
import io.github.stepunit.skeleton.TestSkeleton;
import io.github.stepunit.skeleton.TestSkeletons;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.extension.ExtensionConfigurationException;

/** The messages of {@link RequireCoverage}. Golden: RequireCoverageTest. */
final class CoverageErrors {

    private static final int MOST_SKELETONS = 5;
    /** Of one definition: tests for more would take long to find, only to be left out. */
    private static final int MOST_ELEMENTS = 40;

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

    /** What machines of a test's own walk is not known to belong to it. */
    static ExtensionConfigurationException nothingCounts(Class<?> testClass) {
        return new ExtensionConfigurationException(
                "@RequireCoverage of " + testClass.getSimpleName()
                        + ": none of its tests is a @StepFunctionTest, and only what the machines walk that those are given counts."
                        + "\n  do       add @StepFunctionTest(\"FILE\") to the class, or require it of all tests together: stepunit:check.");
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
        Set<String> names = new HashSet<>();
        int shown = 0;
        boolean more = false;
        for (DefinitionCoverage definition : data.definitions()) {
            List<CoverageElement> missing = definition.missing().stream()
                    .map(ElementCoverage::element)
                    .filter(each -> each.kind().isTransition() ? transitions : states)
                    .toList();
            for (CoverageElement each : missing) {
                list.append("\n  ")
                        .append(definition.place())
                        .append(':')
                        .append(each.line())
                        .append("  ")
                        .append(each.label());
            }
            if (!missing.isEmpty() && shown < MOST_SKELETONS) {
                List<CoverageElement> looked = missing.subList(0, Math.min(MOST_ELEMENTS, missing.size()));
                List<TestSkeleton> skeletons = skeletons(definition, names, looked);
                for (TestSkeleton each : skeletons.subList(0, Math.min(MOST_SKELETONS - shown, skeletons.size()))) {
                    tests.append('\n').append(indented(each.method()));
                }
                more |= looked.size() < missing.size() || skeletons.size() > MOST_SKELETONS - shown;
                shown += skeletons.size();
            } else {
                more |= !missing.isEmpty();
            }
        }
        String rest = more ? "\n    // … the HTML report has more\n" : "";
        return list + "\n\nTests to begin with:\n" + tests + rest;
    }

    private static List<TestSkeleton> skeletons(
            DefinitionCoverage definition, Set<String> names, List<CoverageElement> missing) {
        StateMachineDefinition parsed =
                StateMachineDefinition.parse(definition.source(), definition.text(), definition.type());
        return new TestSkeletons(parsed, definition.type(), names).of(missing);
    }

    private static String indented(String method) {
        return method.lines()
                .map(line -> line.isEmpty() ? "\n" : "    " + line + "\n")
                .collect(Collectors.joining());
    }
}
