package io.github.stepunit.definition;

import io.github.stepunit.json.JsonPointer;
import java.util.List;
import org.apiguardian.api.API;
import org.jspecify.annotations.Nullable;

/**
 * One entry of {@code Retry}.
 *
 * @param errorEquals the error names that it takes
 * @param intervalSeconds seconds before the first retry (default 1)
 * @param maxAttempts number of retries (default 3; 0 means none)
 * @param backoffRate factor for each further interval (default 2.0)
 * @param maxDelaySeconds upper bound of an interval; null when absent
 * @param jitterStrategy whether intervals are drawn at random
 * @param pointer where it stands
 */
@API(status = API.Status.EXPERIMENTAL, since = "0.1")
public record Retrier(
        List<String> errorEquals,
        long intervalSeconds,
        long maxAttempts,
        double backoffRate,
        @Nullable Long maxDelaySeconds,
        JitterStrategy jitterStrategy,
        JsonPointer pointer) {

    /** The values of {@code JitterStrategy}. */
    public enum JitterStrategy {
        /** The interval as computed. */
        NONE,
        /** Uniformly between 0 and the interval as computed. */
        FULL
    }

    public Retrier {
        errorEquals = List.copyOf(errorEquals);
    }
}
