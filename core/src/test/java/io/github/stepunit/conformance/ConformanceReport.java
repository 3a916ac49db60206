package io.github.stepunit.conformance;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Predicate;

/** What the suite prints and leaves under {@code target/conformance}. */
final class ConformanceReport {

    private final List<CaseResult> results;

    ConformanceReport(List<CaseResult> results) {
        this.results = List.copyOf(results);
    }

    /** {@code conformance: P of N cases, E of M events}, and the same for the parts of the language. */
    List<String> summary() {
        return List.of(
                "conformance: " + count(result -> true),
                "conformance, JSONPath without Distributed Map: "
                        + count(result -> result.recordedCase().isJsonPathWithoutDistributedMap()),
                "conformance, JSONata without Distributed Map: "
                        + count(result -> result.recordedCase().usesJsonata()
                                && !result.recordedCase().usesDistributedMap()));
    }

    private String count(Predicate<CaseResult> part) {
        List<CaseResult> counted = results.stream().filter(part).toList();
        return counted.stream().filter(CaseResult::passed).count() + " of " + counted.size() + " cases, "
                + counted.stream().mapToInt(CaseResult::matched).sum() + " of "
                + counted.stream().mapToInt(CaseResult::events).sum() + " events";
    }

    /** One file for each failing case, and an overview. */
    void write(Path directory) {
        try {
            Files.createDirectories(directory);
            Files.writeString(directory.resolve("summary.txt"), String.join("\n", summary()) + "\n");
            StringBuilder overview = new StringBuilder();
            for (CaseResult result : results) {
                overview.append(result.passed() ? "pass\t" : "FAIL\t")
                        .append(result.matched() + "/" + result.events() + "\t")
                        .append(result.recordedCase().id())
                        .append('\n');
                writeCase(directory, result);
            }
            Files.writeString(directory.resolve("cases.tsv"), overview);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void writeCase(Path directory, CaseResult result) throws IOException {
        Path file = directory.resolve(result.recordedCase().id().replace('/', '~') + ".txt");
        if (result.passed()) {
            Files.deleteIfExists(file);
        } else {
            Files.writeString(file, text(result));
        }
    }

    /** The report of one case. */
    static String text(CaseResult result) {
        RecordedCase recordedCase = result.recordedCase();
        return recordedCase.id() + "\n\ndefinition " + recordedCase.definition().strip() + "\ninput      "
                + recordedCase.input().strip() + "\nmatched    " + result.matched() + " of " + result.events()
                + " events\n\n" + String.join("\n", result.differences()) + "\n";
    }
}
