package io.github.stepunit.budget;

import java.time.Duration;
import org.apiguardian.api.API;

/**
 * The longest that one visit of a state may take.
 *
 * @param statePath its path, without branches and iterations: {@code Ship all/Print label}
 * @param attempts how often it may be tried: once, and as often as its retriers allow together
 * @param eachAttempt the longest that an attempt may take
 * @param backOff the longest that it may wait between attempts, all together; jitter makes it shorter only
 * @param worstCase all of that
 */
@API(status = API.Status.EXPERIMENTAL, since = "0.1")
public record StateBudget(
        String statePath, long attempts, TimeBound eachAttempt, Duration backOff, TimeBound worstCase) {}
