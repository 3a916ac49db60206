package io.github.stepunit.benchmarks;

import org.openjdk.jmh.annotations.Param;

/** W4: a Parallel whose branches have 20 Pass states each. */
public class ParallelBenchmark extends WorkloadBenchmark {

    /** How many branches. */
    @Param({"5", "50", "500"})
    public int branches = 50;

    @Override
    Workload workload() {
        return Workloads.parallel(branches);
    }
}
