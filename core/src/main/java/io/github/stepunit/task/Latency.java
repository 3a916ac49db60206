package io.github.stepunit.task;

import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.SplittableRandom;
import java.util.function.ToDoubleFunction;
import java.util.stream.Collectors;
import org.apiguardian.api.API;

/**
 * How long a Task takes, drawn anew for every attempt, in virtual time.
 *
 * <pre>{@code
 * charge.returns("{'receipt': 'r-1'}").after(uniform(ofMillis(20), ofSeconds(2)));
 * }</pre>
 *
 * <p>What is drawn follows from the seed of the execution ({@code machine.withSeed(7)}), the state, its attempt and the
 * virtual instant, and from nothing else: the same test takes the same time in every run, and a Task takes as long when
 * those beside it are answered in another order.
 */
@API(status = API.Status.EXPERIMENTAL, since = "0.1")
public final class Latency {

    private final String words;
    private final ToDoubleFunction<SplittableRandom> nanos;

    private Latency(String words, ToDoubleFunction<SplittableRandom> nanos) {
        this.words = words;
        this.nanos = nanos;
    }

    /** Between both, everything as likely. */
    public static Latency uniform(Duration least, Duration most) {
        requireAscending(List.of(Duration.ZERO, least, most));
        return new Latency(
                "between " + text(least) + " and " + text(most),
                random -> least.toNanos() + random.nextDouble() * (most.toNanos() - least.toNanos()));
    }

    /** Mostly short, now and then long: what many requests to a service are like. */
    public static Latency exponential(Duration mean) {
        requireAscending(List.of(Duration.ZERO, mean));
        return new Latency(
                text(mean) + " on average (exponential)", random -> -Math.log1p(-random.nextDouble()) * mean.toNanos());
    }

    /**
     * As a dashboard shows it: half of the calls take at most {@code p50}, nine of ten {@code p90}, 99 of a hundred
     * {@code p99}, none more than {@code most}.
     */
    public static Latency percentiles(Duration p50, Duration p90, Duration p99, Duration most) {
        List<Duration> bounds = List.of(Duration.ZERO, p50, p90, p99, most);
        requireAscending(bounds);
        double[] shares = {0, 0.5, 0.9, 0.99, 1};
        return new Latency(
                "p50 " + text(p50) + ", p90 " + text(p90) + ", p99 " + text(p99) + ", at most " + text(most),
                random -> interpolated(shares, bounds, random.nextDouble()));
    }

    private static double interpolated(double[] shares, List<Duration> bounds, double drawn) {
        int upper = 1;
        while (drawn > shares[upper]) {
            upper++;
        }
        double from = bounds.get(upper - 1).toNanos();
        double to = bounds.get(upper).toNanos();
        return from + (drawn - shares[upper - 1]) / (shares[upper] - shares[upper - 1]) * (to - from);
    }

    /** One of these, each as likely: {@code oneOf(ofMillis(40), ofMillis(40), ofSeconds(6))} for a cold start in three. */
    public static Latency oneOf(Duration... durations) {
        List<Duration> all = List.of(durations);
        if (all.isEmpty()) {
            throw new IllegalArgumentException("oneOf() needs a duration to choose.");
        }
        all.forEach(each -> requireAscending(List.of(Duration.ZERO, each)));
        return new Latency(
                "one of " + all.stream().map(Latency::text).collect(Collectors.joining(", ")),
                random -> all.get(random.nextInt(all.size())).toNanos());
    }

    /** How long this attempt takes, to the millisecond. */
    public Duration of(TaskInvocation invocation) {
        long place = RequestId.of(invocation).getMostSignificantBits();
        // As SplittableRandom itself does it, so that neighbouring seeds have nothing in common.
        SplittableRandom random = new SplittableRandom(place ^ (invocation.seed() * 0x9E3779B97F4A7C15L));
        return Duration.ofMillis(Math.round(nanos.applyAsDouble(random) / 1_000_000));
    }

    private static void requireAscending(List<Duration> durations) {
        for (int i = 1; i < durations.size(); i++) {
            if (durations.get(i).compareTo(durations.get(i - 1)) < 0) {
                throw new IllegalArgumentException("A latency goes from less to more and is not negative, but "
                        + text(durations.get(i)) + " comes after " + text(durations.get(i - 1)) + ".");
            }
        }
    }

    private static String text(Duration duration) {
        return duration.toString().substring(2).toLowerCase(Locale.ROOT);
    }

    /** {@code between 0.02s and 2s}. */
    @Override
    public String toString() {
        return words;
    }
}
