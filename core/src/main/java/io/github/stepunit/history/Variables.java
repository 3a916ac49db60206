package io.github.stepunit.history;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.apiguardian.api.API;

/**
 * The variables that states have assigned ({@code Assign}), as far as the history tells. A branch or iteration sees those
 * of the machines around it, and keeps its own to itself.
 */
@API(status = API.Status.EXPERIMENTAL, since = "0.1")
public final class Variables {

    private Variables() {}

    /** Those that the execution itself has assigned so far, without those of branches and iterations. */
    public static Map<String, JsonNode> of(ExecutionHistory history) {
        return after(Map.of(), top(history));
    }

    /**
     * Those that the state could see when it was entered.
     *
     * @param visit one of {@link ExecutionHistory#visits()}
     */
    public static Map<String, JsonNode> seenBy(StateVisit visit, ExecutionHistory history) {
        Map<String, JsonNode> seen = new LinkedHashMap<>();
        addUntil(visit.entered().id(), visit.scope(), top(history), seen);
        return seen;
    }

    /**
     * Those that a branch or iteration can see so far: its own, and those of the machines around it.
     *
     * @param run one that a visit of this history has started
     */
    public static Map<String, JsonNode> of(ScopeRun run, ExecutionHistory history) {
        List<StateVisit> visits = run.visits();
        return visits.isEmpty() ? of(history) : after(seenBy(visits.get(0), history), visits);
    }

    private static List<StateVisit> top(ExecutionHistory history) {
        return history.visits().stream()
                .filter(visit -> visit.scope().parent() == null)
                .toList();
    }

    private static Map<String, JsonNode> after(Map<String, JsonNode> before, List<StateVisit> visits) {
        Map<String, JsonNode> all = new LinkedHashMap<>(before);
        visits.forEach(visit -> all.putAll(visit.assignedVariables()));
        return all;
    }

    /** From the outside in: what was assigned at each level before the event, up to the scope of the event itself. */
    private static void addUntil(long event, Scope scope, List<StateVisit> level, Map<String, JsonNode> seen) {
        StateVisit around = null;
        for (StateVisit visit : level) {
            if (visit.entered().id() >= event) {
                break;
            }
            if (visit.exited() != null && visit.exited().id() < event) {
                seen.putAll(visit.assignedVariables());
            }
            around = visit;
        }
        if (around == null || level.get(0).scope().equals(scope)) {
            return;
        }
        ScopeRun inside = null;
        for (Attempt attempt : around.attempts()) {
            for (ScopeRun run : attempt.runs()) {
                boolean began =
                        !run.visits().isEmpty() && run.visits().get(0).entered().id() <= event;
                // The last attempt that had begun by then: the ones before it had ended.
                if (began && encloses(run.scope(), scope)) {
                    inside = run;
                }
            }
        }
        if (inside != null) {
            addUntil(event, scope, inside.visits(), seen);
        }
    }

    private static boolean encloses(Scope outer, Scope inner) {
        for (Scope each = inner; each != null; each = each.parent()) {
            if (each.equals(outer)) {
                return true;
            }
        }
        return false;
    }
}
