package io.github.stepunit.internal.interpreter;

import io.github.stepunit.definition.Retrier;
import io.github.stepunit.history.Trace;
import java.time.Duration;
import java.util.Arrays;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;

/** How often each retrier of a state has been used in one visit. */
final class Retries {

    /** For states without retriers; counts nothing. */
    static final Retries NONE = new Retries(new int[0], 0);

    /** Longer than any execution lasts, and safe to reckon with. */
    private static final double LONGEST_SECONDS = 1e11;

    private final int[] used;
    private int total;
    private @Nullable Trace trace;

    private Retries(int[] used, int total) {
        this.used = used;
        this.total = total;
    }

    /** All retries to use again. */
    static Retries afterRedrive(PlannedState planned, int redriveCount) {
        Retries retries = new Retries(new int[planned.errorHandling().retriers().size()], 0);
        retries.trace = new Trace.Redriven(redriveCount);
        return retries;
    }

    /**
     * For one visit.
     *
     * @param before how often the retriers have been used before; not 0 only when a single state is tested
     */
    static Retries of(PlannedState planned, int before) {
        int retriers = planned.errorHandling().retriers().size();
        if (retriers == 0 && before == 0) {
            return NONE;
        }
        int[] used = new int[retriers];
        Arrays.fill(used, before);
        return new Retries(used, before);
    }

    /** What {@code $$.State.RetryCount} shows: all retries of the visit. */
    int total() {
        return total;
    }

    @Nullable
    Trace trace() {
        return trace;
    }

    boolean hasLeft(int index, Retrier retrier) {
        return used[index] < retrier.maxAttempts();
    }

    /** Counts one more retry and gives the interval before it. */
    Trace.Retried use(int index, Retrier retrier, StateError error, RandomGenerator random) {
        double seconds =
                Math.min(retrier.intervalSeconds() * Math.pow(retrier.backoffRate(), used[index]), LONGEST_SECONDS);
        if (retrier.maxDelaySeconds() != null) {
            seconds = Math.min(seconds, retrier.maxDelaySeconds());
        }
        if (retrier.jitterStrategy() == Retrier.JitterStrategy.FULL) {
            // After the cap: uniformly in [0, interval].
            seconds *= random.nextDouble();
        }
        used[index]++;
        total++;
        Duration interval = Duration.ofMillis(Math.round(seconds * 1_000));
        Trace.Retried retried = new Trace.Retried(index, total + 1, interval, String.valueOf(error.name()));
        trace = retried;
        return retried;
    }
}
