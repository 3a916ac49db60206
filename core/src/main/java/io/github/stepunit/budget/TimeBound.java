package io.github.stepunit.budget;

import io.github.stepunit.history.VirtualTime;
import java.time.Duration;
import org.apiguardian.api.API;
import org.jspecify.annotations.Nullable;

/**
 * The longest that something may take.
 *
 * @param atMost null when the definition sets no bound
 * @param reason why there is no bound, or what the bound does not count; empty for neither
 */
@API(status = API.Status.EXPERIMENTAL, since = "0.1")
public record TimeBound(@Nullable Duration atMost, String reason) {

    static final TimeBound NONE_AT_ALL = new TimeBound(Duration.ZERO, "");

    static TimeBound of(Duration atMost) {
        return new TimeBound(atMost, "");
    }

    static TimeBound unbounded(String reason) {
        return new TimeBound(null, reason);
    }

    /** Whether there is a bound. */
    public boolean isBounded() {
        return atMost != null;
    }

    /** Both, one after the other. */
    TimeBound plus(TimeBound other) {
        if (atMost == null) {
            return this;
        }
        return other.atMost == null
                ? other
                : new TimeBound(atMost.plus(other.atMost), reason.isEmpty() ? other.reason : reason);
    }

    TimeBound times(long factor) {
        return atMost == null ? this : new TimeBound(atMost.multipliedBy(factor), reason);
    }

    /** The longer of both. */
    TimeBound or(TimeBound other) {
        return other.isLongerThan(this) ? other : this;
    }

    boolean isLongerThan(TimeBound other) {
        if (atMost == null || other.atMost == null) {
            return atMost == null && other.atMost != null;
        }
        return atMost.compareTo(other.atMost) > 0;
    }

    /** {@code 5m}, or {@code unbounded}. */
    @Override
    public String toString() {
        return atMost == null ? "unbounded" : VirtualTime.length(atMost);
    }
}
