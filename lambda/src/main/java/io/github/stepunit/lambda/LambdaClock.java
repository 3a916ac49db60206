package io.github.stepunit.lambda;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import org.apiguardian.api.API;
import org.jspecify.annotations.Nullable;

/**
 * The virtual clock as code inside of a function sees it. Give it to the function where that takes a {@link Clock}, and let
 * the test's fakes {@link #spend} the time that the real thing would take:
 *
 * <pre>{@code
 * LambdaClock clock = new LambdaClock();
 * Payments slow = order -> { clock.spend(ofSeconds(4)); return new Receipt("r-1"); };
 * charge.answers(LambdaFunction.of(new ChargeHandler(slow, clock)).withClock(clock).withTimeout(ofSeconds(3)));
 * }</pre>
 *
 * <p>For one test, and not safe for use by several threads at once.
 */
@API(status = API.Status.EXPERIMENTAL, since = "0.1")
public final class LambdaClock extends Clock {

    private final ZoneId zone;
    private final Current current;

    /** Where the clock stands; shared by the clocks of all zones. */
    private static final class Current {

        private @Nullable Instant start;
        private Duration spent = Duration.ZERO;
    }

    /** A clock in UTC, as Lambda's. */
    public LambdaClock() {
        this(ZoneOffset.UTC, new Current());
    }

    private LambdaClock(ZoneId zone, Current current) {
        this.zone = zone;
        this.current = current;
    }

    /**
     * Lets virtual time pass within the function that is running.
     *
     * @throws IllegalArgumentException when it is negative
     * @throws IllegalStateException when no function is running
     */
    public void spend(Duration duration) {
        if (duration.isNegative()) {
            throw new IllegalArgumentException("Virtual time goes forward only, but " + duration + " should pass.");
        }
        now();
        current.spent = current.spent.plus(duration);
    }

    /**
     * The virtual instant.
     *
     * @throws IllegalStateException when no function is running
     */
    @Override
    public Instant instant() {
        return now();
    }

    private Instant now() {
        Instant start = current.start;
        if (start == null) {
            throw LambdaErrors.clockStandsStill();
        }
        return start.plus(current.spent);
    }

    @Override
    public ZoneId getZone() {
        return zone;
    }

    @Override
    public LambdaClock withZone(ZoneId newZone) {
        return new LambdaClock(newZone, current);
    }

    void begin(Instant start) {
        current.start = start;
        current.spent = Duration.ZERO;
    }

    /** Stands still until the next call. */
    void end() {
        current.start = null;
    }

    /** Of the call that runs, or the last one. */
    Duration spent() {
        return current.spent;
    }
}
