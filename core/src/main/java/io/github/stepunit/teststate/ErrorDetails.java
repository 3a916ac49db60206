package io.github.stepunit.teststate;

import java.time.Duration;
import org.apiguardian.api.API;
import org.jspecify.annotations.Nullable;

/**
 * What became of the error of a tested state.
 *
 * @param catchIndex the catcher that took it, from 0; null for none
 * @param retryIndex the retrier that it matched, from 0, whether or not it had an attempt left; null for none
 * @param retryBackoffInterval what the retrier waits before the next attempt; null when there is none
 */
@API(status = API.Status.EXPERIMENTAL, since = "0.1")
public record ErrorDetails(
        @Nullable Integer catchIndex, @Nullable Integer retryIndex, @Nullable Duration retryBackoffInterval) {}
