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

/** W2: a loop of a Choice and a Pass with {@code States.MathAdd}. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@Warmup(iterations = 3, time = 2)
@Measurement(iterations = 5, time = 2)
@Fork(1)
public class LoopBenchmark {

    /** How often it goes round. */
    @Param({"1000", "10000", "100000"})
    public int bound = 10_000;

    private Workload workload = Workloads.tiny();
    private StateMachine machine = workload.load();

    /** Loads the machine. */
    @Setup
    public void load() {
        workload = Workloads.loop(bound);
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
