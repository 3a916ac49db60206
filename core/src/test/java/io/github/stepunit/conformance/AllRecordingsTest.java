package io.github.stepunit.conformance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;

/** The one figure over all suites. */
class AllRecordingsTest {

    private static final double CASES = 98.0;
    private static final double EVENTS = 99.5;

    @Test
    void nearly_all_recordings_of_aws_are_matched() {
        List<SuiteName> present =
                Arrays.stream(SuiteName.values()).filter(Recordings::has).toList();
        assumeThat(present).as("recordings of AWS").isNotEmpty();
        Arrays.stream(SuiteName.values())
                .filter(suite -> !Recordings.has(suite))
                .forEach(suite ->
                        System.out.println(suite.title() + ": skipped, the data set has no " + suite.folder()));
        List<SuiteResult> suites = present.stream().map(SuiteResult::of).toList();
        long passed = suites.stream().mapToLong(SuiteResult::passed).sum();
        long cases = suites.stream().mapToLong(suite -> suite.results().size()).sum();
        long matched = suites.stream().mapToLong(SuiteResult::matched).sum();
        long events = suites.stream().mapToLong(SuiteResult::events).sum();

        System.out.println("conformance, all recordings: " + passed + " of " + cases + " cases ("
                + text(percent(passed, cases)) + " %), " + matched + " of " + events + " events ("
                + text(percent(matched, events)) + " %)");

        assertThat(percent(passed, cases)).as("cases, in percent").isGreaterThanOrEqualTo(CASES);
        assertThat(percent(matched, events)).as("events, in percent").isGreaterThanOrEqualTo(EVENTS);
    }

    private static double percent(long part, long all) {
        return all == 0 ? 100 : part * 100.0 / all;
    }

    private static String text(double percent) {
        return String.format(Locale.ROOT, "%.1f", percent);
    }
}
