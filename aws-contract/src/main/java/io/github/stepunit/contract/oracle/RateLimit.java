package io.github.stepunit.contract.oracle;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import org.apiguardian.api.API;
import org.jspecify.annotations.Nullable;

/**
 * Keeps calls of TestState apart, of which AWS takes ten a second in an account. For several threads.
 */
@API(status = API.Status.EXPERIMENTAL, since = "0.1")
public final class RateLimit {

    /** Leaves some of AWS's ten to others. */
    static final int USUAL = 8;

    private final Duration distance;
    private final Clock clock;
    private final Pause pause;
    private @Nullable Instant next;

    /**
     * @param perSecond how many calls at most
     * @param clock what time it is
     * @param pause lets time pass
     */
    public RateLimit(int perSecond, Clock clock, Pause pause) {
        if (perSecond < 1) {
            throw new IllegalArgumentException("At least one call a second has to be allowed, not " + perSecond + ".");
        }
        this.distance = Duration.ofSeconds(1).dividedBy(perSecond);
        this.clock = clock;
        this.pause = pause;
    }

    /** That many calls a second, in real time. */
    public static RateLimit perSecond(int calls) {
        return new RateLimit(calls, Clock.systemUTC(), RateLimit::sleep);
    }

    private static void sleep(Duration duration) {
        try {
            Thread.sleep(duration.toMillis());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** Returns when the next call may be made. */
    synchronized void take() {
        Instant now = clock.instant();
        Instant turn = next == null || next.isBefore(now) ? now : next;
        next = turn.plus(distance);
        if (turn.isAfter(now)) {
            pause.of(Duration.between(now, turn));
        }
    }
}
