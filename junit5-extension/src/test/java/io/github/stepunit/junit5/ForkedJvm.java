package io.github.stepunit.junit5;

import static org.junit.platform.engine.discovery.DiscoverySelectors.selectClass;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.platform.launcher.Launcher;
import org.junit.platform.launcher.core.LauncherDiscoveryRequestBuilder;
import org.junit.platform.launcher.core.LauncherFactory;
import org.junit.platform.launcher.listeners.SummaryGeneratingListener;

/** A JVM of its own that runs a class of tests with JUnit's launcher, once it is told to begin. */
final class ForkedJvm implements AutoCloseable {

    /** How long a run of all its tests took: on the clock on the wall, and in the time of all processors. */
    record Round(double wallMillis, double cpuMillis, long tests) {}

    private static final String READY = "ready";

    private final Process process;
    private final BufferedReader out;

    private ForkedJvm(Process process) {
        this.process = process;
        this.out = new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8));
    }

    /**
     * Starts it, without waiting for it.
     *
     * @param options of the JVM
     * @param parts where it writes coverage; nothing is gathered when its name is {@code none}
     */
    static ForkedJvm start(List<String> options, Path parts, Class<?> tests, int rounds) {
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(options);
        command.addAll(List.of("-cp", System.getProperty("java.class.path"), ForkedJvm.class.getName()));
        command.addAll(List.of(parts.toString(), tests.getName(), Integer.toString(rounds)));
        try {
            return new ForkedJvm(new ProcessBuilder(command)
                    .redirectError(ProcessBuilder.Redirect.INHERIT)
                    .start());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Waits until it has started. */
    ForkedJvm awaitReady() throws IOException {
        String line = out.readLine();
        if (!READY.equals(line)) {
            throw new IllegalStateException("The JVM said " + line);
        }
        return this;
    }

    void begin() throws IOException {
        process.getOutputStream().write('\n');
        process.getOutputStream().flush();
    }

    /** Waits until it has ended. */
    List<Round> rounds() throws IOException, InterruptedException {
        List<Round> rounds = new ArrayList<>();
        for (String line = out.readLine(); line != null; line = out.readLine()) {
            String[] parts = line.split(" ", -1);
            rounds.add(new Round(Double.parseDouble(parts[0]), Double.parseDouble(parts[1]), Long.parseLong(parts[2])));
        }
        int exitCode = process.waitFor();
        if (exitCode != 0) {
            throw new IllegalStateException("The JVM ended with " + exitCode);
        }
        return rounds;
    }

    void kill() {
        process.destroyForcibly();
    }

    @Override
    public void close() {
        kill();
    }

    /** What runs in the other JVM. */
    public static void main(String[] arguments) throws Exception {
        String parts = arguments[0];
        int rounds = Integer.parseInt(arguments[2]);
        Class<?> tests = Class.forName(arguments[1]);
        Launcher launcher = LauncherFactory.create();
        System.out.println(READY);
        if (System.in.read() < 0) {
            throw new IllegalStateException("told to end");
        }
        for (int i = 0; i < rounds; i++) {
            long wall = System.nanoTime();
            long cpu = cpuNanos();
            SummaryGeneratingListener summary = new SummaryGeneratingListener();
            launcher.execute(
                    LauncherDiscoveryRequestBuilder.request()
                            .selectors(selectClass(tests))
                            .configurationParameter(CoverageSettings.ENABLED, Boolean.toString(!parts.equals("none")))
                            .configurationParameter(CoverageSettings.FOLDER, parts)
                            .build(),
                    summary);
            if (summary.getSummary().getTotalFailureCount() > 0) {
                throw new AssertionError(
                        summary.getSummary().getFailures().get(0).getException());
            }
            System.out.println((System.nanoTime() - wall) / 1e6 + " " + (cpuNanos() - cpu) / 1e6 + " "
                    + summary.getSummary().getTestsSucceededCount());
        }
        System.exit(0);
    }

    private static long cpuNanos() {
        return ProcessHandle.current()
                .info()
                .totalCpuDuration()
                .map(Duration::toNanos)
                .orElse(0L);
    }
}
