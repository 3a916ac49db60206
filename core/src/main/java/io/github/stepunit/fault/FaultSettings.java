package io.github.stepunit.fault;

import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.apiguardian.api.API;

/**
 * Which faults a sweep runs, and what it asks of each run.
 *
 * @param states Tasks as mocks are given for: state name, path, resource, service action; empty for every Task
 * @param errors error names; empty for the usual ones
 * @param kinds what may go wrong
 * @param max how many runs with a fault there are at most
 * @param everyErrorHandled whether an execution may end with an error that nothing has caught
 */
@API(status = API.Status.INTERNAL, since = "0.1")
public record FaultSettings(
        List<String> states, List<String> errors, Set<FaultKind> kinds, int max, boolean everyErrorHandled) {

    /** How many runs there are at most by default. */
    public static final int MAX = 1_000;

    /** Every Task, every kind. */
    public static final FaultSettings DEFAULT =
            new FaultSettings(List.of(), List.of(), EnumSet.allOf(FaultKind.class), MAX, false);

    /**
     * Checks them.
     *
     * @throws IllegalArgumentException when {@code max} allows no run, or no kind is left
     */
    public FaultSettings {
        if (max < 1) {
            throw new IllegalArgumentException("A fault sweep needs at least 1 run, but max was " + max + ".");
        }
        if (kinds.isEmpty()) {
            throw new IllegalArgumentException("A fault sweep needs at least one kind of fault, but all are left out.");
        }
        states = List.copyOf(states);
        errors = List.copyOf(errors);
        kinds = Set.copyOf(kinds);
    }

    /** The same, for these Tasks only. */
    public FaultSettings atStates(List<String> newStates) {
        return new FaultSettings(newStates, errors, kinds, max, everyErrorHandled);
    }

    /** The same, with these errors only. */
    public FaultSettings withErrors(List<String> newErrors) {
        return new FaultSettings(states, newErrors, kinds, max, everyErrorHandled);
    }

    /** The same, with these kinds only. */
    public FaultSettings withKinds(Set<FaultKind> newKinds) {
        return new FaultSettings(states, errors, newKinds, max, everyErrorHandled);
    }

    /** The same, without these kinds. */
    public FaultSettings withoutKinds(Set<FaultKind> fewer) {
        Set<FaultKind> left = EnumSet.noneOf(FaultKind.class);
        left.addAll(kinds);
        left.removeAll(fewer);
        return withKinds(left);
    }

    /** The same, with at most so many runs. */
    public FaultSettings atMost(int newMax) {
        return new FaultSettings(states, errors, kinds, newMax, everyErrorHandled);
    }

    /** The same, which asks or does not ask that every error is handled. */
    public FaultSettings handlingEveryError(boolean handled) {
        return new FaultSettings(states, errors, kinds, max, handled);
    }

    boolean includes(Fault fault) {
        return kinds.contains(fault.kind()) && (errors.isEmpty() || errors.contains(fault.error()));
    }
}
