package io.github.stepunit.benchmarks;

import io.github.stepunit.Execution;
import java.lang.management.ManagementFactory;
import java.lang.management.MemoryMXBean;
import java.util.Locale;

/** Prints what a Distributed Map keeps on the heap for each item once it has ended: all histories, inputs and outputs. */
public final class HeapPerItem {

    private static final int ITEMS = 100_000;

    private HeapPerItem() {}

    /** @param args how many items; 100,000 by default */
    public static void main(String[] args) {
        int items = args.length == 0 ? ITEMS : Integer.parseInt(args[0]);
        print("batches of 100", Workloads.distributedMap(items), items);
        print("a child for each item", Workloads.distributedMapWithoutBatches(items), items);
    }

    private static void print(String what, Workload workload, int items) {
        long before = used();
        Execution execution = workload.run(workload.load());
        long after = used();
        System.out.println(String.format(
                Locale.ROOT,
                "Distributed Map of %,d items, %s: %,d bytes of heap for each item (%s)",
                items,
                what,
                (after - before) / items,
                execution.mapRun("M").itemCounts()));
    }

    private static long used() {
        MemoryMXBean memory = ManagementFactory.getMemoryMXBean();
        // The second collection takes what the first has finalised.
        memory.gc();
        memory.gc();
        return memory.getHeapMemoryUsage().getUsed();
    }
}
