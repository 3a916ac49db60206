package io.github.stepunit.validation;

import io.github.stepunit.definition.ChoiceState;
import io.github.stepunit.definition.Transition;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** States behind transitions that are never taken; what no transition leads to, AWS refuses itself. */
final class NeverReachedRule implements Rule {

    @Override
    public WarningCode code() {
        return WarningCode.STATE_NEVER_REACHED;
    }

    @Override
    public void check(Machine machine, Findings findings) {
        for (Scope scope : machine.scopes()) {
            StateNode start = scope.start();
            if (start != null) {
                check(scope, start, findings);
            }
        }
    }

    private void check(Scope scope, StateNode start, Findings findings) {
        Set<Transition> dead = new HashSet<>();
        scope.states().forEach(state -> dead.addAll(neverTaken(state)));
        if (dead.isEmpty()) {
            return;
        }
        Set<StateNode> reached = scope.reachable(start, transition -> !dead.contains(transition));
        for (StateNode state : scope.states()) {
            if (!reached.contains(state)) {
                findings.report(
                        code(),
                        state,
                        state.state().pointer(),
                        "State " + state.name() + " is never reached: what leads to it are catchers or rules that are"
                                + " never used.",
                        "Correct those, or remove the state.");
            }
        }
    }

    private static List<Transition> neverTaken(StateNode state) {
        List<ErrorEntry> catchers = ErrorEntry.catchersOf(state);
        return state.state().transitions().stream()
                .filter(each -> switch (each.kind()) {
                    case CATCHER -> isNeverTaken(catchers, each.index());
                    case CHOICE_RULE ->
                        state.state() instanceof ChoiceState choice
                                && ChoiceRuleNeverUsedRule.isNeverUsed(choice.choices(), each.index());
                    case NEXT, DEFAULT -> false;
                })
                .toList();
    }

    private static boolean isNeverTaken(List<ErrorEntry> catchers, int index) {
        return ErrorEntry.isShadowed(catchers, index)
                || (!catchers.get(index).errors().isEmpty()
                        && catchers.get(index).errors().stream().allMatch(NeverCaughtErrorRule::isNeverCaught));
    }
}
