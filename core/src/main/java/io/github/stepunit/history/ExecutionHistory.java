package io.github.stepunit.history;

import java.util.Collections;
import java.util.List;
import java.util.Objects;
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

    /**
     * Reads an answer of {@code GetExecutionHistory}, as the AWS CLI and the SDKs print it. Timestamps may be ISO-8601
     * text or epoch seconds; the order may be reversed; members that StepUnit does not know are ignored. A payload that
     * AWS left out (logged without execution data) is a {@link com.fasterxml.jackson.databind.node.MissingNode}.
     *
     * @param json JSON text, an object with {@code events}
     * @throws InvalidHistoryException when it is not such an answer; the message names the event
     */
    public static ExecutionHistory parse(String json) {
        return HistoryReader.read(Objects.requireNonNull(json, "json"));
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

    /**
     * The running machine that each event belongs to, in the order of {@link #events}. A history read from AWS implies it by
     * {@code previousEventId}, and does not say which branch of a Parallel state is which: its branches are numbered in order
     * of their first event.
     */
    public List<Scope> scopes() {
        return ChainedScopes.of(events);
    }

    /**
     * This history as {@code aws stepfunctions get-execution-history} prints it: indented JSON, payloads as JSON text,
     * timestamps in ISO-8601, cut to the milliseconds that AWS records. StepUnit's own {@link Scope} and {@link Trace}
     * are not part of it.
     */
    public String toJson() {
        return HistoryWriter.write(this);
    }

    private record Visits(int eventCount, List<StateVisit> inOrder) {}
}
