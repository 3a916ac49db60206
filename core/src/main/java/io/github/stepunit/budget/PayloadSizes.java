package io.github.stepunit.budget;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.stepunit.definition.Limits;
import io.github.stepunit.history.ExecutionHistory;
import io.github.stepunit.history.HistoryEvent;
import io.github.stepunit.history.HistoryEventDetails;
import io.github.stepunit.history.HistoryEventDetails.ActivityScheduled;
import io.github.stepunit.history.HistoryEventDetails.LambdaFunctionScheduled;
import io.github.stepunit.history.HistoryEventDetails.StateEntered;
import io.github.stepunit.history.HistoryEventDetails.StateExited;
import io.github.stepunit.history.HistoryEventDetails.Succeeded;
import io.github.stepunit.history.HistoryEventDetails.TaskAnswered;
import io.github.stepunit.history.HistoryEventDetails.TaskScheduled;
import io.github.stepunit.history.StateVisit;
import io.github.stepunit.json.PayloadSize;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.apiguardian.api.API;
import org.jspecify.annotations.Nullable;

/**
 * The largest payloads of an execution, by state. AWS takes 262,144 bytes of UTF-8; what is larger fails the state with
 * {@code States.DataLimitExceeded}, which Catch takes for requests and results, and not for the output of a state: then
 * the execution is lost.
 *
 * @param largest the largest of each state, the largest first; the states by path, branches and iterations included
 */
@API(status = API.Status.EXPERIMENTAL, since = "0.1")
public record PayloadSizes(List<Payload> largest) {

    private static final long QUOTA = Limits.STANDARD.payloadBytes();

    /** Where in a state a payload was measured. */
    public enum Kind {
        /** What the state was entered with. */
        INPUT,
        /** What the service, function or worker was called with. */
        REQUEST,
        /** What it answered. */
        RESULT,
        /** What the state went on with; no Catch takes the error when it is too large. */
        OUTPUT
    }

    /**
     * One payload.
     *
     * @param statePath the path of the state: {@code Ship all[3]/Print label}
     * @param kind what it is to the state
     * @param bytes its size as AWS counts it
     * @param event the id of the event that shows it
     */
    @API(status = API.Status.EXPERIMENTAL, since = "0.1")
    public record Payload(String statePath, Kind kind, long bytes, long event) {}

    /** Copies the list. */
    public PayloadSizes {
        largest = List.copyOf(largest);
    }

    /** Those of a history. */
    public static PayloadSizes of(ExecutionHistory history) {
        Map<Long, String> paths = paths(history);
        PayloadSize size = new PayloadSize();
        Map<String, Payload> byState = new LinkedHashMap<>();
        for (HistoryEvent event : history.events()) {
            String path = paths.get(event.id());
            JsonNode value = value(event.details());
            if (path != null && value != null) {
                Payload payload = new Payload(path, kind(event.details()), size.of(value), event.id());
                byState.merge(path, payload, (known, other) -> other.bytes() > known.bytes() ? other : known);
            }
        }
        List<Payload> all = new ArrayList<>(byState.values());
        all.sort(Comparator.comparingLong(Payload::bytes).reversed());
        return new PayloadSizes(all);
    }

    /** The state of each event, where it belongs to one: all between its entry and its exit. */
    private static Map<Long, String> paths(ExecutionHistory history) {
        Map<Long, String> paths = new HashMap<>();
        for (StateVisit visit : history.visits()) {
            paths.put(visit.entered().id(), visit.path());
            HistoryEvent exited = visit.exited();
            if (exited != null) {
                paths.put(exited.id(), visit.path());
            }
        }
        for (HistoryEvent event : history.events()) {
            // Attempts follow the entry of their state, each event the one before it.
            if (!paths.containsKey(event.id()) && isOfTask(event.details())) {
                String before = paths.get(event.previousEventId());
                if (before != null) {
                    paths.put(event.id(), before);
                }
            }
        }
        return paths;
    }

    private static boolean isOfTask(HistoryEventDetails details) {
        return !(details instanceof StateEntered || details instanceof HistoryEventDetails.MapIteration);
    }

    private static @Nullable JsonNode value(HistoryEventDetails details) {
        if (details instanceof StateEntered entered) {
            return entered.input();
        } else if (details instanceof StateExited exited) {
            return exited.output();
        } else if (details instanceof TaskScheduled scheduled) {
            return scheduled.parameters();
        } else if (details instanceof LambdaFunctionScheduled scheduled) {
            return scheduled.input();
        } else if (details instanceof ActivityScheduled scheduled) {
            return scheduled.input();
        } else if (details instanceof TaskAnswered answered) {
            return answered.output();
        }
        return details instanceof Succeeded succeeded ? succeeded.output() : null;
    }

    private static Kind kind(HistoryEventDetails details) {
        if (details instanceof StateEntered) {
            return Kind.INPUT;
        } else if (details instanceof StateExited) {
            return Kind.OUTPUT;
        }
        return details instanceof TaskAnswered || details instanceof Succeeded ? Kind.RESULT : Kind.REQUEST;
    }

    /** The largest of all; empty when nothing has happened yet. */
    public Optional<Payload> largestOfAll() {
        return largest.stream().findFirst();
    }

    /** Those of that many bytes or more, the largest first. */
    public List<Payload> atLeast(long bytes) {
        return largest.stream().filter(each -> each.bytes() >= bytes).toList();
    }

    /** A table: size, share of AWS's quota, state and what it is. */
    public String text() {
        TextTable table = new TextTable("bytes", "of 256 KiB", "state", "payload");
        for (Payload each : largest) {
            table.row(
                    Numbers.grouped(each.bytes()),
                    Numbers.percent(each.bytes(), QUOTA),
                    each.statePath(),
                    each.kind().name().toLowerCase(Locale.ROOT)
                            + (each.kind() == Kind.OUTPUT ? ", where no Catch helps" : ""));
        }
        return table.toString();
    }

    @Override
    public String toString() {
        return text();
    }
}
