package io.github.stepunit.rules;

import io.github.stepunit.Execution;
import io.github.stepunit.history.HistoryEvent;
import io.github.stepunit.history.HistoryEventDetails.MapIteration;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * A history as text, an event a line: id, previousEventId, type, the state or iteration if the event has one, and the
 * time since the start where the clock has moved.
 *
 * <pre>
 * 4 3 TaskStarted
 * 5 4 TaskSucceeded @3s
 * 6 5 TaskStateExited Charge
 * </pre>
 */
final class EventLines {

    private EventLines() {}

    static String of(Execution execution) {
        Instant[] before = {execution.startTime()};
        return execution.history().events().stream()
                .map(event -> {
                    String time = event.timestamp().equals(before[0]) ? "" : " @" + at(execution, event);
                    before[0] = event.timestamp();
                    return event.id() + " " + event.previousEventId() + " " + nameOf(event) + time;
                })
                .collect(Collectors.joining("\n"));
    }

    /** The same without ids: what happened, one after the other. */
    static List<String> names(Execution execution) {
        return names(execution, event -> true);
    }

    static List<String> names(Execution execution, Predicate<HistoryEvent> wanted) {
        return execution.history().events().stream()
                .filter(wanted)
                .map(EventLines::nameOf)
                .toList();
    }

    /** When each event of that type came, since the start: {@code 0s}, {@code 1.5s}. */
    static List<String> times(Execution execution, String type) {
        return execution.history().events().stream()
                .filter(event -> event.type().awsName().equals(type))
                .map(event -> at(execution, event))
                .toList();
    }

    /** The states entered, in order. */
    static List<String> visited(Execution execution) {
        return execution.history().events().stream()
                .filter(event -> event.type().isStateEntered())
                .map(HistoryEvent::stateName)
                .map(String::valueOf)
                .toList();
    }

    static HistoryEvent last(Execution execution) {
        List<HistoryEvent> events = execution.history().events();
        return events.get(events.size() - 1);
    }

    private static String at(Execution execution, HistoryEvent event) {
        Duration since = Duration.between(execution.startTime(), event.timestamp());
        return since.toMillis() % 1_000 == 0 ? since.toSeconds() + "s" : since.toMillis() / 1_000.0 + "s";
    }

    private static String nameOf(HistoryEvent event) {
        String detail = detail(event);
        return event.type().awsName() + (detail == null ? "" : " " + detail);
    }

    private static @Nullable String detail(HistoryEvent event) {
        return event.details() instanceof MapIteration iteration
                ? iteration.name() + "[" + iteration.index() + "]"
                : event.stateName();
    }
}
