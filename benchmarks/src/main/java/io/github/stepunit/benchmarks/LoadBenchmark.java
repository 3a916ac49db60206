package io.github.stepunit.benchmarks;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.stepunit.StateMachine;
import io.github.stepunit.json.JsonText;
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

/** Parsing, checking and compiling a definition, next to parsing it as JSON alone. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@Warmup(iterations = 3, time = 2)
@Measurement(iterations = 5, time = 2)
@Fork(1)
public class LoadBenchmark {

    /** How many states the definition has. */
    @Param({"100", "1000"})
    public int states = 1_000;

    private String definition = "";

    /** Writes the definition. */
    @Setup
    public void write() {
        definition = Workloads.linear(states).definition();
    }

    /** A machine that is ready to run. */
    @Benchmark
    public StateMachine stepUnit() {
        return StateMachine.of(definition);
    }

    /** The floor: nothing but the JSON. */
    @Benchmark
    public JsonNode jsonAlone() {
        return JsonText.parseWithoutText(definition);
    }
}
