package io.github.stepunit.benchmarks;

import io.github.stepunit.StateMachine;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;

/** One measurement in a process of its own, which nothing measured before has warmed up or filled. */
final class Probe {

    private static final Stopwatch STOPWATCH = new Stopwatch(
            Duration.ofMillis(2_500).toNanos(), Duration.ofMillis(2_500).toNanos());

    private Probe() {}

    /** @param args what to measure, and which of it; prints the times in nanoseconds */
    public static void main(String[] args) {
        long[] nanos = measure(args[0], args.length == 1 ? 0 : Integer.parseInt(args[1]));
        System.out.println(Arrays.stream(nanos).mapToObj(Long::toString).collect(Collectors.joining(" ")));
    }

    static long[] measure(String what, int index) {
        return switch (what) {
            case "first" -> first();
            case "comparison" -> compare(Comparison.ALL.get(index).workload().get());
            case "growth" -> grow(Growth.ALL.get(index));
            case "loop" -> once(Workloads.loop(499_999));
            case "map" -> once(Workloads.mapOfTasks(100_000));
            default -> throw new IllegalArgumentException("Nothing to measure is called \"" + what + "\".");
        };
    }

    private static long[] first() {
        Workload tiny = Workloads.tiny();
        tiny.run(tiny.load());
        return new long[0];
    }

    private static long[] compare(Workload workload) {
        StateMachine machine = workload.load();
        return STOPWATCH.medians(List.of(() -> workload.run(machine), workload::runByHand));
    }

    private static long[] grow(Growth growth) {
        Workload small = growth.small();
        Workload large = growth.large();
        StateMachine smallMachine = small.load();
        StateMachine largeMachine = large.load();
        return STOPWATCH.medians(List.of(() -> small.run(smallMachine), () -> large.run(largeMachine)));
    }

    private static long[] once(Workload workload) {
        StateMachine machine = workload.load();
        long start = System.nanoTime();
        workload.run(machine).output();
        return new long[] {System.nanoTime() - start};
    }
}
