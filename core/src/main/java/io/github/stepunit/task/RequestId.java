package io.github.stepunit.task;

import java.time.Instant;
import java.util.SplittableRandom;
import java.util.UUID;

/** The id that a service gives to the request of an invocation: made from it, and so the same in every run. */
final class RequestId {

    // FNV-1a of 64 bits: spreads well enough to seed a generator, and costs a fraction of a digest.
    private static final long OFFSET_BASIS = 0xCBF29CE484222325L;
    private static final long PRIME = 0x100000001B3L;

    // RFC 9562: random ids are of version 4, as AWS's are.
    private static final long VERSION_4 = 0x4000L;
    private static final long VARIANT = 0x8000_0000_0000_0000L;

    private RequestId() {}

    static UUID of(TaskInvocation invocation) {
        String path = invocation.statePath();
        Instant now = invocation.now();
        long seed = OFFSET_BASIS;
        for (int i = 0; i < path.length(); i++) {
            seed = (seed ^ path.charAt(i)) * PRIME;
        }
        seed = (seed ^ invocation.attempt()) * PRIME;
        seed = (seed ^ now.getEpochSecond()) * PRIME;
        seed = (seed ^ now.getNano()) * PRIME;
        SplittableRandom random = new SplittableRandom(seed);
        return new UUID((random.nextLong() & ~0xF000L) | VERSION_4, (random.nextLong() >>> 2) | VARIANT);
    }
}
