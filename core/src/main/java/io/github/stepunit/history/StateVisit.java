package io.github.stepunit.history;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.apiguardian.api.API;
import org.jspecify.annotations.Nullable;

/**
 * One visit of a state: from its entry to its exit, with all attempts. A loop visits the same state several times.
 * Derived from the history alone, see {@link ExecutionHistory#visits()}.
 *
 * @param entered the event that entered the state
 * @param exited the event that left it; null when the state failed, was aborted, or still runs, and for a Fail state
 * @param scope the machine that the state belongs to
 * @param number which visit of this state in its machine this is, from 1
 * @param status how it ended
 * @param end virtual time of its end; null while it runs
 * @param error the error that was caught, or that failed the state; null when there is none
 * @param cause the cause of that error; null when there is none
 * @param attempts the attempts of a Task, Parallel or Map state; empty for other states, and when the state failed before
 *     its first attempt
 */
@API(status = API.Status.EXPERIMENTAL, since = "0.1")
public record StateVisit(
        HistoryEvent entered,
        @Nullable HistoryEvent exited,
        Scope scope,
        int number,
        VisitStatus status,
        @Nullable Instant end,
        @Nullable String error,
        @Nullable String cause,
        List<Attempt> attempts) {

    public StateVisit {
        attempts = List.copyOf(attempts);
    }

    /** The name of the state. */
    public String name() {
        return entry().name();
    }

    /** The full path of the state: {@code Ship all[3]/Print label}. */
    public String path() {
        return scope.pathOf(name());
    }

    /** The raw input. */
    public JsonNode input() {
        return entry().input();
    }

    /** The output; null when the state was not left by {@code …StateExited}. */
    public @Nullable JsonNode output() {
        return exited != null && exited.details() instanceof HistoryEventDetails.StateExited exit
                ? exit.output()
                : null;
    }

    /** The variables that the state assigned, by name; empty when none. */
    public Map<String, JsonNode> assignedVariables() {
        return exited != null && exited.details() instanceof HistoryEventDetails.StateExited exit
                ? exit.assignedVariables()
                : Map.of();
    }

    /** Virtual time of its start. */
    public Instant start() {
        return entered.timestamp();
    }

    /** Virtual time from its start to its end, retries included; null while it runs. */
    public @Nullable Duration duration() {
        return end == null ? null : Duration.between(start(), end);
    }

    /** The rule of a Choice state that matched, from 0; null for the Default, for other states, and when none matched. */
    public @Nullable Integer matchedRule() {
        return exited != null && exited.trace() instanceof Trace.RuleMatched rule ? (Integer) rule.index() : null;
    }

    /** Whether no rule of a Choice state matched and its Default was taken. */
    public boolean tookDefault() {
        return exited != null && exited.trace() instanceof Trace.DefaultTaken;
    }

    /** What was caught, and by which catcher; null when nothing was, and in histories read from AWS. */
    public Trace.@Nullable Caught caught() {
        return exited != null && exited.trace() instanceof Trace.Caught caught ? caught : null;
    }

    /** Whether its last attempt ended by a timeout or a missed heartbeat. */
    public boolean timedOut() {
        return !attempts.isEmpty() && attempts.get(attempts.size() - 1).timedOut();
    }

    /** The branches or iterations of the last attempt, in order of their index; empty for other states. */
    public List<ScopeRun> runs() {
        return attempts.isEmpty()
                ? List.of()
                : attempts.get(attempts.size() - 1).runs();
    }

    private HistoryEventDetails.StateEntered entry() {
        return (HistoryEventDetails.StateEntered) entered.details();
    }
}
