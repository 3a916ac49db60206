package io.github.stepunit.benchmarks;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.runner.BenchmarkList;
import org.openjdk.jmh.runner.format.OutputFormatFactory;
import org.openjdk.jmh.runner.options.VerboseMode;

/** JMH itself is not run here: that takes minutes and proves no more. */
class BenchmarksTest {

    private static List<Object> benchmarks() {
        LinearBenchmark linear = new LinearBenchmark();
        linear.states = 10;
        linear.load();
        LoopBenchmark loop = new LoopBenchmark();
        loop.bound = 10;
        loop.load();
        MapBenchmark map = new MapBenchmark();
        map.items = 10;
        map.load();
        DistributedMapBenchmark distributed = new DistributedMapBenchmark();
        distributed.items = 5_000;
        distributed.load();
        ParallelBenchmark parallel = new ParallelBenchmark();
        parallel.branches = 2;
        parallel.load();
        RetryBenchmark retry = new RetryBenchmark();
        retry.load();
        PayloadBenchmark payload = new PayloadBenchmark();
        payload.kilobytes = 20;
        payload.load();
        LoadBenchmark load = new LoadBenchmark();
        load.states = 10;
        load.write();
        JsonataBenchmark jsonata = new JsonataBenchmark();
        jsonata.bound = 10;
        jsonata.kilobytes = 20;
        jsonata.load();
        return List.of(linear, loop, map, distributed, parallel, retry, payload, load, jsonata);
    }

    @TestFactory
    Stream<DynamicTest> every_benchmark_can_be_called() {
        return benchmarks().stream().flatMap(benchmark -> Arrays.stream(
                        benchmark.getClass().getMethods())
                .filter(method -> method.isAnnotationPresent(Benchmark.class))
                .map(method -> DynamicTest.dynamicTest(name(benchmark, method), () -> call(benchmark, method))));
    }

    private static void call(Object benchmark, Method method) throws IllegalAccessException, InvocationTargetException {
        assertThat(method.invoke(benchmark)).isNotNull();
    }

    @Test
    void jmh_finds_every_benchmark() {
        var out = OutputFormatFactory.createFormatInstance(System.out, VerboseMode.SILENT);

        assertThat(BenchmarkList.defaultList().find(out, List.of(".*"), List.of()))
                .extracting(entry -> entry.getUsername().replaceFirst(".*\\.(\\w+\\.\\w+)$", "$1"))
                .containsExactlyInAnyOrder(benchmarks().stream()
                        .flatMap(benchmark -> Arrays.stream(benchmark.getClass().getMethods())
                                .filter(method -> method.isAnnotationPresent(Benchmark.class))
                                .map(method -> name(benchmark, method)))
                        .toArray(String[]::new));
    }

    private static String name(Object benchmark, Method method) {
        return benchmark.getClass().getSimpleName() + "." + method.getName();
    }

    @Test
    void a_first_execution_can_be_timed() {
        assertThat(Probe.measure("first", 0)).isEmpty();
    }
}
