package io.github.stepunit.mutation;

import io.github.stepunit.Execution;
import io.github.stepunit.StateMachine;
import io.github.stepunit.definition.StateMachineDefinition;

/** Sees what the tests do, and decides what their machines run. */
interface Watch {

    /** A test has loaded a definition. */
    default void loaded(StateMachine machine) {}

    /** A test has started an execution. */
    void started(Execution execution);

    /** The definition to run in place of that one, or that one. */
    default StateMachineDefinition replacementOf(StateMachineDefinition definition) {
        return definition;
    }
}
