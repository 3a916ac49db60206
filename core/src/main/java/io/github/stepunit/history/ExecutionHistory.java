package io.github.stepunit.history;

import java.util.Collections;
import java.util.List;
import org.apiguardian.api.API;

/** The events of one execution, oldest first. A view: events of a running execution appear as they happen. */
@API(status = API.Status.EXPERIMENTAL, since = "0.1")
public final class ExecutionHistory {

    private final List<HistoryEvent> events;

    /** @param events oldest first; not copied, so that a running execution can be watched */
    public ExecutionHistory(List<HistoryEvent> events) {
        this.events = Collections.unmodifiableList(events);
    }

    /** All events, oldest first. */
    public List<HistoryEvent> events() {
        return events;
    }
}
