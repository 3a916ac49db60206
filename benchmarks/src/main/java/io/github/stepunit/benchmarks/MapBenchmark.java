package io.github.stepunit.benchmarks;

import org.openjdk.jmh.annotations.Param;

/** W3t and W3: a Map whose iterations are a mocked Task, or a Pass. */
public class MapBenchmark extends WorkloadBenchmark {

    /** How many items. */
    @Param({"1000", "10000", "100000"})
    public int items = 10_000;

    /** What each iteration is. */
    @Param({"TASK", "PASS"})
    public Iteration iteration = Iteration.TASK;

    /** What an iteration can be. */
    public enum Iteration {
        /** A mocked Task. */
        TASK,
        /** A Pass with two paths, one of them in a function. */
        PASS
    }

    @Override
    Workload workload() {
        return iteration == Iteration.TASK ? Workloads.mapOfTasks(items) : Workloads.mapOfPass(items);
    }
}
