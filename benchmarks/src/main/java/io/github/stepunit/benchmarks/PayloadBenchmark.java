package io.github.stepunit.benchmarks;

import org.openjdk.jmh.annotations.Param;

/** W7: a large payload through 50 states. */
public class PayloadBenchmark extends WorkloadBenchmark {

    /** Size of the payload. */
    @Param({"20", "200"})
    public int kilobytes = 200;

    /** Whether AWS's limit of 256 KiB holds. */
    @Param({"true", "false"})
    public boolean limited = true;

    @Override
    Workload workload() {
        return limited ? Workloads.payload(kilobytes) : Workloads.unlimitedPayload(kilobytes);
    }
}
