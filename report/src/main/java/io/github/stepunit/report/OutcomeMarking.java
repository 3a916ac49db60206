package io.github.stepunit.report;

import io.github.stepunit.Execution;
import io.github.stepunit.StateMachine;
import io.github.stepunit.coverage.CoverageRecorder;
import io.github.stepunit.coverage.ElementCoverage;
import io.github.stepunit.definition.State;
import io.github.stepunit.explanation.VisitedStates;
import io.github.stepunit.history.StateVisit;
import io.github.stepunit.history.VisitStatus;
import java.util.HashMap;
import java.util.Map;

/** Shows what one execution has walked, and how each state ended: of several visits the one that ended worst. */
final class OutcomeMarking implements Marking {

    private static final Mark UNWALKED = new Mark("unwalked", "", "not walked");

    private final Map<String, Long> hits = new HashMap<>();
    private final Map<String, VisitStatus> outcomes = new HashMap<>();

    OutcomeMarking(Execution execution) {
        CoverageRecorder recorder = new CoverageRecorder();
        StateMachine machine = execution.stateMachine();
        recorder.ran(machine.definition(), machine.name(), machine.type(), execution.history(), null);
        for (ElementCoverage each :
                recorder.snapshot(definition -> null).definitions().get(0).elements()) {
            hits.put(each.element().id(), each.hits());
        }
        for (StateVisit visit : execution.history().visits()) {
            State state = VisitedStates.of(visit, machine.definition());
            if (state != null) {
                outcomes.merge(state.pointer().toString(), visit.status(), VisitStatus::worse);
            }
        }
    }

    @Override
    public Mark of(String elementId) {
        long count = hits.getOrDefault(elementId, 0L);
        VisitStatus outcome = outcomes.get(elementId);
        if (outcome != null) {
            return new Mark(cssClass(outcome), number(count), text(outcome, count));
        }
        return count == 0 ? UNWALKED : new Mark("walked", number(count), times(count));
    }

    static String cssClass(VisitStatus status) {
        return switch (status) {
            case SUCCEEDED -> "walked";
            case CAUGHT -> "caught";
            case FAILED -> "failed";
            case ABORTED, RUNNING -> "stopped";
        };
    }

    private static String text(VisitStatus outcome, long count) {
        String how =
                switch (outcome) {
                    case SUCCEEDED -> "succeeded";
                    case CAUGHT -> "its error was caught";
                    case FAILED -> "failed";
                    case ABORTED -> "cut off";
                    case RUNNING -> "still running";
                };
        return count > 1 ? how + ", " + times(count) : how;
    }

    /** Short enough for a small state. */
    private static String number(long count) {
        if (count <= 1) {
            return "";
        }
        return count < 1_000 ? count + "×" : count / 1_000 + "k×";
    }

    private static String times(long count) {
        return count == 1 ? "walked once" : "walked " + count + " times";
    }
}
