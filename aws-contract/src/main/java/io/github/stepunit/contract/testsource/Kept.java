package io.github.stepunit.contract.testsource;

import java.util.LinkedHashSet;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/**
 * The details that a test takes over, each for one Task state, or with an empty name for the execution.
 *
 * @param keys the details
 */
record Kept(Set<Key> keys) {

    /** One detail of one state. */
    record Key(Detail detail, String state) {}

    Kept {
        keys = Set.copyOf(keys);
    }

    static Kept nothing() {
        return new Kept(Set.of());
    }

    boolean has(Detail detail, String state) {
        return keys.contains(new Key(detail, state));
    }

    boolean has(Detail detail) {
        return has(detail, "");
    }

    Kept without(Predicate<Key> dropped) {
        return new Kept(keys.stream().filter(dropped.negate()).collect(Collectors.toCollection(LinkedHashSet::new)));
    }
}
