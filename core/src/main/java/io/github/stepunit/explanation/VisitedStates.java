package io.github.stepunit.explanation;

import io.github.stepunit.definition.State;
import io.github.stepunit.definition.StateGraph;
import io.github.stepunit.definition.StateMachineDefinition;
import io.github.stepunit.history.Scope;
import io.github.stepunit.history.StateVisit;
import org.apiguardian.api.API;
import org.jspecify.annotations.Nullable;

/** Finds the state of the definition that a visit is one of. */
@API(status = API.Status.INTERNAL, since = "0.1")
public final class VisitedStates {

    private VisitedStates() {}

    /** The state; null when the history is not one of this definition. */
    public static @Nullable State of(StateVisit visit, StateMachineDefinition definition) {
        StateGraph graph = graphOf(visit.scope(), definition);
        return graph == null ? null : graph.states().get(visit.name());
    }

    private static @Nullable StateGraph graphOf(Scope scope, StateMachineDefinition definition) {
        if (scope.parent() == null) {
            return definition.graph();
        }
        StateGraph outer = graphOf(scope.parent(), definition);
        State state = outer == null ? null : outer.states().get(scope.state());
        int index = scope.kind() == Scope.Kind.BRANCH ? scope.index() : 0;
        return state == null || index >= state.graphs().size()
                ? null
                : state.graphs().get(index);
    }
}
