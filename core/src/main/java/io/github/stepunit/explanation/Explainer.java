package io.github.stepunit.explanation;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.stepunit.definition.ChoiceState;
import io.github.stepunit.definition.FailState;
import io.github.stepunit.definition.State;
import io.github.stepunit.definition.StateMachineDefinition;
import io.github.stepunit.history.Attempt;
import io.github.stepunit.history.Excerpt;
import io.github.stepunit.history.ExecutionHistory;
import io.github.stepunit.history.HistoryEvent;
import io.github.stepunit.history.RecordedDataFlow;
import io.github.stepunit.history.StateVisit;
import io.github.stepunit.history.Trace;
import io.github.stepunit.history.Variables;
import io.github.stepunit.history.VirtualTime;
import io.github.stepunit.history.VisitStatus;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Writes the lines of an {@link Explanation}. */
final class Explainer {

    private static final int CAUSE = 300;

    private final StateMachineDefinition definition;
    private final ExecutionHistory history;
    private final RecordedDataFlow dataFlow;

    Explainer(StateMachineDefinition definition, ExecutionHistory history, RecordedDataFlow dataFlow) {
        this.definition = definition;
        this.history = history;
        this.dataFlow = dataFlow;
    }

    /** From the innermost visit outwards. */
    List<String> ofChain(List<StateVisit> chain) {
        StateVisit innermost = chain.get(chain.size() - 1);
        List<String> lines = new ArrayList<>(ofVisit(innermost));
        for (int i = chain.size() - 2; i >= 0 && innermost.status() == VisitStatus.FAILED; i--) {
            StateVisit outer = chain.get(i);
            State state = stateOf(outer);
            if (state != null && outer.status() == VisitStatus.FAILED) {
                lines.add("It went on to \"" + outer.path() + "\"" + asWhat(outer, innermost) + ".");
                lines.addAll(handling(outer, state));
            }
        }
        return lines;
    }

    private static String asWhat(StateVisit outer, StateVisit inner) {
        return Objects.equals(outer.error(), inner.error()) ? "" : " as " + outer.error();
    }

    List<String> ofVisit(StateVisit visit) {
        State state = stateOf(visit);
        if (state == null) {
            return List.of();
        }
        if (visit.status() == VisitStatus.RUNNING || visit.status() == VisitStatus.ABORTED) {
            return List.of(waited(visit));
        }
        if (state instanceof ChoiceState choice) {
            List<String> lines = new ArrayList<>(ChoiceExplainer.explain(choice, visit, scope(choice, visit)));
            if (visit.status() == VisitStatus.FAILED) {
                lines.add(1, "  " + Excerpt.of(String.valueOf(visit.cause()), CAUSE));
            }
            return lines;
        }
        if (visit.status() != VisitStatus.FAILED && visit.status() != VisitStatus.CAUGHT) {
            return List.of();
        }
        return state instanceof FailState ? failState(visit) : failed(visit, state);
    }

    private String waited(StateVisit visit) {
        String start =
                VirtualTime.offset(Duration.between(history.events().get(0).timestamp(), visit.start()));
        return visit.end() == null
                ? "\"" + visit.path() + "\" has been running since " + start + "."
                : "\"" + visit.path() + "\", running since " + start + ", was cut off after "
                        + VirtualTime.length(Duration.between(visit.start(), visit.end())) + ".";
    }

    private List<String> failState(StateVisit visit) {
        List<String> lines = new ArrayList<>();
        StateVisit decision = decisionBefore(visit);
        lines.add("\"" + visit.path() + "\" is a Fail state"
                + (decision == null ? "; nothing before it could have led elsewhere." : ". What led there:"));
        if (decision != null) {
            lines.addAll(ofVisit(decision));
        }
        return lines;
    }

    private List<String> failed(StateVisit visit, State state) {
        List<String> lines = new ArrayList<>();
        lines.add("\"" + visit.path() + "\" failed with " + visit.error()
                + (visit.cause() == null || visit.cause().isEmpty() ? "" : ": " + Excerpt.of(visit.cause(), CAUSE)));
        lines.addAll(handling(visit, state));
        List<RecordedDataFlow.Step> steps = dataFlow.of(visit);
        if (visit.cause() != null) {
            JsonNode seen = steps.isEmpty()
                    ? visit.input()
                    : steps.get(steps.size() - 1).value();
            String hint =
                    MissingValue.hintOfCause(visit.cause(), new SeenScope(seen, Variables.seenBy(visit, history)));
            if (!hint.isEmpty()) {
                lines.add("  " + hint);
            }
        }
        lines.addAll(DataText.of(visit, beforeError(visit, steps)));
        return lines;
    }

    /** Of a caught error, what came before its output. */
    private static List<RecordedDataFlow.Step> beforeError(StateVisit visit, List<RecordedDataFlow.Step> steps) {
        if (visit.status() != VisitStatus.CAUGHT) {
            return steps;
        }
        return steps.stream().filter(step -> !step.afterError()).toList();
    }

    private List<String> handling(StateVisit visit, State state) {
        Trace.Caught caught = visit.caught();
        Trace.Uncaught uncaught = caught == null ? uncaught(visit) : null;
        if (caught == null && uncaught == null) {
            return List.of(); // a history of AWS, which does not tell
        }
        return new ErrorExplainer(
                        visit.error(),
                        heartbeatMissed(visit),
                        caught != null
                                ? caught.exhaustedRetrier()
                                : uncaught != null ? uncaught.exhaustedRetrier() : null,
                        caught == null ? null : caught.catcher())
                .explain(state.errorHandling(), visit);
    }

    private Trace.@Nullable Uncaught uncaught(StateVisit visit) {
        for (HistoryEvent event : history.events()) {
            if (event.id() > visit.entered().id()
                    && event.trace() instanceof Trace.Uncaught uncaught
                    && uncaught.state().equals(visit.path())) {
                return uncaught;
            }
        }
        return null;
    }

    private static boolean heartbeatMissed(StateVisit visit) {
        List<Attempt> attempts = visit.attempts();
        HistoryEvent outcome =
                attempts.isEmpty() ? null : attempts.get(attempts.size() - 1).outcome();
        return outcome != null && outcome.trace() instanceof Trace.HeartbeatMissed;
    }

    @Nullable
    StateVisit decisionBefore(StateVisit visit) {
        StateVisit found = null;
        for (StateVisit each : history.visits()) {
            if (each.entered().id() >= visit.entered().id()) {
                break;
            }
            boolean decides = each.status() == VisitStatus.CAUGHT || stateOf(each) instanceof ChoiceState;
            if (decides && each.scope().equals(visit.scope())) {
                found = each;
            }
        }
        return found;
    }

    private SeenScope scope(ChoiceState state, StateVisit visit) {
        List<RecordedDataFlow.Step> steps = dataFlow.of(visit);
        JsonNode input = steps.stream()
                .filter(step -> step.isInput())
                .reduce((first, second) -> second)
                .map(RecordedDataFlow.Step::value)
                .orElseGet(() -> ChoiceExplainer.input(state, visit));
        return new SeenScope(input, Variables.seenBy(visit, history));
    }

    private @Nullable State stateOf(StateVisit visit) {
        return VisitedStates.of(visit, definition);
    }
}
