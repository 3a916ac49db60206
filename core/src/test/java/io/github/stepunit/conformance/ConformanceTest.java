package io.github.stepunit.conformance;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Every recorded execution, run again by the interpreter with the recorded answers of the services. */
class ConformanceTest {

    @Test
    void executions_go_as_they_went_on_aws() {
        List<CaseResult> results =
                Recordings.required().stream().map(ConformanceTest::compare).toList();
        ConformanceReport report = new ConformanceReport(results);
        report.write(Path.of("target", "conformance"));
        report.summary().forEach(System.out::println);

        KnownDeviations known = KnownDeviations.load("/conformance/known-deviations.tsv");
        assertThat(results)
                .filteredOn(result ->
                        !result.passed() && known.lineOf(result.recordedCase()).isEmpty())
                .as("cases that differ from the recording and are not in known-deviations.tsv; "
                        + "target/conformance has a report for each")
                .extracting(CaseResult::recordedCase)
                .isEmpty();
        assertThat(known.changed(results))
                .as("lines of known-deviations.tsv that tell another number of matched events: worse, or to be raised")
                .isEmpty();
        assertThat(known.outdated(results))
                .as("lines of known-deviations.tsv that cover no failing case any more and must go")
                .isEmpty();
    }

    private static CaseResult compare(RecordedCase recordedCase) {
        try {
            return CaseComparison.compare(recordedCase, CaseRun.run(recordedCase));
        } catch (RuntimeException e) {
            StringWriter trace = new StringWriter();
            e.printStackTrace(new PrintWriter(trace));
            int events = recordedCase.events().size();
            return new CaseResult(recordedCase, events, 0, List.of("the run broke off: " + trace));
        }
    }
}
