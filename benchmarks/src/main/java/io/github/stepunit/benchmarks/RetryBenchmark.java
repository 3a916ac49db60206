package io.github.stepunit.benchmarks;

import io.github.stepunit.Execution;
import io.github.stepunit.StateMachine;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/** W5 and W5a: 500 small executions, as many unit tests would start them, with retries and without. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@Warmup(iterations = 3, time = 2)
@Measurement(iterations = 5, time = 2)
@Fork(1)
public class RetryBenchmark {

    /** How often the Task of each fails first. */
    @Param({"3", "0"})
    public int failures = 3;

    /** Whether each execution has mocks of its own, or all share one handler. */
    @Param({"false", "true"})
    public boolean ownMocks;

    private Workload workload = Workloads.tiny();
    private StateMachine machine = workload.load();

    /** Loads the machine. */
    @Setup
    public void load() {
        if (failures == 0) {
            workload = ownMocks ? Workloads.noRetryWithOwnMocks() : Workloads.noRetry();
        } else {
            workload = ownMocks ? Workloads.retryWithOwnMocks() : Workloads.retry();
        }
        machine = workload.load();
    }

    /** On StepUnit. */
    @Benchmark
    public Execution stepUnit() {
        return workload.run(machine);
    }

    /** By hand: the ceiling. */
    @Benchmark
    public Object byHand() {
        return workload.runByHand();
    }
}
