package io.github.stepunit.validation;

import io.github.stepunit.definition.ChoiceState;
import io.github.stepunit.definition.FailState;
import io.github.stepunit.definition.SucceedState;
import io.github.stepunit.definition.WaitState;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/** Loops in the graphs of a machine. */
final class LoopRules {

    private LoopRules() {}

    static Rule endless() {
        return new Rule() {
            @Override
            public WarningCode code() {
                return WarningCode.ENDLESS_LOOP;
            }

            @Override
            public void check(Machine machine, Findings findings) {
                machine.scopes().forEach(scope -> checkWaysOut(scope, findings));
            }
        };
    }

    private static void checkWaysOut(Scope scope, Findings findings) {
        List<StateNode> reachable = reachable(scope);
        Set<StateNode> ending = leadingToAnEnd(scope);
        for (Set<StateNode> loop : Loops.among(scope, reachable)) {
            StateNode first = loop.iterator().next();
            if (!ending.contains(first)) {
                findings.report(
                        WarningCode.ENDLESS_LOOP,
                        first,
                        first.state().pointer(),
                        "Endless loop: no way out of " + names(loop) + " ends, so only an error or a timeout does.",
                        "Add a Choice that leaves the loop.");
            }
        }
    }

    private static Set<StateNode> leadingToAnEnd(Scope scope) {
        Map<StateNode, List<StateNode>> predecessors = new HashMap<>();
        for (StateNode state : scope.states()) {
            scope.successors(state).forEach(next -> predecessors
                    .computeIfAbsent(next, any -> new ArrayList<>())
                    .add(state));
        }
        Deque<StateNode> open = new ArrayDeque<>(
                scope.states().stream().filter(LoopRules::mayEnd).toList());
        Set<StateNode> ending = new HashSet<>();
        while (!open.isEmpty()) {
            StateNode state = open.remove();
            if (ending.add(state)) {
                open.addAll(predecessors.getOrDefault(state, List.of()));
            }
        }
        return ending;
    }

    private static List<StateNode> reachable(Scope scope) {
        StateNode start = scope.start();
        return start == null ? List.of() : new ArrayList<>(scope.reachable(start, any -> true));
    }

    private static boolean mayEnd(StateNode state) {
        return state.state() instanceof SucceedState
                || state.state() instanceof FailState
                || (!(state.state() instanceof ChoiceState) && state.state().next() == null);
    }

    private static String names(Set<StateNode> states) {
        String first = states.stream().limit(4).map(StateNode::name).collect(Collectors.joining(", "));
        return states.size() > 4 ? first + " and " + (states.size() - 4) + " more" : first;
    }

    static Rule withoutWait() {
        return new Rule() {
            @Override
            public WarningCode code() {
                return WarningCode.LOOP_WITHOUT_WAIT;
            }

            @Override
            public void check(Machine machine, Findings findings) {
                machine.scopes().forEach(scope -> checkWaits(scope, findings));
            }
        };
    }

    private static void checkWaits(Scope scope, Findings findings) {
        List<StateNode> others = reachable(scope).stream()
                .filter(each -> !(each.state() instanceof WaitState))
                .toList();
        for (Set<StateNode> loop : Loops.among(scope, others)) {
            StateNode first = loop.iterator().next();
            findings.report(
                    WarningCode.LOOP_WITHOUT_WAIT,
                    first,
                    first.state().pointer(),
                    "The loop through " + names(loop) + " has no Wait.",
                    "Add a Wait if it polls for something; each round costs transitions and history events.");
        }
    }
}
