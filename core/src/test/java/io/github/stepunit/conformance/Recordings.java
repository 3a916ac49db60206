package io.github.stepunit.conformance;

import static org.assertj.core.api.Assumptions.assumeThat;

import java.nio.file.Path;
import java.util.List;

/** The recordings that the build machine has; a checkout of the project alone has none. */
final class Recordings {

    private Recordings() {}

    /** All cases; the calling test is skipped when there are none. */
    static List<RecordedCase> required() {
        String directory = System.getProperty("stepunit.conformance.dir", "");
        assumeThat(Path.of(directory))
                .as("recordings of AWS (system property stepunit.conformance.dir)")
                .isDirectory();
        return RecordedCase.all(Path.of(directory));
    }
}
