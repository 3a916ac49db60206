package io.github.stepunit.validation;

import io.github.stepunit.definition.ChoiceRule;
import io.github.stepunit.definition.ChoiceState;
import java.util.List;

/** The first rule that matches is taken, so a second one of the same condition never is. */
final class ChoiceRuleNeverUsedRule implements StateRule {

    @Override
    public WarningCode code() {
        return WarningCode.CHOICE_RULE_NEVER_USED;
    }

    @Override
    public void check(StateNode state, Findings findings) {
        if (state.state() instanceof ChoiceState choice) {
            for (int i = 1; i < choice.choices().size(); i++) {
                if (isNeverUsed(choice.choices(), i)) {
                    findings.report(
                            code(),
                            state,
                            choice.choices().get(i).pointer(),
                            "This rule is never used: an earlier one matches whenever it would.",
                            "Remove it, or correct its condition.");
                }
            }
        }
    }

    static boolean isNeverUsed(List<ChoiceRule> rules, int index) {
        ChoiceRule rule = rules.get(index);
        return rules.subList(0, index).stream()
                .anyMatch(earlier -> ExhaustiveChoice.isAlwaysTrue(earlier.condition())
                        || earlier.condition().equals(rule.condition()));
    }
}
