package io.github.stepunit.assertj;

import io.github.stepunit.Execution;
import io.github.stepunit.definition.State;
import io.github.stepunit.definition.StateGraph;
import io.github.stepunit.history.ExecutionTree;
import io.github.stepunit.history.Scope;
import io.github.stepunit.history.ScopeRun;
import io.github.stepunit.history.StateVisit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What was walked: by the execution as a whole, or by one branch or iteration of it.
 *
 * @param execution the execution
 * @param subject how messages call it
 * @param graph the states that it can visit itself
 * @param own the visits of those states, in order
 * @param all the visits of those states and of the states inside them, in order of entry
 */
record Walk(Execution execution, String subject, StateGraph graph, List<StateVisit> own, List<StateVisit> all) {

    static Walk of(Execution execution) {
        List<StateVisit> all = execution.history().visits();
        List<StateVisit> own =
                all.stream().filter(visit -> visit.scope().parent() == null).toList();
        return new Walk(
                execution, "execution", execution.stateMachine().definition().graph(), own, all);
    }

    static Walk of(Execution execution, ScopeRun run) {
        List<StateVisit> all = new ArrayList<>();
        addAll(run.visits(), all);
        all.sort(Comparator.comparingLong(visit -> visit.entered().id()));
        Scope scope = run.scope();
        return new Walk(execution, nameOf(scope), graphOf(execution, scope), run.visits(), all);
    }

    private static void addAll(List<StateVisit> visits, List<StateVisit> all) {
        for (StateVisit visit : visits) {
            all.add(visit);
            visit.attempts().forEach(attempt -> attempt.runs().forEach(run -> addAll(run.visits(), all)));
        }
    }

    static String nameOf(Scope scope) {
        Scope outer = scope.parent() == null ? scope : scope.parent();
        return (scope.kind() == Scope.Kind.BRANCH ? "branch " : "iteration ") + scope.index() + " of \""
                + outer.pathOf(scope.state()) + "\"";
    }

    private static StateGraph graphOf(Execution execution, Scope scope) {
        if (scope.parent() == null) {
            return execution.stateMachine().definition().graph();
        }
        State outer = graphOf(execution, scope.parent()).states().get(scope.state());
        if (outer == null) {
            throw new IllegalStateException(
                    "The history visits \"" + scope.state() + "\", which the definition lacks.");
        }
        return outer.graphs().get(scope.kind() == Scope.Kind.BRANCH ? scope.index() : 0);
    }

    /** The state of that name, at this level or further inside; null when there is none. */
    @Nullable
    State stateNamed(String name) {
        return stateNamed(name, graph);
    }

    private static @Nullable State stateNamed(String name, StateGraph graph) {
        State found = graph.states().get(name);
        for (State each : graph.states().values()) {
            for (StateGraph inner : each.graphs()) {
                found = found == null ? stateNamed(name, inner) : found;
            }
        }
        return found;
    }

    List<StateVisit> visitsOf(String state) {
        return all.stream().filter(visit -> visit.name().equals(state)).toList();
    }

    List<String> path() {
        return own.stream().map(StateVisit::name).toList();
    }

    ExecutionTree tree() {
        return ExecutionTree.of(execution.history());
    }

    /** The tree with an arrow at one visit. */
    String story(StateVisit visit, String note) {
        return tree().marking(visit, note).render();
    }

    /** The tree with an arrow at the last of these visits, or below everything when there are none. */
    String treeMarkingLast(List<StateVisit> visits, String note) {
        return visits.isEmpty() ? tree().markingEnd(note).render() : story(visits.get(visits.size() - 1), note);
    }
}
