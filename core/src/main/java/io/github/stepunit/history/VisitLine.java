package io.github.stepunit.history;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The text of one line of an {@link ExecutionTree}. */
final class VisitLine {

    /** Where payloads are cut that are shown in passing. */
    static final int PAYLOAD = 80;

    private static final int CAUSE = 200;

    private final Instant start;
    private final long marked;
    private final @Nullable String note;

    private final boolean payloads;

    VisitLine(Instant start, @Nullable StateVisit marked, @Nullable String note, boolean payloads) {
        this.payloads = payloads;
        this.start = start;
        this.marked = marked == null ? -1 : marked.entered().id();
        this.note = note;
    }

    String of(StateVisit visit) {
        List<String> parts = new ArrayList<>();
        parts.add(visit.name());
        if (visit.number() > 1) {
            parts.add("visit " + visit.number());
        }
        if (visit.attempts().size() > 1) {
            parts.add(visit.attempts().size() + " attempts");
        }
        if (visit.attempts().size() == 1 && visit.attempts().get(0).deliveries() > 1) {
            parts.add("delivered twice");
        }
        addOutcome(visit, parts);
        boolean isMarked = visit.entered().id() == marked;
        return time(visit.start()) + "  " + String.join(", ", parts)
                + (payloads ? payload(visit, isMarked ? Excerpt.WHOLE : PAYLOAD) : "")
                + (isMarked ? "   <-- " + note : "");
    }

    String of(Attempt attempt) {
        Trace.Retried retried = attempt.retried();
        String waited = retried == null
                ? ""
                : ", " + VirtualTime.length(retried.waited()) + " later by retrier " + retried.retrier();
        String outcome;
        if (attempt.failed()) {
            outcome = failed(attempt.error(), attempt.cause());
        } else if (attempt.end() == null) {
            outcome = "still running";
        } else {
            outcome = attempt.outcome() == null ? "cut off" : "succeeded";
        }
        Trace.Redriven redriven = attempt.redriven();
        String redrive = redriven == null ? "" : ", redrive " + redriven.redriveCount();
        String delivered = attempt.deliveries() > 1 ? ", delivered twice" : "";
        return time(attempt.start()) + "  attempt " + attempt.number() + waited + redrive + delivered + ", " + outcome;
    }

    /** Error and cause as messages show them: {@code Card.Declined: no money}. */
    static String failure(@Nullable String error, @Nullable String cause, int limit) {
        return (error == null ? "no error name" : error)
                + (cause == null || cause.isEmpty() ? "" : ": " + Excerpt.of(cause, limit));
    }

    private static String failed(@Nullable String error, @Nullable String cause) {
        return "failed with " + failure(error, cause, CAUSE);
    }

    private static void addOutcome(StateVisit visit, List<String> parts) {
        if (visit.matchedRule() != null) {
            parts.add("rule " + visit.matchedRule());
        }
        if (visit.tookDefault()) {
            parts.add("Default");
        }
        switch (visit.status()) {
            case RUNNING -> parts.add("still running");
            case ABORTED -> parts.add("aborted");
            case FAILED -> parts.add(failed(visit.error(), visit.cause()));
            case CAUGHT -> {
                parts.add(failed(visit.error(), visit.cause()));
                Trace.Caught caught = visit.caught();
                parts.add(caught == null ? "caught" : "caught by catcher " + caught.catcher());
            }
            case SUCCEEDED -> {}
        }
    }

    /** The output, or the input of a state that has none. */
    private static String payload(StateVisit visit, int limit) {
        return visit.output() == null
                ? " <- " + Excerpt.of(visit.input(), limit)
                : " -> " + Excerpt.of(visit.output(), limit);
    }

    private String time(Instant instant) {
        return VirtualTime.offset(Duration.between(start, instant));
    }
}
