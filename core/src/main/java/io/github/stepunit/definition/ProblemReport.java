package io.github.stepunit.definition;

import io.github.stepunit.json.SourceLocation;
import java.util.List;
import org.apiguardian.api.API;

/** Writes what is wrong with a definition: each problem with its place, the line, and what to do. */
@API(status = API.Status.INTERNAL, since = "0.1")
public final class ProblemReport {

    private static final int MOST_PROBLEMS = 50;
    private static final int WIDEST_EXCERPT = 120;
    private static final int LEAD = 60;

    private final SourceMap sourceMap;
    private final StringBuilder report = new StringBuilder();

    private ProblemReport(SourceMap sourceMap) {
        this.sourceMap = sourceMap;
    }

    /** The text of a message. */
    public static String render(SourceMap sourceMap, List<Diagnostic> problems) {
        ProblemReport rendering = new ProblemReport(sourceMap);
        rendering.headline(problems);
        problems.stream().limit(MOST_PROBLEMS).forEach(rendering::problem);
        if (problems.size() > MOST_PROBLEMS) {
            rendering
                    .report
                    .append("\n… and ")
                    .append(problems.size() - MOST_PROBLEMS)
                    .append(" more.\n");
        }
        return rendering.report.toString().stripTrailing();
    }

    /** The diagnostics by their place. */
    public static List<Diagnostic> sorted(List<Diagnostic> problems) {
        return Problems.sorted(problems);
    }

    private void headline(List<Diagnostic> problems) {
        boolean onlyWarnings = problems.stream().allMatch(each -> each.severity() == Severity.WARNING);
        String noun = onlyWarnings ? "warning" : "problem";
        report.append(sourceMap.source())
                .append(" has ")
                .append(problems.size())
                .append(' ')
                .append(problems.size() == 1 ? noun : noun + "s")
                .append(":\n");
    }

    private void problem(Diagnostic problem) {
        // Jackson's messages go on with the place, which follows anyway.
        String message = problem.toAwsText().lines().findFirst().orElse("").stripTrailing();
        report.append('\n')
                .append(problem.severity())
                .append(' ')
                .append(message)
                .append('\n');
        SourceLocation location = problem.location();
        if (location != null) {
            report.append("  ").append(location).append('\n');
            excerpt(location);
        }
        if (problem.remedy() != null) {
            report.append("  ").append(problem.remedy()).append('\n');
        }
    }

    private void excerpt(SourceLocation location) {
        String line = sourceMap.line(location).replace('\t', ' ');
        int column = Math.max(0, Math.min(location.column() - 1, line.length()));
        int from = line.length() <= WIDEST_EXCERPT ? 0 : Math.max(0, column - LEAD);
        int to = Math.min(line.length(), from + WIDEST_EXCERPT);
        String before = from == 0 ? "" : "…";
        String number =
                " ".repeat(Math.max(0, 6 - String.valueOf(location.line()).length())) + location.line();
        report.append(number)
                .append(" | ")
                .append(before)
                .append(line, from, to)
                .append(to < line.length() ? "…" : "")
                .append('\n')
                .append("       | ")
                .append(" ".repeat(before.length() + column - from))
                .append("^\n");
    }
}
