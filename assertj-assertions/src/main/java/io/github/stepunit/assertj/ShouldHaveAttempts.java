package io.github.stepunit.assertj;

import io.github.stepunit.history.StateVisit;
import io.github.stepunit.history.VirtualTime;
import java.time.Duration;
import java.util.List;
import java.util.stream.Collectors;
import org.assertj.core.error.BasicErrorMessageFactory;
import org.assertj.core.error.ErrorMessageFactory;

/** A state was attempted more or less often than expected, or with other waits or errors. */
final class ShouldHaveAttempts extends BasicErrorMessageFactory {

    private ShouldHaveAttempts(String format, Object... arguments) {
        super(format, arguments);
    }

    static ErrorMessageFactory shouldHaveAttempts(StateVisits visits, StateVisit visit, int expected) {
        return of(
                visits,
                visit,
                "been attempted",
                Times.of(expected),
                Times.of(visit.attempts().size()));
    }

    static ErrorMessageFactory shouldHaveRetries(StateVisits visits, StateVisit visit, int expected) {
        return of(visits, visit, "been retried", Times.of(expected), Times.of(retriesOf(visit)));
    }

    /** The attempts after the first one that no redrive asked for. */
    static int retriesOf(StateVisit visit) {
        return (int) visit.attempts().stream()
                .skip(1)
                .filter(attempt -> attempt.redriven() == null)
                .count();
    }

    static ErrorMessageFactory shouldHaveWaited(
            StateVisits visits, StateVisit visit, List<Duration> expected, List<Duration> actual) {
        return of(visits, visit, "waited between its attempts", lengths(expected), lengths(actual));
    }

    static ErrorMessageFactory shouldHaveRetriers(
            StateVisits visits, StateVisit visit, int expected, List<Integer> actual) {
        return of(
                visits,
                visit,
                "been retried by retrier",
                String.valueOf(expected),
                actual.isEmpty() ? "by none" : actual.toString());
    }

    private static ErrorMessageFactory of(
            StateVisits visits, StateVisit visit, String what, String expected, String actual) {
        return new ShouldHaveAttempts(
                "\nExpecting state %s to have %s\n  %s\nbut it was\n  %s\n\n%s",
                visit.path(),
                unquotedString(what),
                unquotedString(expected),
                unquotedString(actual),
                unquotedString(visits.story(visit)
                        + Culprits.text(visits.walk().execution().explain(visit))));
    }

    private static String lengths(List<Duration> durations) {
        return durations.isEmpty()
                ? "no wait"
                : durations.stream().map(VirtualTime::length).collect(Collectors.joining(", "));
    }
}
