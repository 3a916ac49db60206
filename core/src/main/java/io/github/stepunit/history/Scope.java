package io.github.stepunit.history;

import org.apiguardian.api.API;
import org.jspecify.annotations.Nullable;

/**
 * The running machine that an event belongs to: the execution's own, one branch of a Parallel state, or one iteration
 * of a Map state. AWS's history only implies it by {@code previousEventId}; StepUnit's trace states it.
 *
 * @param parent the scope of the Parallel or Map state; null for the execution's own machine
 * @param state name of that Parallel or Map state; empty for the execution's own machine
 * @param kind what kind of machine runs here
 * @param index the branch or iteration, from 0
 */
@API(status = API.Status.EXPERIMENTAL, since = "0.1")
public record Scope(@Nullable Scope parent, String state, Kind kind, int index) {

    /** The execution's own machine. */
    public static final Scope EXECUTION = new Scope(null, "", Kind.EXECUTION, 0);

    /** The kinds of scope. */
    public enum Kind {
        /** The top level of the definition. */
        EXECUTION,
        /** A branch of a Parallel state. */
        BRANCH,
        /** An iteration of a Map state. */
        ITERATION
    }

    /** How many Parallel and Map states stand around this scope. */
    public int depth() {
        return parent == null ? 0 : parent.depth() + 1;
    }

    /** The full path of a state in this scope, as reports show it: {@code Ship all[3]/Print label}. */
    public String pathOf(String stateName) {
        return parent == null ? stateName : parent.pathOf(state) + "[" + index + "]/" + stateName;
    }
}
