package io.github.stepunit.maven;

import java.io.BufferedReader;
import java.io.File;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.Charset;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

/**
 * A JVM for tests, as Surefire would start it.
 *
 * @param java the {@code java} to run
 * @param settings what Surefire gives its own
 * @param module its working folder
 */
record TestJvm(String java, SurefireSettings settings, Path module) {

    /**
     * For as many mutants as can be, none of which runs for long: what C2 compiles comes too late to be of use, and takes the
     * processor from the tests. First, so that what anybody says of it later is heeded.
     */
    private static final String COMPILER = "-XX:TieredStopAtLevel=1";

    private static final String MAIN = "io.github.stepunit.mutation.Main";

    /**
     * How it went.
     *
     * @param exitCode of the JVM
     * @param errors what it said on its standard error
     */
    record Ended(int exitCode, String errors) {}

    /**
     * Runs the command line of stepunit-mutation, and waits for it.
     *
     * @param out is told each line of its standard output
     */
    Ended run(List<String> classPath, List<String> arguments, Consumer<String> out) {
        try {
            // In files: a class path is longer than some shells allow, and two pipes would want two threads.
            Path options = Files.createTempFile("stepunit-", ".args");
            Path errors = Files.createTempFile("stepunit-", ".err");
            try {
                Files.writeString(options, options(classPath), Charset.defaultCharset());
                return run(options, errors, arguments, out);
            } finally {
                Files.deleteIfExists(options);
                Files.deleteIfExists(errors);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(
                    "The tests cannot be run with " + java + ": " + e.getMessage()
                            + "\n  do      name another java: -Dstepunit.mutate.jvm=/path/to/bin/java",
                    e);
        }
    }

    private Ended run(Path options, Path errors, List<String> arguments, Consumer<String> out) throws IOException {
        List<String> command = new ArrayList<>(List.of(java, "@" + options, MAIN));
        command.addAll(arguments);
        ProcessBuilder builder =
                new ProcessBuilder(command).directory(module.toFile()).redirectError(errors.toFile());
        builder.environment().putAll(settings.environment());
        Process process = builder.start();
        // Or it would run on when Maven is stopped.
        Thread stop = new Thread(process::destroyForcibly);
        try {
            Runtime.getRuntime().addShutdownHook(stop);
            process.getOutputStream().close();
            try (BufferedReader lines =
                    new BufferedReader(new InputStreamReader(process.getInputStream(), Charset.defaultCharset()))) {
                lines.lines().forEach(out);
            }
            int exitCode = process.waitFor();
            return new Ended(exitCode, new String(Files.readAllBytes(errors), Charset.defaultCharset()).strip());
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new IOException("interrupted", stopped);
        } finally {
            process.destroy();
            forget(stop);
        }
    }

    private static void forget(Thread hook) {
        try {
            Runtime.getRuntime().removeShutdownHook(hook);
        } catch (IllegalStateException stopping) {
            // The hook is at work.
        }
    }

    /** The content of a file of options, as the launcher of Java reads it. */
    String options(List<String> classPath) {
        StringBuilder text = new StringBuilder(COMPILER).append('\n');
        // Not quoted: it is a line of several arguments, with quotes of its own.
        text.append(settings.argLine()).append('\n');
        settings.systemProperties().forEach((name, value) -> text.append(quoted("-D" + name + "=" + value))
                .append('\n'));
        text.append("-cp ")
                .append(quoted(String.join(File.pathSeparator, classPath)))
                .append('\n');
        return text.toString();
    }

    private static String quoted(String argument) {
        return '"'
                + argument.replace("\\", "\\\\")
                        .replace("\"", "\\\"")
                        .replace("\n", "\\n")
                        .replace("\r", "\\r")
                + '"';
    }
}
