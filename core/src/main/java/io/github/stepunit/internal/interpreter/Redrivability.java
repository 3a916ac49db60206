package io.github.stepunit.internal.interpreter;

import io.github.stepunit.history.HistoryEvent;
import io.github.stepunit.history.HistoryEventType;
import io.github.stepunit.internal.time.VirtualScheduler;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What AWS redrives, and its {@code redriveStatusReason} for what it does not. */
final class Redrivability {

    private static final Duration REDRIVABLE_PERIOD = Duration.ofDays(14);

    private Redrivability() {}

    /** The reason, or null when the execution can be redriven at that instant. */
    static @Nullable String refusal(ExecutionRun run, Instant instant) {
        List<HistoryEvent> events = run.events();
        HistoryEvent last = events.get(events.size() - 1);
        if (!run.hasEnded()) {
            // base/test_base.test_event_bridge_events_base
            return "Execution is RUNNING and cannot be redriven";
        }
        if (last.type() == HistoryEventType.EXECUTION_SUCCEEDED) {
            return "Execution is SUCCEEDED and cannot be redriven";
        }
        if (events.size() >= run.settings().limits().historyEvents() - 1) {
            return "Execution history event limit exceeded";
        }
        Instant longest = VirtualScheduler.later(
                run.settings().start(), run.settings().limits().duration());
        if (!instant.isBefore(longest)) {
            return "Execution has exceeded the max execution time";
        }
        if (instant.isAfter(VirtualScheduler.later(last.timestamp(), REDRIVABLE_PERIOD))) {
            return "Execution redrivable period exceeded";
        }
        return null;
    }
}
