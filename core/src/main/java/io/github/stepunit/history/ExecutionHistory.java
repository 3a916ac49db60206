package io.github.stepunit.history;

import java.util.Collections;
import java.util.List;
import org.apiguardian.api.API;
import org.jspecify.annotations.Nullable;

/** The events of one execution, oldest first. A view: events of a running execution appear as they happen. */
@API(status = API.Status.EXPERIMENTAL, since = "0.1")
public final class ExecutionHistory {

    private final List<HistoryEvent> events;
    private volatile @Nullable Visits visits;

    /** @param events oldest first; not copied, so that a running execution can be watched */
    public ExecutionHistory(List<HistoryEvent> events) {
        this.events = Collections.unmodifiableList(events);
    }

    /** All events, oldest first. */
    public List<HistoryEvent> events() {
        return events;
    }

    /**
     * All visits of states in order of entry, those of branches and iterations included, so far. A history read from AWS
     * does not say which branch of a Parallel state is which: its branches are numbered in order of their first event.
     */
    public List<StateVisit> visits() {
        Visits known = visits;
        // A running execution's history grows; what has been gathered holds until then.
        if (known == null || known.eventCount() != events.size()) {
            known = new Visits(events.size(), VisitCollector.collect(events));
            visits = known;
        }
        return known.inOrder();
    }

    private record Visits(int eventCount, List<StateVisit> inOrder) {}
}
