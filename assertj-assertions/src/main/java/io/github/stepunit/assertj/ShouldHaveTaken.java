package io.github.stepunit.assertj;

import io.github.stepunit.history.VirtualTime;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.stream.Collectors;
import org.assertj.core.error.BasicErrorMessageFactory;
import org.assertj.core.error.ErrorMessageFactory;
import org.jspecify.annotations.Nullable;

/** Something took another virtual time, or happened at another time, than expected. */
final class ShouldHaveTaken extends BasicErrorMessageFactory {

    private ShouldHaveTaken(String format, Object... arguments) {
        super(format, arguments);
    }

    static ErrorMessageFactory shouldHaveTaken(
            String subject, String how, Duration expected, @Nullable Duration actual, String story) {
        return new ShouldHaveTaken(
                "\nExpecting %s to have taken %s\n  %s\nof virtual time but it %s.\n\n%s",
                unquotedString(subject),
                unquotedString(how),
                unquotedString(VirtualTime.length(expected)),
                unquotedString(actual == null ? "still runs" : "took\n  " + VirtualTime.length(actual)),
                unquotedString(story));
    }

    static ErrorMessageFactory shouldHaveHappenedAt(
            String subject, String what, Instant expected, @Nullable Instant actual, Instant start, String story) {
        return new ShouldHaveTaken(
                "\nExpecting %s to have %s at\n  %s (%s)\nbut it %s.\n\n%s",
                unquotedString(subject),
                unquotedString(what),
                expected,
                unquotedString(VirtualTime.offset(Duration.between(start, expected))),
                unquotedString(
                        actual == null
                                ? "still runs"
                                : what + " at\n  " + actual + " (" + VirtualTime.offset(Duration.between(start, actual))
                                        + ")"),
                unquotedString(story));
    }

    static ErrorMessageFactory shouldHaveTakenEachTime(
            StateVisits visits, List<Duration> expected, List<@Nullable Duration> actual) {
        return new ShouldHaveTaken(
                "\nExpecting the visits of state %s to have taken\n  %s\nof virtual time but they took\n  %s\n\n%s",
                visits.state(),
                unquotedString(lengths(expected)),
                unquotedString(lengths(actual)),
                unquotedString(visits.walk().treeMarkingLast(visits.visits(), "last visit")));
    }

    private static String lengths(List<? extends @Nullable Duration> durations) {
        return durations.isEmpty()
                ? "no visit"
                : durations.stream()
                        .map(each -> each == null ? "still runs" : VirtualTime.length(each))
                        .collect(Collectors.joining(", "));
    }
}
