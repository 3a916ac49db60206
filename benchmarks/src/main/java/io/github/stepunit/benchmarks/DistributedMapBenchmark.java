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

/** W8: a Distributed Map in batches of 100, of which 2 % fail and are tolerated. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@Warmup(iterations = 3, time = 2)
@Measurement(iterations = 5, time = 2)
@Fork(1)
public class DistributedMapBenchmark {

    /** How many items. */
    @Param({"10000", "100000"})
    public int items = 100_000;

    /** Whether 100 items share a child execution. */
    @Param({"true", "false"})
    public boolean batched = true;

    private Workload workload = Workloads.tiny();
    private StateMachine machine = workload.load();

    /** Loads the machine. */
    @Setup
    public void load() {
        workload = batched ? Workloads.distributedMap(items) : Workloads.distributedMapWithoutBatches(items);
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
