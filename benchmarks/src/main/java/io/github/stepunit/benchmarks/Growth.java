package io.github.stepunit.benchmarks;

import java.util.List;
import java.util.function.IntFunction;

/**
 * A workload at a size and at ten times that size.
 *
 * @param id its number, as in the issue
 * @param workload what is run, by its size
 * @param size the smaller size
 */
record Growth(String id, IntFunction<Workload> workload, int size) {

    /** The highest factor by which ten times the items may take longer. */
    static final double ALLOWED = 11;

    static final List<Growth> ALL = List.of(
            new Growth("W1", Workloads::linear, 1_000),
            new Growth("W2", Workloads::loop, 10_000),
            new Growth("W3", Workloads::mapOfPass, 10_000),
            new Growth("W3t", Workloads::mapOfTasks, 10_000),
            new Growth("W4", Workloads::parallel, 50),
            new Growth("W8", Workloads::distributedMap, 10_000),
            new Growth("W8a", Workloads::distributedMapWithoutBatches, 10_000));

    Workload small() {
        return workload.apply(size);
    }

    Workload large() {
        return workload.apply(size * 10);
    }
}
