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
    /** The state that each running machine is in. */
    private final Map<Scope, StateSlots> open = new HashMap<>();

    private Scope lastScope = Scope.EXECUTION;
    private @Nullable Map<String, StateSlots> lastStates;

    private HistoryWalk(ElementIndex index) {
        this.index = index;
        this.hits = new long[index.elements().size()];
        this.lastStates = index.states();
    }

    /** How often the execution walked each element. */
    static long[] count(ElementIndex index, ExecutionHistory history) {
        HistoryWalk walk = new HistoryWalk(index);
        history.events().forEach(walk::read);
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
        StateSlots state = state(scope, name);
        if (state != null) {
            hit(state.entered());
            open.put(scope, state);
        }
    }

    private void exit(HistoryEvent event, String name) {
        StateSlots state = state(event.scope(), name);
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
        StateSlots state = open.get(event.scope());
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

    private @Nullable StateSlots state(Scope scope, String name) {
        if (!scope.equals(lastScope)) {
            lastStates = states(scope);
            lastScope = scope;
        }
        return lastStates == null ? null : lastStates.get(name);
    }

    private @Nullable Map<String, StateSlots> states(Scope scope) {
        if (scope.parent() == null) {
            return index.states();
        }
        Map<String, StateSlots> outer = states(scope.parent());
        StateSlots state = outer == null ? null : outer.get(scope.state());
        if (state == null) {
            return null;
        }
        int inner = scope.kind() == Scope.Kind.BRANCH ? scope.index() : 0;
        return inner < state.inner().size() ? state.inner().get(inner) : null;
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
