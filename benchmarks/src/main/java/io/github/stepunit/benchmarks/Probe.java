package io.github.stepunit.benchmarks;

import io.github.stepunit.StateMachine;
import java.lang.management.ManagementFactory;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.function.LongSupplier;
import java.util.stream.Collectors;

/** One measurement in a process of its own, which nothing measured before has warmed up or filled. */
final class Probe {

    private static final long TIME = Duration.ofMillis(2_500).toNanos();

    /** The system property that makes it measure the time of the thread on a processor. */
    static final String CPU_TIME = "cpuTime";

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
            case "distributed" -> once(Workloads.distributedMap(100_000));
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
        return stopwatch().medians(List.of(() -> workload.run(machine), workload::runByHand));
    }

    private static long[] grow(Growth growth) {
        Workload small = growth.small();
        Workload large = growth.large();
        StateMachine smallMachine = small.load();
        StateMachine largeMachine = large.load();
        return stopwatch()
                .medians(List.of(
                        () -> small.run(smallMachine),
                        () -> large.run(largeMachine),
                        small::runByHand,
                        large::runByHand));
    }

    private static long[] once(Workload workload) {
        StateMachine machine = workload.load();
        LongSupplier clock = clock();
        long start = clock.getAsLong();
        workload.run(machine).output();
        return new long[] {clock.getAsLong() - start};
    }

    private static Stopwatch stopwatch() {
        return new Stopwatch(clock(), TIME, TIME);
    }

    /** The wall's, or that of the thread's own work, which other processes do not disturb as much. */
    private static LongSupplier clock() {
        return Boolean.getBoolean(CPU_TIME)
                ? ManagementFactory.getThreadMXBean()::getCurrentThreadCpuTime
                : System::nanoTime;
    }
}
