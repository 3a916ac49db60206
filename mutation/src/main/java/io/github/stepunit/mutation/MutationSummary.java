package io.github.stepunit.mutation;

import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.stream.Stream;

/** A few lines for the console: the score, a row for each definition, and the first mutants that nothing notices. */
final class MutationSummary {

    private static final int MOST_ROWS = 20;
    private static final int MOST_MUTANTS = 10;

    private final MutationReport report;
    private final StringBuilder text = new StringBuilder();

    private MutationSummary(MutationReport report) {
        this.report = report;
    }

    static String of(MutationReport report) {
        return new MutationSummary(report).write();
    }

    private String write() {
        List<DefinitionResult> definitions = report.definitions();
        line(String.format(Locale.ROOT, "%8s %9s %9s %9s %9s", "score", "killed", "timeout", "survived", "uncovered"));
        definitions.stream()
                .limit(MOST_ROWS)
                .forEach(each -> row(
                        each.mutants().stream().map(MutantResult::status).toList(),
                        each.definition().name() + "  " + each.definition().place()));
        if (definitions.size() > MOST_ROWS) {
            line("  … and " + (definitions.size() - MOST_ROWS) + " more");
        }
        if (definitions.size() > 1) {
            row(report.mutants().map(MutantResult::status).toList(), "All");
        }
        report.notes().forEach(each -> line(shown(each)));
        unnoticed(MutantStatus.SURVIVED, "Survived:");
        unnoticed(MutantStatus.NO_COVERAGE, "Not covered:");
        return text.toString();
    }

    private void row(List<MutantStatus> statuses, String what) {
        MutationScore score = MutationScore.of(statuses);
        line(String.format(
                Locale.ROOT,
                "%8s %9d %9d %9d %9d  %s",
                score,
                count(statuses, MutantStatus.KILLED),
                count(statuses, MutantStatus.TIMEOUT),
                count(statuses, MutantStatus.SURVIVED),
                count(statuses, MutantStatus.NO_COVERAGE),
                shown(what)));
    }

    private static long count(List<MutantStatus> statuses, MutantStatus status) {
        return statuses.stream().filter(status::equals).count();
    }

    private void unnoticed(MutantStatus status, String title) {
        long count = report.count(status);
        if (count == 0) {
            return;
        }
        line("");
        line(title);
        report.definitions().stream()
                .flatMap(each -> of(each, status))
                .limit(MOST_MUTANTS)
                .forEach(text::append);
        if (count > MOST_MUTANTS) {
            line("  … and " + (count - MOST_MUTANTS) + " more");
        }
    }

    private static Stream<String> of(DefinitionResult definition, MutantStatus status) {
        return definition.mutants().stream()
                .filter(each -> each.status() == status)
                .map(each -> entry(definition, each));
    }

    private static String entry(DefinitionResult definition, MutantResult result) {
        MutantLocation at = result.mutant().location();
        MissingTest missing = Objects.requireNonNull(result.missing(), "missing");
        String entry = "  " + definition.definition().place() + ":" + at.startLine() + ":" + at.startColumn() + "  "
                + shown(result.mutant().description()) + "\n";
        // The beginning of a whole test is for the page.
        return missing.code().lines().count() > 1
                ? entry
                : entry + "      " + shown(missing.where()) + "\n      " + missing.code() + "\n";
    }

    private void line(String line) {
        text.append(line.stripTrailing()).append('\n');
    }

    /** Control characters would move the cursor, and turn the direction of what follows. */
    private static String shown(String text) {
        StringBuilder shown = new StringBuilder();
        text.codePoints().forEach(c -> {
            int type = Character.getType(c);
            shown.appendCodePoint(type != Character.CONTROL && type != Character.FORMAT ? c : ' ');
        });
        return shown.toString();
    }
}
