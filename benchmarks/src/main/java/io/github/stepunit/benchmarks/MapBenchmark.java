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

/** W3t and W3: a Map whose iterations are a mocked Task, or a Pass. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@Warmup(iterations = 3, time = 2)
@Measurement(iterations = 5, time = 2)
@Fork(1)
public class MapBenchmark {

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

    private Workload workload = Workloads.tiny();
    private StateMachine machine = workload.load();

    /** Loads the machine. */
    @Setup
    public void load() {
        workload = iteration == Iteration.TASK ? Workloads.mapOfTasks(items) : Workloads.mapOfPass(items);
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
