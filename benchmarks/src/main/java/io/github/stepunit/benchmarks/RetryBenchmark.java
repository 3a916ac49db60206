package io.github.stepunit.benchmarks;

import org.openjdk.jmh.annotations.Param;

/** W5 and W5a: 500 small executions, as many unit tests would start them, with retries and without. */
public class RetryBenchmark extends WorkloadBenchmark {

    /** How often the Task of each fails first. */
    @Param({"3", "0"})
    public int failures = 3;

    /** Whether each execution has mocks of its own, or all share one handler. */
    @Param({"false", "true"})
    public boolean ownMocks;

    @Override
    Workload workload() {
        if (failures == 0) {
            return ownMocks ? Workloads.noRetryWithOwnMocks() : Workloads.noRetry();
        } else {
            return ownMocks ? Workloads.retryWithOwnMocks() : Workloads.retry();
        }
    }
}
