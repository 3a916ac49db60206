package io.github.stepunit.history;

import java.time.Instant;
import org.apiguardian.api.API;
import org.jspecify.annotations.Nullable;

/**
 * One event of an execution's history.
 *
 * @param id from 1, without gaps
 * @param previousEventId the event before it in its own chain, or 0
 * @param timestamp when, on the virtual clock
 * @param type AWS's event type
 * @param details AWS's details
 * @param scope the running machine that it belongs to; {@link Scope#EXECUTION} when read from AWS
 * @param trace what StepUnit knows beyond AWS's record; null when there is nothing
 */
@API(status = API.Status.EXPERIMENTAL, since = "0.1")
public record HistoryEvent(
        long id,
        long previousEventId,
        Instant timestamp,
        HistoryEventType type,
        HistoryEventDetails details,
        Scope scope,
        @Nullable Trace trace) {

    /** The name of the state that this event enters or leaves, or null for other events. */
    public @Nullable String stateName() {
        if (details instanceof HistoryEventDetails.StateEntered entered) {
            return entered.name();
        }
        return details instanceof HistoryEventDetails.StateExited exited ? exited.name() : null;
    }
}
