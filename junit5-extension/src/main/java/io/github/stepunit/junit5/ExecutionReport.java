package io.github.stepunit.junit5;

import io.github.stepunit.Execution;
import io.github.stepunit.history.HistoryEvent;
import io.github.stepunit.history.HistoryEventDetails;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * What an execution of a failed test did. Not an error of its own: it is attached to the test's failure as a suppressed
 * exception, the one place that every IDE and build tool shows.
 */
final class ExecutionReport extends RuntimeException {

    private static final long serialVersionUID = 1L;

    /** The end of a history says why a test failed. */
    private static final int LAST_EVENTS = 100;

    private ExecutionReport(String message) {
        super(message, null, false, false);
    }

    static ExecutionReport of(Execution execution) {
        StringBuilder text = new StringBuilder("The execution of `")
                .append(execution.stateMachine().name())
                .append("` was ")
                .append(execution.status())
                .append(" after ")
                .append(execution.duration());
        List<HistoryEvent> events = execution.history().events();
        int first = Math.max(0, events.size() - LAST_EVENTS);
        if (first > 0) {
            text.append("\n  … ").append(first).append(" events before these");
        }
        events.subList(first, events.size()).forEach(event -> text.append(line(execution, event)));
        return new ExecutionReport(text.toString());
    }

    private static String line(Execution execution, HistoryEvent event) {
        String time = virtualTime(Duration.between(execution.startTime(), event.timestamp()));
        String what = describe(event);
        return "\n  " + time + "  " + event.type().awsName() + (what.isEmpty() ? "" : "  " + what);
    }

    private static String virtualTime(Duration since) {
        return String.format(
                Locale.ROOT,
                "+%02d:%02d:%02d.%03d",
                since.toHours(),
                since.toMinutesPart(),
                since.toSecondsPart(),
                since.toMillisPart());
    }

    private static String describe(HistoryEvent event) {
        String state = event.stateName();
        if (state != null) {
            return event.scope().pathOf(state);
        }
        if (event.details() instanceof HistoryEventDetails.Failed failed) {
            return errorAndCause(failed.error(), failed.cause());
        }
        if (event.details() instanceof HistoryEventDetails.TaskFailed failed) {
            return errorAndCause(failed.error(), failed.cause());
        }
        return "";
    }

    private static String errorAndCause(@Nullable String error, @Nullable String cause) {
        return (error == null ? "" : error) + (cause == null || cause.isEmpty() ? "" : ": " + cause);
    }
}
