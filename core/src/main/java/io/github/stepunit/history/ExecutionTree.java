package io.github.stepunit.history;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import org.apiguardian.api.API;
import org.jspecify.annotations.Nullable;

/**
 * The path that an execution walked, as a small text: one line for each visit of a state with virtual time, errors,
 * retries and payload, branches and iterations indented below their state. Long executions are cut in the middle, so that
 * the text stays below 60 lines. Immutable.
 */
@API(status = API.Status.EXPERIMENTAL, since = "0.1")
public final class ExecutionTree {

    private final ExecutionHistory history;
    private final @Nullable StateVisit marked;
    private final @Nullable String note;
    private final boolean outline;

    private ExecutionTree(
            ExecutionHistory history, @Nullable StateVisit marked, @Nullable String note, boolean outline) {
        this.history = history;
        this.marked = marked;
        this.note = note;
        this.outline = outline;
    }

    /** The tree of what happened so far. */
    public static ExecutionTree of(ExecutionHistory history) {
        return new ExecutionTree(history, null, null, false);
    }

    /**
     * The same tree with an arrow at one visit.
     *
     * @param visit one of {@link ExecutionHistory#visits()}
     * @param note what the arrow says, for instance {@code here}
     */
    public ExecutionTree marking(StateVisit visit, String note) {
        return new ExecutionTree(history, visit, note, outline);
    }

    /**
     * The same tree with an arrow below the last visit.
     *
     * @param note what the arrow says
     */
    public ExecutionTree markingEnd(String note) {
        return new ExecutionTree(history, null, note, outline);
    }

    /** The same tree with all lines, however many, and without payloads: what two runs are compared by. */
    public ExecutionTree outline() {
        return new ExecutionTree(history, marked, note, true);
    }

    /** The text; lines end with {@code \n}, the last one without. */
    public String render() {
        if (history.events().isEmpty()) {
            return "(nothing has happened yet)";
        }
        Instant start = history.events().get(0).timestamp();
        Lines lines = new Lines(new VisitLine(start, marked, note, !outline), marked);
        List<StateVisit> top = history.visits().stream()
                .filter(visit -> visit.scope().parent() == null)
                .toList();
        lines.addVisits(top, 1);
        if (marked == null && note != null) {
            lines.markedIndex = lines.all.size();
            lines.add(1, () -> "<-- " + note);
        }
        return header(start) + (outline ? LineWindow.all(lines.all) : LineWindow.of(lines.all, lines.markedIndex));
    }

    @Override
    public String toString() {
        return render();
    }

    private String header(Instant start) {
        HistoryEvent last = history.events().get(history.events().size() - 1);
        String at = VirtualTime.offset(Duration.between(start, last.timestamp()));
        HistoryEventDetails details = last.details();
        return switch (last.type()) {
            case EXECUTION_SUCCEEDED ->
                "SUCCEEDED at " + at
                        + (!outline && details instanceof HistoryEventDetails.Succeeded succeeded
                                ? " -> " + Excerpt.of(succeeded.output(), VisitLine.PAYLOAD)
                                : "");
            case EXECUTION_FAILED -> "FAILED at " + at + failure(details);
            case EXECUTION_TIMED_OUT -> "TIMED_OUT at " + at + failure(details);
            case EXECUTION_ABORTED -> "ABORTED at " + at + failure(details);
            default -> "RUNNING, last event at " + at;
        };
    }

    private static String failure(HistoryEventDetails details) {
        return details instanceof HistoryEventDetails.Failed failed
                        && (failed.error() != null || failed.cause() != null)
                // The line that says how it ended has room for the end of a long cause.
                ? " with " + VisitLine.failure(failed.error(), failed.cause(), Excerpt.WHOLE)
                : "";
    }

    /** Collects the lines; their text is made only for those that are shown. */
    private static final class Lines {

        private final VisitLine text;
        private final @Nullable StateVisit marked;
        private final List<Supplier<String>> all = new ArrayList<>();
        private int markedIndex = -1;

        private Lines(VisitLine text, @Nullable StateVisit marked) {
            this.text = text;
            this.marked = marked;
        }

        private void add(int indent, Supplier<String> line) {
            all.add(() -> "  ".repeat(indent) + line.get());
        }

        private void addVisits(List<StateVisit> visits, int indent) {
            for (StateVisit visit : visits) {
                // By id: equality would compare all that is inside the visits.
                if (marked != null && visit.entered().id() == marked.entered().id()) {
                    markedIndex = all.size();
                }
                add(indent, () -> text.of(visit));
                for (Attempt attempt : visit.attempts()) {
                    if (visit.attempts().size() > 1) {
                        add(indent + 1, () -> text.of(attempt));
                    }
                    addRuns(attempt.runs(), visit.attempts().size() > 1 ? indent + 2 : indent + 1);
                }
            }
        }

        private void addRuns(List<ScopeRun> runs, int indent) {
            for (ScopeRun run : runs) {
                String kind = run.scope().kind() == Scope.Kind.BRANCH ? "branch " : "iteration ";
                add(indent, () -> kind + run.scope().index());
                addVisits(run.visits(), indent + 1);
            }
        }
    }
}
