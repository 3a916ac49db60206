package io.github.stepunit.coverage;

import io.github.stepunit.definition.MapState;
import io.github.stepunit.definition.ParallelState;
import io.github.stepunit.history.ExecutionHistory;
import io.github.stepunit.history.HistoryEvent;
import io.github.stepunit.history.HistoryEventDetails;
import io.github.stepunit.history.HistoryEventType;
import io.github.stepunit.history.Scope;
import io.github.stepunit.history.Trace;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Reads the history of one execution once, event by event, and counts what it walked. It knows the history and its trace
 * only; a history without trace (read from AWS) counts what AWS records.
 */
final class HistoryWalk {

    private final ElementIndex index;
    private final long[] hits;
    private final Map<Scope, Machine> machines = new HashMap<>();
    /** Most events belong to the machine of the event before. */
    private Machine last;

    private HistoryWalk(ElementIndex index) {
        this.index = index;
        this.hits = new long[index.elements().size()];
        this.last = new Machine(Scope.EXECUTION, index.states());
        machines.put(Scope.EXECUTION, last);
    }

    /** A running machine. */
    private static final class Machine {

        private final Scope scope;
        private final Map<String, StateSlots> states;
        /** The state that it is in. */
        private @Nullable StateSlots open;

        /** @param states by name; none when the history is not one of the definition */
        Machine(Scope scope, Map<String, StateSlots> states) {
            this.scope = scope;
            this.states = states;
        }
    }

    /** How often the execution walked each element. */
    static long[] count(ElementIndex index, ExecutionHistory history) {
        HistoryWalk walk = new HistoryWalk(index);
        for (HistoryEvent each : history.events()) {
            walk.read(each);
        }
        return walk.hits;
    }

    private void read(HistoryEvent event) {
        if (event.details() instanceof HistoryEventDetails.StateEntered entered) {
            enter(event.scope(), entered.name());
        } else if (event.details() instanceof HistoryEventDetails.StateExited exited) {
            exit(event, exited.name());
        } else {
            readInside(event);
        }
    }

    private void enter(Scope scope, String name) {
        Machine machine = machine(scope);
        StateSlots state = machine.states.get(name);
        if (state != null) {
            hit(state.entered());
            machine.open = state;
        }
    }

    private void exit(HistoryEvent event, String name) {
        StateSlots state = machine(event.scope()).states.get(name);
        if (state == null) {
            return;
        }
        Trace trace = event.trace();
        if (trace instanceof Trace.RuleMatched rule) {
            hit(state.rules(), rule.index());
        } else if (trace instanceof Trace.DefaultTaken) {
            hit(state.defaultTaken());
        } else if (trace instanceof Trace.Caught caught) {
            hit(state.catchers(), caught.catcher());
            hit(state.exhausted(), caught.exhaustedRetrier());
        } else {
            hit(state.next());
        }
    }

    private void readInside(HistoryEvent event) {
        HistoryEventType type = event.type();
        if (type == HistoryEventType.EXECUTION_TIMED_OUT) {
            hit(index.machineTimeout());
        }
        boolean timedOut = type == HistoryEventType.TASK_TIMED_OUT
                || type == HistoryEventType.LAMBDA_FUNCTION_TIMED_OUT
                || type == HistoryEventType.ACTIVITY_TIMED_OUT;
        if (!timedOut && type != HistoryEventType.MAP_STATE_STARTED && event.trace() == null) {
            return;
        }
        StateSlots state = machine(event.scope()).open;
        if (state == null) {
            return;
        }
        if (timedOut) {
            hit(event.trace() instanceof Trace.HeartbeatMissed ? state.heartbeat() : state.timeout());
        } else if (event.details() instanceof HistoryEventDetails.MapStateStarted map && !isDistributed(state)) {
            hitItems(state, map.length());
        }
        if (event.trace() instanceof Trace.MapRunItems items) {
            hitItems(state, items.total());
            if (items.failed() > 0 && type == HistoryEventType.MAP_RUN_SUCCEEDED) {
                hit(state.tolerated());
            }
        }
        if (event.trace() instanceof Trace.Retried retried) {
            hit(state.used(), retried.retrier());
            leftBranch(event, state, retried.failed());
        } else if (event.trace() instanceof Trace.Uncaught uncaught) {
            if (type == HistoryEventType.PARALLEL_STATE_FAILED) {
                leftBranch(event, state, uncaught);
            } else {
                hit(state.exhausted(), uncaught.exhaustedRetrier());
            }
        }
    }

    private static boolean isDistributed(StateSlots state) {
        return state.state() instanceof MapState map && map.distribution() != null;
    }

    private void hitItems(StateSlots map, long count) {
        hit(map.items(), (int) Math.min(count, 2));
    }

    /** An error left a state of a branch, and with it the Parallel state around it. */
    private void leftBranch(HistoryEvent event, StateSlots parallel, Trace.@Nullable Uncaught uncaught) {
        if (uncaught == null || uncaught.exhaustedRetrier() == null || !(parallel.state() instanceof ParallelState)) {
            return;
        }
        for (int i = 0; i < parallel.inner().size(); i++) {
            Scope branch = new Scope(event.scope(), parallel.state().name(), Scope.Kind.BRANCH, i);
            String prefix = branch.pathOf("");
            if (uncaught.state().startsWith(prefix)) {
                StateSlots guilty = parallel.inner().get(i).get(uncaught.state().substring(prefix.length()));
                if (guilty != null) {
                    hit(guilty.exhausted(), uncaught.exhaustedRetrier());
                }
            }
        }
    }

    private Machine machine(Scope scope) {
        if (!scope.equals(last.scope)) {
            Machine known = machines.get(scope);
            if (known == null) {
                known = new Machine(scope, states(scope));
                machines.put(scope, known);
            }
            last = known;
        }
        return last;
    }

    private Map<String, StateSlots> states(Scope scope) {
        if (scope.parent() == null) {
            return index.states();
        }
        StateSlots state = states(scope.parent()).get(scope.state());
        int inner = scope.kind() == Scope.Kind.BRANCH ? scope.index() : 0;
        return state != null && inner < state.inner().size() ? state.inner().get(inner) : Map.of();
    }

    private void hit(int slot) {
        if (slot != StateSlots.NONE) {
            hits[slot]++;
        }
    }

    private void hit(List<Integer> slots, @Nullable Integer index) {
        if (index != null && index >= 0 && index < slots.size()) {
            hits[slots.get(index)]++;
        }
    }
}
