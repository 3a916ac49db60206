package io.github.stepunit.validation;

/** Looks at each state for itself. */
interface StateRule extends Rule {

    void check(StateNode state, Findings findings);

    @Override
    default void check(Machine machine, Findings findings) {
        machine.states().forEach(state -> check(state, findings));
    }
}
