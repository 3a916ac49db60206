package io.github.stepunit.validation;

import io.github.stepunit.definition.ChoiceState;

/** Nothing catches a Choice that matches nothing. */
final class ChoiceWithoutDefaultRule implements StateRule {

    @Override
    public WarningCode code() {
        return WarningCode.CHOICE_WITHOUT_DEFAULT;
    }

    @Override
    public void check(StateNode state, Findings findings) {
        if (state.state() instanceof ChoiceState choice
                && choice.defaultState() == null
                && !ExhaustiveChoice.is(choice)) {
            findings.report(
                    code(),
                    state,
                    choice.pointer(),
                    "Choice without Default: when no rule matches, the execution fails with States.Runtime, which"
                            + " nothing catches.",
                    "Add a \"Default\", for instance to a Fail state that says what was not expected.");
        }
    }
}
