package io.github.stepunit.contract.deployed;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import org.apiguardian.api.API;
import org.jspecify.annotations.Nullable;

/**
 * Where a {@link DeployedDefinition} comes from.
 *
 * @param asked what AWS was asked for: an ARN, a name, a resource of a stack, the route of an alias
 * @param askedAt when AWS gave it
 * @param file the pulled file that it was read from; null when AWS gave it just now
 */
@API(status = API.Status.EXPERIMENTAL, since = "0.1")
public record Origin(String asked, Instant askedAt, @Nullable Path file) {

    /** How long ago AWS gave it. */
    public Duration age(Instant now) {
        return Duration.between(askedAt, now);
    }
}
