package io.github.stepunit.benchmarks;

import org.openjdk.jmh.annotations.Param;

/** W1: a chain of Pass states. */
public class LinearBenchmark extends WorkloadBenchmark {

    /** How many. */
    @Param({"1000", "10000"})
    public int states = 1_000;

    @Override
    Workload workload() {
        return Workloads.linear(states);
    }
}
