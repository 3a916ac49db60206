package io.github.stepunit.contract.coverage;

import io.github.stepunit.contract.recorded.RecordedExecution;
import io.github.stepunit.coverage.CoveringTest;
import io.github.stepunit.coverage.DefinitionCoverage;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Collectors;

/** A comparison for people. */
final class ComparisonText {

    private static final int MOST = 20;
    private static final int MOST_RECORDINGS = 5;

    private ComparisonText() {}

    static String of(ProductionComparison comparison) {
        ProductionCoverage production = comparison.production();
        DefinitionCoverage definition = production.definition();
        int all = production.walked().size() + production.departing().size();
        StringBuilder text = new StringBuilder(definition.name())
                .append(" (")
                .append(definition.place())
                .append("): ")
                .append(production.walked().size())
                .append(" of ")
                .append(counted(all, "recorded execution"))
                .append(production.departing().isEmpty() ? "" : " count, the others would run another way now")
                .append('\n');
        children(production, text);
        if (!comparison.loadedByTests()) {
            text.append("No test has loaded this definition; tests of another text of it tell nothing about it.\n")
                    .append("  do      run the tests first, and give the folder that they write to: ")
                    .append("target/stepunit/coverage\n");
        }
        list("Production walks what no test does:", comparison.onlyInProduction(), text, each -> in(each.executions()));
        list("Tests walk what production did not:", comparison.onlyInTests(), text, each -> in(each.tests()));
        list("Neither walks:", comparison.inNeither(), text, each -> "");
        if (comparison.onlyInProduction().isEmpty()) {
            text.append("Every state and transition that production walks has a test.\n");
        } else {
            text.append("Tests made of these would close the gap: ")
                    .append(names(comparison.recordingsToTest()))
                    .append('\n');
        }
        return text.toString();
    }

    private static void children(ProductionCoverage production, StringBuilder text) {
        int count = production.walkedChildren().size();
        int all = count + production.departingChildren().size();
        if (all > 0) {
            text.append("Of their child executions, ")
                    .append(count)
                    .append(" of ")
                    .append(all)
                    .append(
                            production.departingChildren().isEmpty()
                                    ? ""
                                    : " count, the others would run another way now")
                    .append('\n');
        }
        production.notCounted().stream()
                .limit(MOST)
                .forEach(each -> text.append("Not counted of ").append(each).append('\n'));
        if (production.notCounted().size() > MOST) {
            text.append("… and ").append(production.notCounted().size() - MOST).append(" more that is not counted\n");
        }
    }

    private static String names(List<RecordedExecution> recordings) {
        String names = recordings.stream()
                .limit(MOST_RECORDINGS)
                .map(RecordedExecution::name)
                .collect(Collectors.joining(", "));
        return recordings.size() > MOST_RECORDINGS
                ? names + " and " + (recordings.size() - MOST_RECORDINGS) + " more"
                : names;
    }

    private static String in(List<CoveringTest> walkers) {
        String first = walkers.get(0).name();
        return walkers.size() == 1 ? first : first + " and " + (walkers.size() - 1) + " more";
    }

    private static void list(
            String title, List<WalkedElement> elements, StringBuilder text, Function<WalkedElement, String> walkers) {
        if (elements.isEmpty()) {
            return;
        }
        text.append(title).append('\n');
        elements.stream().limit(MOST).forEach(each -> {
            String by = walkers.apply(each);
            text.append("  line ")
                    .append(each.element().line())
                    .append("  ")
                    .append(each.element().label())
                    .append(by.isEmpty() ? "" : "  [" + by + "]")
                    .append('\n');
        });
        if (elements.size() > MOST) {
            text.append("  … and ").append(elements.size() - MOST).append(" more\n");
        }
    }

    private static String counted(int number, String noun) {
        return number + " " + noun + (number == 1 ? "" : "s");
    }
}
