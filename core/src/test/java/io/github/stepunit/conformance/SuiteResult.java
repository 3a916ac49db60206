package io.github.stepunit.conformance;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/**
 * All results of one suite. A suite runs once in a JVM, whichever test asks for it first.
 *
 * @param name the suite
 * @param results one for each case
 */
record SuiteResult(SuiteName name, List<CaseResult> results) {

    private static final Map<SuiteName, SuiteResult> RUN = new EnumMap<>(SuiteName.class);

    SuiteResult {
        results = List.copyOf(results);
    }

    /** The calling test is skipped when the data set has no such recordings. */
    static synchronized SuiteResult of(SuiteName name) {
        List<RecordedCase> cases = Recordings.required(name);
        return RUN.computeIfAbsent(
                name,
                suite -> new SuiteResult(
                        suite, cases.stream().map(each -> compare(suite, each)).toList()));
    }

    private static CaseResult compare(SuiteName suite, RecordedCase recordedCase) {
        try {
            return switch (suite) {
                case CASES -> CaseComparison.compare(recordedCase, CaseRun.run(recordedCase));
                case VALIDATION -> ValidationCase.compare(recordedCase, ValidationCase.answer(recordedCase));
                case TESTSTATE -> TestStateCase.compare(recordedCase, TestStateCase.answer(recordedCase));
                case MOCKED -> MockedCase.compare(recordedCase, MockedCase.run(recordedCase));
            };
        } catch (RuntimeException | StackOverflowError e) {
            StringWriter trace = new StringWriter();
            e.printStackTrace(new PrintWriter(trace));
            return new CaseResult(
                    recordedCase, recordedCase.events().size(), 0, List.of("the run broke off: " + trace));
        }
    }

    long passed() {
        return results.stream().filter(CaseResult::passed).count();
    }

    int matched() {
        return results.stream().mapToInt(CaseResult::matched).sum();
    }

    int events() {
        return results.stream().mapToInt(CaseResult::events).sum();
    }

    /** {@code conformance teststate: P of N cases}. */
    String line() {
        String line = name.title() + ": " + passed() + " of " + results.size() + " cases";
        return events() == 0 ? line : line + ", " + matched() + " of " + events() + " events";
    }

    /** Prints the line, leaves a report, and fails on whatever the list of known deviations does not say. */
    void check() {
        KnownDeviations known = KnownDeviations.load(name.knownDeviations());
        List<CaseResult> unknown = results.stream()
                .filter(result ->
                        !result.passed() && known.lineOf(result.recordedCase()).isEmpty())
                .toList();
        Path directory = name == SuiteName.CASES
                ? Path.of("target", "conformance")
                : Path.of("target", "conformance", name.folder());
        new ConformanceReport(results).write(directory);
        writeUnknown(directory, unknown);
        System.out.println(line());
        assertThat(unknown)
                .as("cases that differ from the recording and are not in " + name.knownDeviations() + "; " + directory
                        + " has a report for each")
                .extracting(CaseResult::recordedCase)
                .isEmpty();
        assertThat(known.changed(results))
                .as("lines of " + name.knownDeviations()
                        + " that tell another number of matched events: worse, or to be raised")
                .isEmpty();
        assertThat(known.outdated(results))
                .as("lines of " + name.knownDeviations() + " whose cases pass, and that must go")
                .isEmpty();
    }

    private static void writeUnknown(Path directory, List<CaseResult> unknown) {
        try {
            List<String> lines = unknown.stream()
                    .map(result -> result.recordedCase().id() + "\t" + result.matched() + "\t"
                            + result.differences().get(0).replaceAll("\\s+", " "))
                    .toList();
            Files.write(directory.resolve("unknown-deviations.tsv"), lines);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
