package io.github.stepunit.contract.recorded;

import io.github.stepunit.history.ExecutionHistory;
import io.github.stepunit.history.HistoryEvent;
import io.github.stepunit.history.HistoryEventType;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Which events follow which, by {@code previousEventId}. */
final class FollowingEvents {

    private final Map<Long, List<HistoryEvent>> byPrevious = new HashMap<>();

    FollowingEvents(ExecutionHistory history) {
        for (HistoryEvent event : history.events()) {
            byPrevious
                    .computeIfAbsent(event.previousEventId(), none -> new ArrayList<>())
                    .add(event);
        }
    }

    /** The event of one of those types after {@code event}; null when there is none. */
    @Nullable
    HistoryEvent after(HistoryEvent event, HistoryEventType... types) {
        return byPrevious.getOrDefault(event.id(), List.of()).stream()
                .filter(next -> List.of(types).contains(next.type()))
                .findFirst()
                .orElse(null);
    }
}
