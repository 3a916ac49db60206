package io.github.stepunit.budget;

import io.github.stepunit.history.ExecutionHistory;
import io.github.stepunit.history.HistoryEvent;
import io.github.stepunit.history.StateVisit;
import io.github.stepunit.history.VirtualTime;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.apiguardian.api.API;
import org.jspecify.annotations.Nullable;

/**
 * How much of the events that AWS gives an execution it has used, and when a loop will have used them all. The history of
 * a Standard execution ends at 25,000 events, and the execution with it, as {@code States.Runtime}, which nothing catches.
 *
 * @param used the events so far
 * @param limit how many it may have; {@link Long#MAX_VALUE} when there is no limit, as for Express
 * @param loop what it does again and again; null when it visits no state twice
 */
@API(status = API.Status.EXPERIMENTAL, since = "0.1")
public record EventBudget(long used, long limit, @Nullable Loop loop) {

    /**
     * A loop of the machine itself, not of a branch or iteration.
     *
     * @param state the state that is visited most often; of several the first
     * @param visits how often it was entered
     * @param eventsPerRound the events from one visit to the next, on average
     * @param round the virtual time from one visit to the next, on average
     * @param firstEvent the id of the event that entered it first
     * @param firstVisit the time from the start of the execution to its first visit
     */
    @API(status = API.Status.EXPERIMENTAL, since = "0.1")
    public record Loop(
            String state, int visits, double eventsPerRound, Duration round, long firstEvent, Duration firstVisit) {}

    /** That of a history. */
    public static EventBudget of(ExecutionHistory history, long limit) {
        return new EventBudget(history.events().size(), limit, loop(history));
    }

    private static @Nullable Loop loop(ExecutionHistory history) {
        Map<String, List<StateVisit>> byState = new LinkedHashMap<>();
        for (StateVisit visit : history.visits()) {
            if (visit.scope().parent() == null) {
                byState.computeIfAbsent(visit.name(), name -> new ArrayList<>()).add(visit);
            }
        }
        List<StateVisit> most = List.of();
        for (List<StateVisit> visits : byState.values()) {
            most = visits.size() > most.size() ? visits : most;
        }
        return most.size() < 2 ? null : loop(history.events().get(0).timestamp(), most);
    }

    private static Loop loop(Instant start, List<StateVisit> visits) {
        HistoryEvent first = visits.get(0).entered();
        HistoryEvent last = visits.get(visits.size() - 1).entered();
        int rounds = visits.size() - 1;
        return new Loop(
                visits.get(0).name(),
                visits.size(),
                (last.id() - first.id()) / (double) rounds,
                Duration.between(first.timestamp(), last.timestamp()).dividedBy(rounds),
                first.id(),
                Duration.between(start, first.timestamp()));
    }

    /** How many events are left; {@link Long#MAX_VALUE} when there is no limit. */
    public long left() {
        return limit == Long.MAX_VALUE ? limit : Math.max(0, limit - used);
    }

    /**
     * When its loop will have used all events if it goes on as it did, from the start of the execution; empty without a loop
     * or a limit. The loop of a history that is full already was there at about that time.
     */
    public Optional<Duration> exhaustedAfter() {
        if (loop == null || limit == Long.MAX_VALUE) {
            return Optional.empty();
        }
        double rounds = (limit - loop.firstEvent()) / loop.eventsPerRound();
        long nanos = (long) (rounds % 1 * loop.round().toNanos());
        return Optional.of(
                loop.firstVisit().plus(loop.round().multipliedBy((long) rounds)).plusNanos(nanos));
    }

    /** How many events are used, and by which loop; a line or two. */
    public String text() {
        StringBuilder text = new StringBuilder(Numbers.grouped(used))
                .append(limit == Long.MAX_VALUE ? "" : " of " + Numbers.grouped(limit))
                .append(" events used");
        if (limit != Long.MAX_VALUE) {
            text.append(" (").append(Numbers.percent(used, limit)).append(')');
        }
        text.append('.');
        if (loop != null) {
            text.append("\nThe loop through `")
                    .append(loop.state())
                    .append("` takes ")
                    .append(String.format(Locale.ROOT, "%.1f", loop.eventsPerRound())
                            .replace(".0", ""))
                    .append(" events and ")
                    .append(VirtualTime.length(loop.round()))
                    .append(" a round");
            exhaustedAfter().ifPresent(after -> text.append(", and would have used them all ")
                    .append(VirtualTime.length(after.truncatedTo(ChronoUnit.SECONDS)))
                    .append(" after the start"));
            text.append('.');
        }
        return text.toString();
    }

    @Override
    public String toString() {
        return text();
    }
}
