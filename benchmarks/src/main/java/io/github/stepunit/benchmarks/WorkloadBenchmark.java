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
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/** One {@link Workload}, on StepUnit and by hand. JMH finds both methods in each subclass. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@Warmup(iterations = 3, time = 2)
@Measurement(iterations = 5, time = 2)
@Fork(1)
public abstract class WorkloadBenchmark {

    private Workload workload = Workloads.tiny();
    private StateMachine machine = workload.load();

    /** What runs, with the parameters that JMH has set by now. */
    abstract Workload workload();

    /** Loads the machine. */
    @Setup
    public void load() {
        workload = workload();
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
