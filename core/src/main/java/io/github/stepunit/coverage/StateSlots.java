package io.github.stepunit.coverage;

import io.github.stepunit.definition.State;
import java.util.List;
import java.util.Map;

/**
 * Where the counters of one state stand; {@link #NONE} for what it does not have.
 *
 * @param state the state
 * @param entered the state itself
 * @param next its {@code Next} or {@code End}
 * @param rules its rules
 * @param defaultTaken its {@code Default}
 * @param catchers its catchers
 * @param used its retriers as used
 * @param exhausted its retriers as exhausted
 * @param timeout its {@code TimeoutSeconds}
 * @param heartbeat its {@code HeartbeatSeconds}
 * @param items its Map with no, one and many items; empty for other states
 * @param tolerated its tolerated failures
 * @param inner the machines inside it
 */
record StateSlots(
        State state,
        int entered,
        int next,
        List<Integer> rules,
        int defaultTaken,
        List<Integer> catchers,
        List<Integer> used,
        List<Integer> exhausted,
        int timeout,
        int heartbeat,
        List<Integer> items,
        int tolerated,
        List<Map<String, StateSlots>> inner) {

    static final int NONE = -1;
}
