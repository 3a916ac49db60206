package io.github.stepunit.report;

import io.github.stepunit.coverage.CoverageData;
import io.github.stepunit.coverage.CoverageParts;
import io.github.stepunit.coverage.DefinitionCoverage;
import io.github.stepunit.internal.file.WholeFile;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import org.apiguardian.api.API;
import org.jspecify.annotations.Nullable;

/**
 * Makes reports of coverage data: what the command line and build tools do.
 *
 * <pre>{@code
 * CoverageParts parts = CoverageParts.read(List.of(Path.of("target/stepunit/coverage")));
 * CoverageReport report = CoverageReport.of(parts, "Orders", Path.of("").toAbsolutePath());
 * report.write(Path.of("target/stepunit/report"), EnumSet.allOf(ReportFormat.class), 0);
 * }</pre>
 *
 * @param data what the reports tell, without the definitions whose files say something else by now
 * @param problems what is left out, and why
 * @param title what the report is called
 */
@API(status = API.Status.EXPERIMENTAL, since = "0.1")
public record CoverageReport(CoverageData data, List<String> problems, String title) {

    public CoverageReport {
        problems = List.copyOf(problems);
    }

    /**
     * Takes merged parts. A definition whose file has another text by now, or is gone, is left out and told of: its marks
     * would stand on lines that are not there.
     *
     * @param repository the folder that the names of files start from; null to believe the data without looking
     */
    public static CoverageReport of(CoverageParts parts, String title, @Nullable Path repository) {
        List<String> problems = new ArrayList<>(parts.problems());
        List<DefinitionCoverage> current = new ArrayList<>();
        for (DefinitionCoverage each : parts.data().definitions()) {
            String problem = repository == null ? null : staleness(each, repository);
            if (problem == null) {
                current.add(each);
            } else {
                problems.add(problem);
            }
        }
        return new CoverageReport(new CoverageData(current), problems, title);
    }

    private static @Nullable String staleness(DefinitionCoverage definition, Path repository) {
        String file = definition.file();
        if (file == null) {
            return null;
        }
        String what = "The definition \"" + definition.name() + "\" is left out: ";
        String remedy = " Delete the old parts (mvn clean) and run the tests again.";
        try {
            Path path = repository.resolve(file);
            if (!Files.isRegularFile(path)) {
                return what + "its file " + file + " is no longer there." + remedy;
            }
            String expected = definition.sourceText() == null ? definition.text() : definition.sourceText();
            String text = Files.readString(path, StandardCharsets.UTF_8);
            boolean same = text.equals(expected) || text.equals("\uFEFF" + expected);
            // Of a template the definition is a part: only a file that holds nothing else can be compared.
            boolean whole =
                    expected.stripLeading().startsWith("{") && path.toString().endsWith(".json");
            return same || !whole || !isOwnFile(text)
                    ? null
                    : what + "its file " + file + " has changed since its tests ran." + remedy;
        } catch (InvalidPathException | IOException unreadable) {
            return what + "its file " + file + " cannot be read (" + unreadable.getMessage() + ").";
        }
    }

    /** Whether the file is a definition and no template with one in it. */
    private static boolean isOwnFile(String text) {
        return text.contains("\"StartAt\"") && !text.contains("\"Resources\"");
    }

    /**
     * Writes the files.
     *
     * @param folder made if it is not there
     * @param timestamp when the tests ran, in milliseconds since 1970, for the formats that want one
     * @throws UncheckedIOException when a file cannot be written; no file is left half written
     */
    public void write(Path folder, Collection<ReportFormat> formats, long timestamp) {
        for (ReportFormat each : formats) {
            Path file = folder.resolve(each.fileName());
            if (each == ReportFormat.JSON) {
                CoverageParts.write(data, file);
            } else {
                write(each.text(data, problems, title, timestamp), file);
            }
        }
    }

    /** Writes a text file: all of it or nothing. */
    static void write(String text, Path file) {
        try {
            WholeFile.write(file, text);
        } catch (IOException e) {
            throw new UncheckedIOException("The report cannot be written to " + file + ": " + e, e);
        }
    }
}
