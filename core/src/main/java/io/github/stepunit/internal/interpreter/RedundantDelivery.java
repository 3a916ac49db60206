package io.github.stepunit.internal.interpreter;

import java.util.Set;

/**
 * Which Tasks are delivered twice, as may happen where delivery is at-least-once (Express, not synchronous).
 *
 * @param everyTask all of them
 * @param states the states whose Tasks are, when not all are
 */
public record RedundantDelivery(boolean everyTask, Set<String> states) {

    /** Each Task once. */
    public static final RedundantDelivery NONE = new RedundantDelivery(false, Set.of());

    public RedundantDelivery {
        states = Set.copyOf(states);
    }

    boolean includes(String state) {
        return everyTask || states.contains(state);
    }
}
