package io.github.stepunit.budget;

import io.github.stepunit.definition.Retrier;
import java.time.Duration;
import java.util.List;

/** What retriers allow at most. Each counts its own retries, so that their numbers add up. */
final class BackOff {

    /** AWS waits no longer than that between two attempts, and tries no more often (ASL: MaxDelaySeconds, MaxAttempts). */
    private static final double LONGEST_SECONDS = 31_622_400;

    private static final long COUNTED = 100_000;

    private BackOff() {}

    static long retries(List<Retrier> retriers) {
        return retriers.stream().mapToLong(Retrier::maxAttempts).sum();
    }

    static Duration total(List<Retrier> retriers) {
        double seconds = 0;
        for (Retrier retrier : retriers) {
            seconds += total(retrier);
        }
        return Duration.ofMillis(Math.round(seconds * 1000));
    }

    private static double total(Retrier retrier) {
        double longest = retrier.maxDelaySeconds() == null
                ? LONGEST_SECONDS
                : Math.min(LONGEST_SECONDS, retrier.maxDelaySeconds());
        double interval = retrier.intervalSeconds();
        double total = 0;
        long counted = Math.min(retrier.maxAttempts(), COUNTED);
        for (long i = 0; i < counted; i++) {
            total += Math.min(interval, longest);
            interval = Math.min(interval * retrier.backoffRate(), LONGEST_SECONDS);
        }
        return total + (retrier.maxAttempts() - counted) * Math.min(interval, longest);
    }
}
