package io.github.stepunit.conformance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;

class KnownDeviationsTest {

    private static final RecordedCase PLAIN = Fixture.recordedCase("a/plain", "{'queryLanguage': ['JSONPath']}");
    private static final RecordedCase JSONATA =
            Fixture.recordedCase("a/jsonata", "{'queryLanguage': ['JSONPath', 'JSONata']}");
    private static final RecordedCase DISTRIBUTED = Fixture.recordedCase("a/distributed", "{'distributedMap': true}");

    @Test
    void a_line_covers_a_case_or_all_cases_with_a_feature() {
        KnownDeviations known = KnownDeviations.parse("# why\na/plain\t0\tA\tB\tbecause\n\nfeature:JSONata\tlater\n");

        assertThat(known.lineOf(PLAIN)).contains("a/plain");
        assertThat(known.lineOf(JSONATA)).contains("feature:JSONata");
        assertThat(known.lineOf(DISTRIBUTED)).isEmpty();
    }

    @Test
    void a_line_that_covers_no_failing_case_must_go() {
        KnownDeviations known = KnownDeviations.parse(
                "a/plain\t0\tA\tB\tbecause\na/gone\t3\tA\tB\tbecause\nfeature:JSONata\tlater\nfeature:DistributedMap\tlater\n");

        assertThat(known.outdated(List.of(result(PLAIN), result(JSONATA, "differs"), result(DISTRIBUTED))))
                .as("a/gone may be a case of another data set")
                .containsExactly("a/plain", "feature:DistributedMap");
    }

    @Test
    void a_line_without_a_reason_is_refused() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> KnownDeviations.parse("a/plain\tbecause"))
                .withMessage(
                        "Not `case TAB matched events TAB AWS TAB ours TAB why` or `feature:NAME TAB reason`: a/plain\tbecause");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> KnownDeviations.parse("feature:Magic\tbecause"))
                .withMessage(
                        "Not `case TAB matched events TAB AWS TAB ours TAB why` or `feature:NAME TAB reason`: feature:Magic\tbecause");
    }

    @Test
    void a_listed_case_that_gets_worse_or_better_is_told() {
        KnownDeviations known = KnownDeviations.parse("a/plain\t2\tA\tB\tbecause\na/jsonata\t0\tA\tB\tbecause\n");

        assertThat(known.changed(List.of(
                        new CaseResult(PLAIN, 4, 1, List.of("differs")),
                        new CaseResult(JSONATA, 4, 0, List.of("differs")))))
                .containsExactly("a/plain matches 1 of 4");
    }

    @Test
    void the_report_counts_cases_and_events() {
        ConformanceReport report = new ConformanceReport(
                List.of(new CaseResult(PLAIN, 4, 4, List.of()), new CaseResult(JSONATA, 6, 2, List.of("differs"))));

        assertThat(report.summary())
                .containsExactly(
                        "conformance: 1 of 2 cases, 6 of 10 events",
                        "conformance, JSONPath without Distributed Map: 1 of 1 cases, 4 of 4 events",
                        "conformance, JSONata without Distributed Map: 0 of 1 cases, 2 of 6 events");
        assertThat(ConformanceReport.text(new CaseResult(JSONATA, 6, 2, List.of("differs"))))
                .isEqualTo("a/jsonata\n\ndefinition {}\ninput      {}\nmatched    2 of 6 events\n\ndiffers\n");
    }

    @Test
    void the_documentation_lists_every_case() throws IOException {
        String documentation = Files.readString(Path.of("..", "docs", "conformance.md"));

        for (SuiteName suite : SuiteName.values()) {
            assertThat(KnownDeviations.load(suite.knownDeviations()).lines())
                    .allSatisfy(line -> assertThat(documentation).contains("`" + line + "`"));
        }
    }

    private static CaseResult result(RecordedCase recordedCase, String... differences) {
        return new CaseResult(recordedCase, 1, 0, List.of(differences));
    }
}
