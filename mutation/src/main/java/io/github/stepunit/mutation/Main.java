package io.github.stepunit.mutation;

import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.PrintStream;
import java.io.PrintWriter;
import java.io.UncheckedIOException;
import java.nio.charset.Charset;
import java.util.Arrays;
import java.util.concurrent.Callable;
import org.apiguardian.api.API;
import org.jspecify.annotations.NullUnmarked;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/**
 * The command line, for build tools and shells: {@code java -cp TEST_CLASS_PATH io.github.stepunit.mutation.Main}. Runs the
 * tests of the class path in this JVM.
 */
@API(status = API.Status.EXPERIMENTAL, since = "0.1")
@Command(
        name = "stepunit-mutate",
        description = "Changes state machines the way people break them, and tells which changes no test notices.",
        mixinStandardHelpOptions = true,
        sortOptions = false)
@NullUnmarked // picocli sets the fields
public final class Main implements Callable<Integer> {

    /** Exit code when the score is too low. */
    static final int FELL_SHORT = 1;

    /** Exit code when the command itself could not do its work. */
    static final int FAILED = 2;

    @Spec
    private CommandSpec spec;

    @Mixin
    private TestOptions tests;

    @Mixin
    private MutantOptions mutants;

    @Option(names = "--list-mutators", description = "Lists the kinds of change, and does nothing else.")
    private boolean listMutators;

    @Mixin
    private ReportOptions reports;

    @Option(names = "--show-output", description = "Show what the tests print.")
    @SuppressWarnings("UnusedVariable") // main looks for it before anything is parsed
    private boolean showOutput;

    /** For picocli. */
    public Main() {}

    /** Runs the command and exits with its code: 0 when all is well, 1 when the score is too low, 2 for a mistake. */
    public static void main(String[] args) {
        PrintStream out = System.out;
        PrintStream err = System.err;
        int code;
        try {
            if (!Arrays.asList(args).contains("--show-output")) {
                // Thousands of runs would bury the progress under what the tests print.
                System.setOut(new PrintStream(OutputStream.nullOutputStream()));
                System.setErr(new PrintStream(OutputStream.nullOutputStream()));
            }
            code = run(writer(out), writer(err), args);
        } finally {
            System.setOut(out);
            System.setErr(err);
        }
        // Exits: a test that was given up may still be running.
        System.exit(code);
    }

    /** In the console's own encoding. */
    private static PrintWriter writer(PrintStream stream) {
        return new PrintWriter(new OutputStreamWriter(stream, Charset.defaultCharset()), true);
    }

    /** Runs the command; gives its exit code. */
    static int run(PrintWriter out, PrintWriter err, String... args) {
        return new CommandLine(new Main())
                .setOut(out)
                .setErr(err)
                .setCaseInsensitiveEnumValuesAllowed(true)
                .setExecutionExceptionHandler((exception, command, parsed) -> {
                    if (exception instanceof UncheckedIOException || exception instanceof MutationException) {
                        command.getErr().println(exception.getMessage());
                        return FAILED;
                    }
                    // Not 1, which says that the score is too low.
                    exception.printStackTrace(command.getErr());
                    return FAILED;
                })
                .execute(args);
    }

    @Override
    public Integer call() {
        PrintWriter out = spec.commandLine().getOut();
        if (listMutators) {
            Arrays.stream(Mutator.values()).map(Mutator::text).forEach(out::println);
            return 0;
        }
        reports.check();
        ClassLoader classLoader = Thread.currentThread().getContextClassLoader();
        MutationSettings settings = mutants.settings(tests, classLoader);
        MutationReport report = new MutationRun(settings, new Progress(out)).run(classLoader);
        reports.write(report, out);
        String shortfall = reports.shortfall(report.score());
        if (shortfall != null) {
            spec.commandLine().getErr().println(shortfall);
            return FELL_SHORT;
        }
        return 0;
    }
}
