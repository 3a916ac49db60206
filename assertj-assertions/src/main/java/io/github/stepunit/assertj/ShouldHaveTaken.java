package io.github.stepunit.assertj;

import io.github.stepunit.history.VirtualTime;
import java.time.Duration;
import java.time.Instant;
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
}
