package io.github.stepunit.benchmarks;

import java.util.Arrays;
import java.util.List;
import java.util.function.LongSupplier;

/** Takes the times of several pieces of work in turns, so that noise of the machine strikes all of them alike. */
final class Stopwatch {

    private static final int FEWEST_ROUNDS = 5;

    private final LongSupplier clock;
    private final long warmUpNanos;
    private final long measureNanos;

    /**
     * @param clock gives nanoseconds
     * @param warmUpNanos how long all of them together warm up
     * @param measureNanos how long all of them together are measured, at least {@value #FEWEST_ROUNDS} rounds
     */
    Stopwatch(LongSupplier clock, long warmUpNanos, long measureNanos) {
        this.clock = clock;
        this.warmUpNanos = warmUpNanos;
        this.measureNanos = measureNanos;
    }

    /** The median of the times of each, in nanoseconds. */
    long[] medians(List<Runnable> pieces) {
        rounds(pieces, warmUpNanos, 1);
        long[][] times = rounds(pieces, measureNanos, FEWEST_ROUNDS);
        return Arrays.stream(times).mapToLong(Stopwatch::median).toArray();
    }

    private long[][] rounds(List<Runnable> pieces, long duration, int fewest) {
        long[][] times = new long[pieces.size()][fewest];
        long end = clock.getAsLong() + duration;
        int round = 0;
        while (round < fewest || clock.getAsLong() < end) {
            for (int i = 0; i < times.length; i++) {
                if (round == times[i].length) {
                    times[i] = Arrays.copyOf(times[i], round * 2);
                }
                long start = clock.getAsLong();
                pieces.get(i).run();
                times[i][round] = clock.getAsLong() - start;
            }
            round++;
        }
        for (int i = 0; i < times.length; i++) {
            times[i] = Arrays.copyOf(times[i], round);
        }
        return times;
    }

    private static long median(long[] times) {
        long[] sorted = times.clone();
        Arrays.sort(sorted);
        return sorted[sorted.length / 2];
    }
}
