package io.github.stepunit.task;

import java.nio.charset.StandardCharsets;
import java.util.UUID;

/** The id that a service gives to the request of an invocation: made from it, and so the same in every run. */
final class RequestId {

    private RequestId() {}

    static UUID of(TaskInvocation invocation) {
        return UUID.nameUUIDFromBytes((invocation.statePath() + "#" + invocation.attempt() + "@" + invocation.now())
                .getBytes(StandardCharsets.UTF_8));
    }
}
