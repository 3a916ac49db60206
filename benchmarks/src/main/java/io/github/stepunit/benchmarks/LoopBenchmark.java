package io.github.stepunit.benchmarks;

import org.openjdk.jmh.annotations.Param;

/** W2: a loop of a Choice and a Pass with {@code States.MathAdd}. */
public class LoopBenchmark extends WorkloadBenchmark {

    /** How often it goes round. */
    @Param({"1000", "10000", "100000"})
    public int bound = 10_000;

    @Override
    Workload workload() {
        return Workloads.loop(bound);
    }
}
