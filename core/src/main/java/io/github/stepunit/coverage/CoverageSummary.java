package io.github.stepunit.coverage;

import java.util.List;
import org.apiguardian.api.API;

/** A few lines for the console: a row for each definition, the total, and the first things that no test has walked. */
@API(status = API.Status.EXPERIMENTAL, since = "0.1")
public final class CoverageSummary {

    private static final int MOST_ROWS = 20;
    private static final int MOST_MISSING = 10;
    private static final int WIDEST_NAME = 40;

    private CoverageSummary() {}

    /** The lines, each with its end. */
    public static String of(CoverageData data) {
        List<DefinitionCoverage> definitions = data.definitions();
        if (definitions.isEmpty()) {
            return "No coverage: no definition was loaded by any test.\n";
        }
        int width = definitions.stream()
                .mapToInt(each -> Math.min(WIDEST_NAME, width(shown(each.name()))))
                .max()
                .orElse(0);
        width = Math.max(width, "All".length());
        StringBuilder text = new StringBuilder();
        row(text, width, "", "states", "transitions", "");
        List<DefinitionCoverage> rows = definitions.stream()
                .sorted(java.util.Comparator.comparingInt(
                        each -> -each.missing().size()))
                .limit(MOST_ROWS)
                .toList();
        for (DefinitionCoverage each : rows) {
            row(text, width, shown(each.name()), cell(each.states()), cell(each.transitions()), each.place());
        }
        if (definitions.size() > rows.size()) {
            text.append("  … and ").append(definitions.size() - rows.size()).append(" more\n");
        }
        if (definitions.size() > 1) {
            row(text, width, "All", cell(data.states()), cell(data.transitions()), "");
        }
        missing(definitions, text);
        return text.toString();
    }

    private static void missing(List<DefinitionCoverage> definitions, StringBuilder text) {
        int total = definitions.stream().mapToInt(each -> each.missing().size()).sum();
        if (total == 0) {
            text.append("Every state and transition was walked.\n");
            return;
        }
        text.append("Never walked:\n");
        definitions.stream()
                .flatMap(each -> each.missing().stream()
                        .map(missing -> "  " + each.place() + ":"
                                + missing.element().line() + "  "
                                + shown(missing.element().label())))
                .limit(MOST_MISSING)
                .forEach(line -> text.append(line).append('\n'));
        if (total > MOST_MISSING) {
            text.append("  … and ").append(total - MOST_MISSING).append(" more\n");
        }
    }

    private static String cell(Ratio ratio) {
        return ratio.covered() + "/" + ratio.total() + " " + " ".repeat(3 - digits(ratio.percent())) + ratio.percent()
                + "%";
    }

    private static int digits(int number) {
        return Integer.toString(number).length();
    }

    private static void row(StringBuilder text, int width, String name, String states, String transitions, String at) {
        String row = "  " + name + " ".repeat(Math.max(0, width - width(name))) + pad(states, 14) + pad(transitions, 16)
                + "  " + at;
        text.append(row.stripTrailing()).append('\n');
    }

    private static String pad(String cell, int width) {
        return " ".repeat(Math.max(1, width - cell.length())) + cell;
    }

    /** Control characters would move the cursor, and turn the direction of what follows. */
    private static String shown(String text) {
        StringBuilder shown = new StringBuilder();
        text.codePoints().forEach(c -> {
            int type = Character.getType(c);
            boolean plain = type != Character.CONTROL && type != Character.FORMAT;
            shown.appendCodePoint(plain ? c : ' ');
        });
        return shown.toString();
    }

    private static int width(String text) {
        return text.codePointCount(0, text.length());
    }
}
