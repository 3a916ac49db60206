package io.github.stepunit.benchmarks;

import org.openjdk.jmh.annotations.Param;

/** W8: a Distributed Map in batches of 100, of which 2 % fail and are tolerated. */
public class DistributedMapBenchmark extends WorkloadBenchmark {

    /** How many items. */
    @Param({"10000", "100000"})
    public int items = 100_000;

    /** Whether 100 items share a child execution. */
    @Param({"true", "false"})
    public boolean batched = true;

    @Override
    Workload workload() {
        return batched ? Workloads.distributedMap(items) : Workloads.distributedMapWithoutBatches(items);
    }
}
