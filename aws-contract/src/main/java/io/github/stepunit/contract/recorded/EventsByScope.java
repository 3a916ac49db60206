package io.github.stepunit.contract.recorded;

import io.github.stepunit.history.ExecutionHistory;
import io.github.stepunit.history.HistoryEvent;
import io.github.stepunit.history.HistoryEventDetails;
import io.github.stepunit.history.Scope;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The events of a history, each machine's by itself: how branches and iterations took turns says nothing about the
 * definition. A branch goes by the state that it entered first, since AWS does not number branches.
 *
 * @param lines the indexes of the events of each machine, in order; the outermost machine first
 */
record EventsByScope(Map<String, List<Integer>> lines, Map<String, Scope> scopes) {

    static EventsByScope of(ExecutionHistory history) {
        List<Scope> scopes = inIterations(history);
        Map<Scope, String> first = firstStates(history, scopes);
        Map<String, List<Integer>> lines = new LinkedHashMap<>();
        Map<String, Scope> named = new HashMap<>();
        for (int i = 0; i < scopes.size(); i++) {
            String name = name(scopes.get(i), first);
            named.put(name, scopes.get(i));
            lines.computeIfAbsent(name, none -> new ArrayList<>()).add(i);
        }
        return new EventsByScope(lines, named);
    }

    /** The beginning and the end of an iteration belong to it, wherever the history tells them. */
    private static List<Scope> inIterations(ExecutionHistory history) {
        List<Scope> scopes = new ArrayList<>(history.scopes());
        for (int i = 0; i < scopes.size(); i++) {
            Scope scope = scopes.get(i);
            if (history.events().get(i).details() instanceof HistoryEventDetails.MapIteration iteration
                    && !(scope.kind() == Scope.Kind.ITERATION
                            && scope.state().equals(iteration.name())
                            && scope.index() == iteration.index())) {
                scopes.set(i, new Scope(scope, iteration.name(), Scope.Kind.ITERATION, iteration.index()));
            }
        }
        return scopes;
    }

    private static Map<Scope, String> firstStates(ExecutionHistory history, List<Scope> scopes) {
        Map<Scope, String> first = new HashMap<>();
        for (int i = 0; i < scopes.size(); i++) {
            HistoryEvent event = history.events().get(i);
            if (event.details() instanceof HistoryEventDetails.StateEntered entered) {
                first.putIfAbsent(scopes.get(i), entered.name());
            }
        }
        return first;
    }

    private static String name(@Nullable Scope scope, Map<Scope, String> first) {
        if (scope == null || scope.parent() == null) {
            return "";
        }
        String which = scope.kind() == Scope.Kind.ITERATION
                ? String.valueOf(scope.index())
                : first.getOrDefault(scope, "#" + scope.index());
        return name(scope.parent(), first) + "/" + scope.state() + "[" + which + "]";
    }
}
