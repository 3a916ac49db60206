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

/** W6: a JSONata loop with variables; and states that read one field of a large input. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@Warmup(iterations = 3, time = 2)
@Measurement(iterations = 5, time = 2)
@Fork(1)
public class JsonataBenchmark {

    /** How often the loop goes round. */
    public int bound = 5_000;

    /** Size of the input that one field is read of. */
    public int kilobytes = 200;

    private Workload loop = Workloads.tiny();
    private StateMachine loopMachine = loop.load();
    private Workload field = loop;
    private StateMachine fieldMachine = loopMachine;

    /** Loads the machines. */
    @Setup
    public void load() {
        loop = Workloads.jsonataLoop(bound);
        loopMachine = loop.load();
        field = Workloads.jsonataField(kilobytes);
        fieldMachine = field.load();
    }

    /** The loop on StepUnit. */
    @Benchmark
    public Execution stepUnit() {
        return loop.run(loopMachine);
    }

    /** The loop by the JSONata library alone. */
    @Benchmark
    public Object libraryAlone() {
        return loop.runByHand();
    }

    /** 50 states that read one field of the input each. */
    @Benchmark
    public Execution oneField() {
        return field.run(fieldMachine);
    }
}
