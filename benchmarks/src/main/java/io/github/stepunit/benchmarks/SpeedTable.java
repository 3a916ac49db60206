package io.github.stepunit.benchmarks;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/**
 * Prints how fast StepUnit is, as Markdown, in about a minute: next to the ceiling, to the fastest other tool, ten times
 * the work, and right after the start of a JVM. Every figure comes from a process of its own.
 */
public final class SpeedTable {

    private static final int COLD_STARTS = 7;
    private static final double HIGHEST_RATIO = 8;
    private static final double LATEST_FIRST_MILLIS = 500;

    private final PrintStream out;

    private SpeedTable(PrintStream out) {
        this.out = out;
    }

    /** @param args none */
    public static void main(String[] args) throws IOException {
        SpeedTable table = new SpeedTable(System.out);
        table.comparisons();
        table.growth();
        table.rest();
    }

    private void comparisons() throws IOException {
        line(
                "JDK %s, %d cores, %s, median after warm-up, each row in a process of its own.",
                System.getProperty("java.version"),
                Runtime.getRuntime().availableProcessors(),
                Boolean.getBoolean(Probe.CPU_TIME) ? "processor time of the thread" : "elapsed time");
        line("");
        line(
                "| | workload | StepUnit | by hand, with history | ratio (≤ %.0f) | fastest other tool | multiple |",
                HIGHEST_RATIO);
        line("|---|---|---:|---:|---:|---|---:|");
        for (int i = 0; i < Comparison.ALL.size(); i++) {
            Comparison row = Comparison.ALL.get(i);
            long[] nanos = inItsOwnProcess("comparison", i);
            double ours = row.countOfRun() * 1e9 / nanos[0];
            double byHand = row.countOfRun() * 1e9 / nanos[1];
            double ratio = byHand / ours;
            double multiple = ours / row.otherPerSecond();
            line(
                    "| %s | %s | %,.0f %s | %,.0f | %.1f%s | %s: %,.0f | %,.0f × (≥ %,d)%s |",
                    row.id(),
                    row.workload().get().name(),
                    ours,
                    row.unit(),
                    byHand,
                    ratio,
                    mark(ratio <= HIGHEST_RATIO),
                    row.otherTool(),
                    row.otherPerSecond(),
                    multiple,
                    row.requiredMultiple(),
                    mark(multiple >= row.requiredMultiple()));
        }
    }

    private void growth() throws IOException {
        line("");
        line("| | workload | ms | ten times the size | ms | factor (≤ %.0f) | factor by hand |", Growth.ALLOWED);
        line("|---|---|---:|---|---:|---:|---:|");
        for (int i = 0; i < Growth.ALL.size(); i++) {
            Growth row = Growth.ALL.get(i);
            long[] nanos = inItsOwnProcess("growth", i);
            double factor = (double) nanos[1] / nanos[0];
            line(
                    "| %s | %s | %.2f | %s | %.2f | %.1f%s | %.1f |",
                    row.id(),
                    row.small().name(),
                    nanos[0] / 1e6,
                    row.large().name(),
                    nanos[1] / 1e6,
                    factor,
                    mark(factor <= Growth.ALLOWED),
                    (double) nanos[3] / nanos[2]);
        }
    }

    private void rest() throws IOException {
        long[] starts = new long[COLD_STARTS];
        for (int i = 0; i < COLD_STARTS; i++) {
            long start = System.nanoTime();
            inItsOwnProcess("first", 0);
            starts[i] = System.nanoTime() - start;
        }
        Arrays.sort(starts);
        double first = starts[COLD_STARTS / 2] / 1e6;
        line("");
        line("| | what | ms |");
        line("|---|---|---:|");
        line(
                "| W9 | JVM start to the end of a first tiny execution (≤ %.0f ms) | %.0f%s |",
                LATEST_FIRST_MILLIS, first, mark(first <= LATEST_FIRST_MILLIS));
        line("| W2 | loop of 1,000,000 transitions, once, cold | %.0f |", inItsOwnProcess("loop", 0)[0] / 1e6);
        line("| W3t | Map of 100,000 items, mocked Task, once, cold | %.0f |", inItsOwnProcess("map", 0)[0] / 1e6);
        line(
                "| W8 | Distributed Map of 100,000 items in batches of 100, 2 %% tolerated failures, once, cold | %.0f |",
                inItsOwnProcess("distributed", 0)[0] / 1e6);
    }

    /** Ends as soon as the process has printed its line: that is when its work is done. */
    private static long[] inItsOwnProcess(String what, int index) throws IOException {
        List<String> command = new ArrayList<>();
        command.add(System.getProperty("java.home") + "/bin/java");
        command.add("-D" + Probe.CPU_TIME + "=" + Boolean.getBoolean(Probe.CPU_TIME));
        command.addAll(List.of("-cp", System.getProperty("java.class.path"), Probe.class.getName()));
        command.addAll(List.of(what, Integer.toString(index)));
        Process process = new ProcessBuilder(command)
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
        try (BufferedReader reader = process.inputReader(StandardCharsets.UTF_8)) {
            String times = reader.readLine();
            if (times == null) {
                throw new IllegalStateException("The process that measures " + what + " " + index
                        + " ended without a result; its error stands above.");
            }
            return times.isEmpty()
                    ? new long[0]
                    : Arrays.stream(times.split(" ")).mapToLong(Long::parseLong).toArray();
        }
    }

    private static String mark(boolean met) {
        return met ? "" : " **missed**";
    }

    private void line(String format, Object... arguments) {
        out.println(String.format(Locale.ROOT, format, arguments));
    }
}
