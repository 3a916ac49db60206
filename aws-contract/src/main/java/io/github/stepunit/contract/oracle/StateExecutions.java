package io.github.stepunit.contract.oracle;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import io.github.stepunit.Execution;
import io.github.stepunit.MapRun;
import io.github.stepunit.definition.MapState;
import io.github.stepunit.definition.ParallelState;
import io.github.stepunit.definition.State;
import io.github.stepunit.definition.TaskState;
import io.github.stepunit.definition.WaitState;
import io.github.stepunit.history.Attempt;
import io.github.stepunit.history.ScopeRun;
import io.github.stepunit.history.StateVisit;
import io.github.stepunit.history.Trace;
import io.github.stepunit.history.VisitStatus;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** All state executions of an execution, its child executions included, as questions. */
final class StateExecutions {

    /** TestState waits for real. */
    private static final Duration LONGEST_WAIT = Duration.ofSeconds(5);

    private final Execution execution;
    private final StateText states;
    private final VisibleVariables variables;
    private final List<StateExecution> all = new ArrayList<>();

    private StateExecutions(Execution execution) {
        this.execution = execution;
        this.states = new StateText(execution.stateMachine().definition());
        this.variables = new VisibleVariables(execution.history());
    }

    static List<StateExecution> of(Execution execution) {
        StateExecutions executions = new StateExecutions(execution);
        execution.history().visits().forEach(executions::add);
        for (MapRun run : execution.mapRuns()) {
            run.children().forEach(child -> executions.all.addAll(of(child)));
        }
        return executions.all;
    }

    private void add(StateVisit visit) {
        State state = states.state(visit.name());
        String name = visit.path() + (visit.number() > 1 ? ", visit " + visit.number() : "");
        String whyNot = whyNot(state, visit);
        if (!whyNot.isEmpty()) {
            all.add(StateExecution.not(name, whyNot));
        } else if (!isMocked(state)) {
            all.add(StateExecution.of(name, question(visit, 1, null, null, null, null, 0)));
        } else if (visit.attempts().isEmpty()) {
            // It failed before its work began; the mock keeps AWS from doing it, should it get that far there.
            JsonNode nothing = state instanceof TaskState
                    ? JsonNodeFactory.instance.objectNode()
                    : JsonNodeFactory.instance.arrayNode();
            all.add(StateExecution.of(name, question(visit, 1, nothing, null, null, null, 0)));
        } else {
            addAttempts(state, visit, name);
        }
    }

    private static boolean isMocked(State state) {
        return state instanceof TaskState || state instanceof MapState || state instanceof ParallelState;
    }

    private String whyNot(State state, StateVisit visit) {
        if (visit.status() == VisitStatus.ABORTED || visit.status() == VisitStatus.RUNNING) {
            return "was cut off";
        }
        if (state instanceof MapState map && map.distribution() != null) {
            return "is a Distributed Map";
        }
        Duration took = visit.duration();
        if (state instanceof WaitState && took != null && took.compareTo(LONGEST_WAIT) > 0) {
            return "waits longer than " + LONGEST_WAIT.toSeconds() + " seconds, which TestState does for real";
        }
        if (states.readsMapContext(visit.name())) {
            return "reads the context object of its Map, which TestState does not take";
        }
        return !isMocked(state) && states.readsContext(visit.name())
                ? "reads the context object, which TestState takes with a mock only"
                : "";
    }

    private void addAttempts(State state, StateVisit visit, String name) {
        List<Attempt> attempts = visit.attempts();
        for (int i = 0; i < attempts.size(); i++) {
            Attempt attempt = attempts.get(i);
            String attemptName = attempts.size() == 1 ? name : name + ", attempt " + attempt.number();
            boolean last = i == attempts.size() - 1;
            String error = attempt.error();
            if (attempt.failed() && error != null) {
                String culprit = state instanceof TaskState ? null : culprit(attempt);
                int retries = retries(attempts, i);
                all.add(StateExecution.of(
                        attemptName, question(visit, i + 1, null, error, attempt.cause(), culprit, retries)));
            } else if (!attempt.failed() && last) {
                JsonNode result = state instanceof TaskState ? attempt.taskOutput() : outputs(attempt);
                all.add(
                        result == null
                                ? StateExecution.not(attemptName, "gave no result that a mock could give")
                                : StateExecution.of(attemptName, question(visit, i + 1, result, null, null, null, 0)));
            } else {
                all.add(StateExecution.not(attemptName, "failed without an error name"));
            }
        }
    }

    /**
     * How often the retrier that the error of an attempt meets has retried before. The history names the retrier of each
     * retry; of the last error, the one that has retried the same error before.
     */
    private static int retries(List<Attempt> attempts, int index) {
        Trace.Retried next =
                index + 1 < attempts.size() ? attempts.get(index + 1).retried() : null;
        String error = attempts.get(index).error();
        int retrier = next == null ? -1 : next.retrier();
        List<Integer> retriers = new ArrayList<>();
        for (Attempt each : attempts.subList(0, index + 1)) {
            Trace.Retried retried = each.retried();
            if (retried != null) {
                retriers.add(retried.retrier());
                retrier = next == null && retried.error().equals(error) ? retried.retrier() : retrier;
            }
        }
        int own = retrier;
        return (int) retriers.stream().filter(each -> each == own).count();
    }

    /** The outputs of all branches or iterations; null when one has none. */
    private static @Nullable JsonNode outputs(Attempt attempt) {
        ArrayNode outputs = JsonNodeFactory.instance.arrayNode();
        for (ScopeRun run : attempt.runs()) {
            StateVisit last = run.visits().isEmpty()
                    ? null
                    : run.visits().get(run.visits().size() - 1);
            JsonNode output = last == null ? null : last.output();
            if (output == null) {
                return null;
            }
            outputs.add(output);
        }
        return outputs;
    }

    private static @Nullable String culprit(Attempt attempt) {
        for (ScopeRun run : attempt.runs()) {
            for (StateVisit visit : run.visits()) {
                if (visit.status() == VisitStatus.FAILED && Objects.equals(visit.error(), attempt.error())) {
                    return visit.name();
                }
            }
        }
        return null;
    }

    private OracleQuestion question(
            StateVisit visit,
            int attempt,
            @Nullable JsonNode result,
            @Nullable String error,
            @Nullable String cause,
            @Nullable String culprit,
            int retries) {
        boolean mocked = result != null || error != null;
        boolean context = mocked && states.readsContext(visit.name());
        return new OracleQuestion(
                states.definition(visit.name()),
                visit.input(),
                variables.at(visit.entered()),
                context ? ContextObjects.of(execution, visit, states.state(visit.name()), attempt) : null,
                result,
                error,
                cause,
                culprit,
                retries);
    }
}
