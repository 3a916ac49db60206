package io.github.stepunit.report;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.stepunit.history.Excerpt;
import io.github.stepunit.history.HistoryEvent;
import io.github.stepunit.history.HistoryEventDetails;
import io.github.stepunit.history.Trace;
import io.github.stepunit.history.VirtualTime;
import org.jspecify.annotations.Nullable;

/** The details of an event on one line. Never writes more of a payload than it shows. */
final class EventText {

    private static final int PAYLOAD = 240;
    private static final int CAUSE = 400;

    private EventText() {}

    static String of(HistoryEvent event) {
        HistoryEventDetails details = event.details();
        if (details instanceof HistoryEventDetails.ExecutionStarted each) {
            return payload(each.input());
        }
        if (details instanceof HistoryEventDetails.StateEntered each) {
            return payload(each.input());
        }
        if (details instanceof HistoryEventDetails.StateExited each) {
            return payload(each.output());
        }
        if (details instanceof HistoryEventDetails.Succeeded each) {
            return payload(each.output());
        }
        if (details instanceof HistoryEventDetails.TaskScheduled each) {
            return each.resourceType() + ":" + each.resource() + " " + payload(each.parameters());
        }
        if (details instanceof HistoryEventDetails.TaskAnswered each) {
            return payload(each.output());
        }
        if (details instanceof HistoryEventDetails.LambdaFunctionScheduled each) {
            return each.resource() + " " + payload(each.input());
        }
        if (details instanceof HistoryEventDetails.ActivityScheduled each) {
            return each.resource() + " " + payload(each.input());
        }
        return withoutPayload(details);
    }

    private static String withoutPayload(HistoryEventDetails details) {
        if (details instanceof HistoryEventDetails.Failed each) {
            return error(each.error(), each.cause());
        }
        if (details instanceof HistoryEventDetails.TaskFailed each) {
            return error(each.error(), each.cause());
        }
        if (details instanceof HistoryEventDetails.EvaluationFailed each) {
            return error(each.error(), each.cause()) + (each.location() == null ? "" : " in " + each.location());
        }
        if (details instanceof HistoryEventDetails.TaskStarted each) {
            return each.resourceType() + ":" + each.resource();
        }
        if (details instanceof HistoryEventDetails.MapStateStarted each) {
            return each.length() + " items";
        }
        if (details instanceof HistoryEventDetails.MapIteration each) {
            return each.name() + "[" + each.index() + "]";
        }
        if (details instanceof HistoryEventDetails.MapRunStarted each) {
            return each.mapRunArn();
        }
        return details instanceof HistoryEventDetails.ExecutionRedriven each ? "redrive " + each.redriveCount() : "";
    }

    /** What StepUnit knows beside the event. */
    static String of(Trace trace) {
        if (trace instanceof Trace.RuleMatched each) {
            return "rule " + each.index() + " matched";
        }
        if (trace instanceof Trace.DefaultTaken) {
            return "no rule matched, Default taken";
        }
        if (trace instanceof Trace.Retried each) {
            return "attempt " + each.attempt() + ", " + VirtualTime.length(each.waited()) + " later by Retry["
                    + each.retrier() + "] for " + each.error();
        }
        if (trace instanceof Trace.Caught each) {
            return "Catch[" + each.catcher() + "] took " + each.error() + exhausted(each.exhaustedRetrier());
        }
        if (trace instanceof Trace.Uncaught each) {
            return "nothing caught " + (each.error() == null ? "the failure" : each.error()) + " of " + each.state()
                    + exhausted(each.exhaustedRetrier());
        }
        return otherTrace(trace);
    }

    private static String otherTrace(Trace trace) {
        if (trace instanceof Trace.HeartbeatMissed) {
            return "no heartbeat came in time";
        }
        if (trace instanceof Trace.Redriven each) {
            return "redrive " + each.redriveCount();
        }
        if (trace instanceof Trace.MapRunItems each) {
            return each.total() + " items, of which " + each.failed() + " failed";
        }
        return trace instanceof Trace.Explained each ? each.text() : "delivered twice";
    }

    private static String exhausted(@Nullable Integer retrier) {
        return retrier == null ? "" : "; Retry[" + retrier + "] was used up";
    }

    private static String error(@Nullable String error, @Nullable String cause) {
        return (error == null ? "" : error) + (cause == null || cause.isEmpty() ? "" : ": " + Excerpt.of(cause, CAUSE));
    }

    private static String payload(JsonNode value) {
        return Excerpt.of(value, PAYLOAD);
    }
}
