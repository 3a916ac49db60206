package io.github.stepunit.validation;

import io.github.stepunit.definition.Transition;
import io.github.stepunit.validation.VariableReads.Read;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;

/** Variables that are read where they may not have been assigned: on some way to the state, or nowhere at all. */
final class UndefinedVariableRule implements Rule {

    @Override
    public WarningCode code() {
        return WarningCode.POSSIBLY_UNDEFINED_VARIABLE;
    }

    @Override
    public void check(Machine machine, Findings findings) {
        Set<String> everywhere = new HashSet<>();
        machine.states()
                .forEach(state -> everywhere.addAll(new Assignments(state).all().keySet()));
        Map<StateNode, Set<String>> assigned = new HashMap<>();
        // The scopes come outer ones first.
        for (Scope scope : machine.scopes()) {
            Scope outer = VariableRules.outer(scope);
            Set<String> atStart = outer == null ? Set.of() : assigned.getOrDefault(scope.owner(), Set.of());
            flow(scope, atStart, assigned);
        }
        assigned.forEach((state, names) -> check(state, names, everywhere, findings));
    }

    /** Which variables have been assigned for certain when each state is entered: on all of the ways to it. */
    private static void flow(Scope scope, Set<String> atStart, Map<StateNode, Set<String>> assigned) {
        StateNode start = scope.start();
        if (start == null) {
            return;
        }
        assigned.put(start, new HashSet<>(atStart));
        Deque<StateNode> open = new ArrayDeque<>();
        open.add(start);
        while (!open.isEmpty()) {
            StateNode state = open.remove();
            Set<String> before = assigned.getOrDefault(state, Set.of());
            for (Transition transition : state.state().transitions()) {
                StateNode target = scope.state(transition.target());
                Set<String> after = new HashSet<>(before);
                after.addAll(new Assignments(state).by(transition));
                if (target != null && narrows(assigned, target, after)) {
                    open.add(target);
                }
            }
        }
    }

    private static boolean narrows(Map<StateNode, Set<String>> assigned, StateNode target, Set<String> after) {
        Set<String> known = assigned.get(target);
        if (known == null) {
            assigned.put(target, after);
            return true;
        }
        return known.retainAll(after);
    }

    private void check(StateNode state, Set<String> assigned, Set<String> everywhere, Findings findings) {
        for (Read read : VariableReads.of(state)) {
            if (!assigned.contains(read.name()) && !read.guarded()) {
                String message = "$" + read.name() + " is read here, but ";
                findings.report(
                        code(),
                        state,
                        read.at(),
                        message
                                + (everywhere.contains(read.name())
                                        ? why(state, read.name())
                                        : "nothing in the state machine assigns it."),
                        "Assign it on every way to state " + state.name() + ", or check its spelling.");
            }
        }
    }

    private static String why(StateNode state, String name) {
        for (Scope scope = state.scope(); scope != null; scope = VariableRules.outer(scope)) {
            for (StateNode each : scope.states()) {
                if (new Assignments(each).all().containsKey(name)) {
                    return "there is a way to this state on which nothing has assigned it.";
                }
            }
        }
        return "only assigned in a branch, iteration or execution that this state does not see into.";
    }
}
