package io.github.stepunit.internal.interpreter;

import io.github.stepunit.definition.StateMachineDefinition;
import org.jspecify.annotations.Nullable;

/** A definition made ready to run, once, for all its executions. Immutable. */
public final class PlannedStateMachine {

    private final PlannedGraph graph;
    private final @Nullable Long timeoutSeconds;

    /** @param definition a definition that the parser has accepted */
    public PlannedStateMachine(StateMachineDefinition definition) {
        this.graph = Planner.plan(definition.graph());
        this.timeoutSeconds = definition.timeoutSeconds();
    }

    /** The processor of a Distributed Map as a machine of its own. */
    PlannedStateMachine(PlannedGraph graph) {
        this.graph = graph;
        this.timeoutSeconds = null;
    }

    PlannedGraph graph() {
        return graph;
    }

    @Nullable
    Long timeoutSeconds() {
        return timeoutSeconds;
    }
}
