package io.github.stepunit.internal.interpreter;

import java.util.Map;

/**
 * A {@code StartAt} with its planned states.
 *
 * @param start the first state
 * @param states all of them by name
 */
record PlannedGraph(PlannedState start, Map<String, PlannedState> states) {

    PlannedState state(String name) {
        PlannedState state = states.get(name);
        if (state == null) {
            // The parser has checked every transition.
            throw new IllegalStateException("No state \"" + name + "\" in " + states.keySet());
        }
        return state;
    }
}
