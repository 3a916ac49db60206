package io.github.stepunit.assertj;

import io.github.stepunit.history.Attempt;
import io.github.stepunit.history.StateVisit;
import io.github.stepunit.history.Trace;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.apiguardian.api.API;
import org.jspecify.annotations.Nullable;

/**
 * Assertions over the attempts of one visit of a state, and over its times on the virtual clock.
 *
 * @param <SELF> the assert class itself
 * @param <ACTUAL> what it checks
 */
@API(status = API.Status.EXPERIMENTAL, since = "0.1")
public abstract class AbstractAttemptsAssert<
                SELF extends AbstractAttemptsAssert<SELF, ACTUAL>, ACTUAL extends StateVisits>
        extends AbstractStateAssert<SELF, ACTUAL> {

    /**
     * For assert classes on top of it.
     *
     * @param actual what is checked
     * @param selfType the assert class itself
     */
    protected AbstractAttemptsAssert(ACTUAL actual, Class<?> selfType) {
        super(actual, selfType);
    }

    /** Checks the number of attempts: 1 when the state was not retried. */
    public SELF wasAttempted(int times) {
        StateVisit visit = theVisit();
        return failIf(
                visit.attempts().size() == times ? null : ShouldHaveAttempts.shouldHaveAttempts(actual, visit, times));
    }

    /** Checks the number of retries: attempts after the first one, but for those that a redrive asked for. */
    public SELF wasRetried(int times) {
        StateVisit visit = theVisit();
        return failIf(
                ShouldHaveAttempts.retriesOf(visit) == times
                        ? null
                        : ShouldHaveAttempts.shouldHaveRetries(actual, visit, times));
    }

    /** Checks that the state was not retried. */
    public SELF wasNeverRetried() {
        return wasRetried(0);
    }

    /**
     * Checks that at least one retry was asked for by that retrier.
     *
     * @param retrier which retrier, from 0
     */
    public SELF wasRetriedBy(int retrier) {
        StateVisit visit = theVisit();
        List<Integer> retriers = retries(visit).map(Trace.Retried::retrier).toList();
        return failIf(
                retriers.contains(retrier)
                        ? null
                        : ShouldHaveAttempts.shouldHaveRetriers(actual, visit, retrier, retriers));
    }

    /** Checks the waits before each retry, all of them, in virtual time. */
    public SELF waitedBetweenAttempts(Duration... waits) {
        StateVisit visit = theVisit();
        List<Duration> actualWaits = retries(visit).map(Trace.Retried::waited).toList();
        List<Duration> expected = List.of(waits);
        return failIf(
                actualWaits.equals(expected)
                        ? null
                        : ShouldHaveAttempts.shouldHaveWaited(actual, visit, expected, actualWaits));
    }

    private static Stream<Trace.Retried> retries(StateVisit visit) {
        return visit.attempts().stream().map(Attempt::retried).filter(Objects::nonNull);
    }

    /** Checks the virtual time from entry to exit, retries and waits included. */
    public SELF took(Duration expected) {
        StateVisit visit = theVisit();
        return took("exactly", expected, visit, visit.duration() != null && expected.equals(visit.duration()));
    }

    /** Checks that the virtual time from entry to exit is not longer than that. */
    public SELF tookAtMost(Duration expected) {
        StateVisit visit = theVisit();
        Duration duration = visit.duration();
        return took("at most", expected, visit, duration != null && duration.compareTo(expected) <= 0);
    }

    /** Checks that the virtual time from entry to exit is not shorter than that. */
    public SELF tookAtLeast(Duration expected) {
        StateVisit visit = theVisit();
        Duration duration = visit.duration();
        return took("at least", expected, visit, duration != null && duration.compareTo(expected) >= 0);
    }

    /**
     * Checks the virtual time of each of its visits, all of them in order of entry: of a Wait state in a loop, what it
     * waited each time.
     */
    public SELF tookEachTime(Duration... expected) {
        requireKnown();
        List<@Nullable Duration> durations = actual.visits().stream()
                .<@Nullable Duration>map(StateVisit::duration)
                .toList();
        return failIf(
                durations.equals(List.of(expected))
                        ? null
                        : ShouldHaveTaken.shouldHaveTakenEachTime(actual, List.of(expected), durations));
    }

    private SELF took(String how, Duration expected, StateVisit visit, boolean satisfied) {
        return failIf(
                satisfied
                        ? null
                        : ShouldHaveTaken.shouldHaveTaken(
                                actual.subject(visit), how, expected, visit.duration(), actual.story(visit)));
    }

    /** Checks the virtual time of its entry. */
    public SELF startedAt(Instant expected) {
        StateVisit visit = theVisit();
        return happened("started", expected, visit.start(), visit);
    }

    /** Checks the virtual time of its entry, counted from the start of the execution. */
    public SELF startedAfter(Duration sinceStart) {
        StateVisit visit = theVisit();
        return happened("started", actual.walk().execution().startTime().plus(sinceStart), visit.start(), visit);
    }

    /** Checks the virtual time of its end. */
    public SELF endedAt(Instant expected) {
        StateVisit visit = theVisit();
        return happened("ended", expected, visit.end(), visit);
    }

    private SELF happened(String what, Instant expected, @Nullable Instant when, StateVisit visit) {
        return failIf(
                expected.equals(when)
                        ? null
                        : ShouldHaveTaken.shouldHaveHappenedAt(
                                actual.subject(visit),
                                what,
                                expected,
                                when,
                                actual.walk().execution().startTime(),
                                actual.story(visit)));
    }
}
