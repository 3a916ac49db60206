package io.github.stepunit.validation;

import io.github.stepunit.definition.ChoiceState;
import io.github.stepunit.definition.FailState;
import io.github.stepunit.definition.SucceedState;
import io.github.stepunit.definition.WaitState;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
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
        Set<StateNode> reported = new HashSet<>();
        for (StateNode state : reachable(scope)) {
            Set<StateNode> ahead = scope.reachable(state, any -> true);
            if (!reported.contains(state) && ahead.stream().noneMatch(LoopRules::mayEnd) && isInLoop(scope, state)) {
                reported.addAll(ahead);
                findings.report(
                        WarningCode.ENDLESS_LOOP,
                        state,
                        state.state().pointer(),
                        "Endless loop: no way out of " + names(ahead) + " ends, so only an error or a timeout does.",
                        "Add a Choice that leaves the loop.");
            }
        }
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

    private static boolean isInLoop(Scope scope, StateNode state) {
        return scope.successors(state).stream()
                .anyMatch(next -> scope.reachable(next, any -> true).contains(state));
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
        Set<StateNode> reported = new HashSet<>();
        for (StateNode state : reachable(scope)) {
            Set<StateNode> loop = loop(scope, state);
            if (!loop.isEmpty() && !reported.contains(state)) {
                reported.addAll(loop);
                findings.report(
                        WarningCode.LOOP_WITHOUT_WAIT,
                        state,
                        state.state().pointer(),
                        "The loop through " + names(loop) + " has no Wait.",
                        "Add a Wait if it polls for something; each round costs transitions and history events.");
            }
        }
    }

    /** The states of the loops through this one that no Wait is part of; empty when there are none. */
    private static Set<StateNode> loop(Scope scope, StateNode state) {
        Set<StateNode> loop = new HashSet<>();
        Set<StateNode> ahead = withoutWaits(scope, state);
        for (StateNode other : ahead) {
            boolean closes = scope.successors(other).contains(state) && !(state.state() instanceof WaitState);
            if (closes) {
                loop.add(state);
                loop.add(other);
            }
        }
        return loop;
    }

    private static Set<StateNode> withoutWaits(Scope scope, StateNode state) {
        return scope.reachable(state, transition -> {
            StateNode target = scope.state(transition.target());
            return target != null && !(target.state() instanceof WaitState);
        });
    }
}
