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

/** W7: a large payload through 50 states. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@Warmup(iterations = 3, time = 2)
@Measurement(iterations = 5, time = 2)
@Fork(1)
public class PayloadBenchmark {

    /** Size of the payload. */
    @Param({"20", "200"})
    public int kilobytes = 200;

    /** Whether AWS's limit of 256 KiB holds. */
    @Param({"true", "false"})
    public boolean limited = true;

    private Workload workload = Workloads.tiny();
    private StateMachine machine = workload.load();

    /** Loads the machine. */
    @Setup
    public void load() {
        workload = limited ? Workloads.payload(kilobytes) : Workloads.unlimitedPayload(kilobytes);
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
