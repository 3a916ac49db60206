package io.github.stepunit.conformance;

import static org.assertj.core.api.Assumptions.assumeThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** The recordings that the build machine has; a checkout of the project alone has none. */
final class Recordings {

    private Recordings() {}

    /** All recorded executions; the calling test is skipped when there are none. */
    static List<RecordedCase> required() {
        return required(SuiteName.CASES);
    }

    /** All recordings of a suite; the calling test is skipped when there are none. */
    static List<RecordedCase> required(SuiteName suite) {
        Path directory = directory(suite);
        assumeThat(directory)
                .as("recordings of AWS for the suite " + suite.folder()
                        + " (system property stepunit.conformance.dir: the folder that holds cases, validation,"
                        + " teststate and mocked, or the folder cases)")
                .isDirectory();
        return RecordedCase.all(directory);
    }

    static boolean has(SuiteName suite) {
        return Files.isDirectory(directory(suite));
    }

    private static Path directory(SuiteName suite) {
        Path given = Path.of(System.getProperty("stepunit.conformance.dir", ""));
        return directory(given, suite);
    }

    /** The property may name the folder of all suites, or, as it once did, that of the executions. */
    static Path directory(Path given, SuiteName suite) {
        boolean holdsSuites = java.util.Arrays.stream(SuiteName.values())
                .anyMatch(each -> Files.isDirectory(given.resolve(each.folder())) && !isCases(given));
        if (holdsSuites) {
            return given.resolve(suite.folder());
        }
        return suite == SuiteName.CASES ? given : given.resolveSibling(suite.folder());
    }

    private static boolean isCases(Path given) {
        return given.getFileName() != null && given.getFileName().toString().equals(SuiteName.CASES.folder());
    }
}
