package io.github.stepunit.internal.interpreter;

import io.github.stepunit.history.HistoryEvent;
import io.github.stepunit.history.HistoryEventDetails;
import io.github.stepunit.history.HistoryEventType;
import io.github.stepunit.history.Scope;
import io.github.stepunit.history.Trace;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Appends events with ids from 1 and keeps the last place for the one that ends the execution. */
final class HistoryRecorder {

    /** Leaves whatever is being done when the history is full; caught where the executions are driven. */
    static final class HistoryFullException extends RuntimeException {

        private static final long serialVersionUID = 1L;

        private final transient ExecutionRun execution;

        HistoryFullException(ExecutionRun execution) {
            super("The history is full.", null, false, false);
            this.execution = execution;
        }

        /** Whose history is full. */
        ExecutionRun execution() {
            return execution;
        }
    }

    private final List<HistoryEvent> events = new ArrayList<>();
    private final long limit;
    private final ExecutionRun execution;

    HistoryRecorder(long limit, ExecutionRun execution) {
        this.limit = limit;
        this.execution = execution;
    }

    List<HistoryEvent> events() {
        return events;
    }

    /**
     * Appends an event that does not end the execution.
     *
     * @return its id
     */
    long append(
            long previousEventId,
            Instant now,
            HistoryEventType type,
            HistoryEventDetails details,
            Scope scope,
            @Nullable Trace trace) {
        if (events.size() + 1 >= limit) {
            throw new HistoryFullException(execution);
        }
        long id = events.size() + 1L;
        events.add(new HistoryEvent(id, previousEventId, now, type, details, scope, trace));
        return id;
    }

    /** Appends the event that ends the execution, for which there is always room. */
    void appendEnd(
            long previousEventId,
            Instant now,
            HistoryEventType type,
            HistoryEventDetails details,
            @Nullable Trace trace) {
        events.add(new HistoryEvent(events.size() + 1L, previousEventId, now, type, details, Scope.EXECUTION, trace));
    }
}
