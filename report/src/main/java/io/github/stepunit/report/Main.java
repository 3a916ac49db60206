package io.github.stepunit.report;

import io.github.stepunit.coverage.CoverageComparison;
import io.github.stepunit.coverage.CoverageData;
import io.github.stepunit.coverage.CoverageParts;
import io.github.stepunit.coverage.CoverageSummary;
import io.github.stepunit.coverage.Thresholds;
import io.github.stepunit.definition.InvalidDefinitionException;
import io.github.stepunit.definition.StateMachineType;
import io.github.stepunit.loader.DefinitionLoadException;
import java.io.OutputStreamWriter;
import java.io.PrintStream;
import java.io.PrintWriter;
import java.io.UncheckedIOException;
import java.nio.charset.Charset;
import java.nio.file.Path;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Callable;
import org.apiguardian.api.API;
import org.jspecify.annotations.NullUnmarked;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** The command line, for Gradle and for shells: {@code java -cp … io.github.stepunit.report.Main report target/…}. */
@API(status = API.Status.EXPERIMENTAL, since = "0.1")
@Command(
        name = "stepunit",
        description = "Coverage and pictures of Step Functions state machines.",
        mixinStandardHelpOptions = true,
        subcommands = {Main.Report.class, Main.Check.class, Main.Merge.class, Main.Compare.class, Main.Graph.class})
@NullUnmarked // picocli sets the fields
public final class Main implements Callable<Integer> {

    /** Exit code when a threshold is missed or something is newly uncovered. */
    static final int FELL_SHORT = 1;

    /** Exit code when the command itself could not do its work. */
    static final int FAILED = 2;

    @Spec
    private CommandSpec spec;

    /** For picocli. */
    public Main() {}

    /** Runs the command and exits with its code: 0 when all is well, 1 when coverage falls short, 2 for a mistake. */
    public static void main(String[] args) {
        System.exit(run(writer(System.out), writer(System.err), args));
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
                    if (exception instanceof UncheckedIOException
                            || exception instanceof IllegalArgumentException
                            || exception instanceof InvalidDefinitionException
                            || exception instanceof DefinitionLoadException) {
                        command.getErr().println(exception.getMessage());
                        return FAILED;
                    }
                    throw exception;
                })
                .execute(args);
    }

    @Override
    public Integer call() {
        spec.commandLine().usage(spec.commandLine().getOut());
        return FAILED;
    }

    /** What several commands take. */
    abstract static class OfParts implements Callable<Integer> {

        @Spec
        CommandSpec spec;

        @Parameters(
                arity = "1..*",
                paramLabel = "PART",
                description = "Files of coverage data, or folders with parts (target/stepunit/coverage).")
        List<Path> places;

        PrintWriter out() {
            return spec.commandLine().getOut();
        }

        PrintWriter err() {
            return spec.commandLine().getErr();
        }

        /** @throws IllegalArgumentException when there is nothing that can be read; says why */
        CoverageParts read() {
            CoverageParts parts = CoverageParts.read(places);
            if (parts.count() == 0 && !parts.problems().isEmpty()) {
                throw new IllegalArgumentException(String.join("\n", parts.problems()));
            }
            return parts;
        }

        CoverageParts readAndTell() {
            CoverageParts parts = read();
            parts.problems().forEach(err()::println);
            return parts;
        }
    }

    /** {@code report}. */
    @Command(
            name = "report",
            description = "Writes reports, and the summary to the console.",
            mixinStandardHelpOptions = true)
    static final class Report extends OfParts {

        @Option(
                names = {"-o", "--output"},
                paramLabel = "FOLDER",
                defaultValue = "target/stepunit/report",
                description = "Where to (default: ${DEFAULT-VALUE}).")
        Path output;

        @Option(
                names = {"-f", "--format"},
                split = ",",
                paramLabel = "FORMAT",
                description = "Which: ${COMPLETION-CANDIDATES} (default: all).")
        Set<ReportFormat> formats = EnumSet.allOf(ReportFormat.class);

        @Option(
                names = "--title",
                defaultValue = "Coverage",
                description = "What it is called (default: ${DEFAULT-VALUE}).")
        String title;

        @Option(
                names = "--repository",
                paramLabel = "FOLDER",
                description =
                        "Leave out definitions whose files, relative to this folder, have changed since or are gone.")
        @Nullable
        Path repository;

        @Option(
                names = "--timestamp",
                paramLabel = "MILLIS",
                defaultValue = "0",
                description = "When the tests ran, for Cobertura (default: ${DEFAULT-VALUE}).")
        long timestamp;

        @Override
        public Integer call() {
            CoverageParts parts = readAndTell();
            CoverageReport report = CoverageReport.of(parts, title, repository);
            report.problems()
                    .subList(parts.problems().size(), report.problems().size())
                    .forEach(err()::println);
            report.write(output, formats, timestamp);
            out().print(CoverageSummary.of(report.data()));
            if (formats.contains(ReportFormat.HTML)) {
                out().println(output.resolve(ReportFormat.HTML.fileName()).toUri());
            }
            out().flush();
            return 0;
        }
    }

    /** {@code check}. */
    @Command(name = "check", description = "Fails when too little was walked.", mixinStandardHelpOptions = true)
    static final class Check extends OfParts {

        @Option(names = "--states", paramLabel = "PERCENT", description = "Required of the states.")
        @Nullable
        Double states;

        @Option(names = "--transitions", paramLabel = "PERCENT", description = "Required of the transitions.")
        @Nullable
        Double transitions;

        @Option(names = "--each", description = "Required of every state machine, not of all together.")
        boolean each;

        @Override
        public Integer call() {
            if (states == null && transitions == null) {
                throw new IllegalArgumentException(
                        "Say what is required: --states PERCENT, --transitions PERCENT or both.");
            }
            List<String> violations = new Thresholds(states, transitions, each).violations(read());
            violations.forEach(err()::println);
            return violations.isEmpty() ? 0 : FELL_SHORT;
        }
    }

    /** {@code merge}. */
    @Command(name = "merge", description = "Makes one file of many parts.", mixinStandardHelpOptions = true)
    static final class Merge extends OfParts {

        @Option(
                names = {"-o", "--output"},
                paramLabel = "FILE",
                required = true,
                description = "Where to.")
        Path output;

        @Override
        public Integer call() {
            CoverageParts parts = readAndTell();
            CoverageParts.write(parts.data(), output);
            out().println(parts.count() + " parts with "
                    + parts.data().definitions().size() + " state machines in " + output);
            return parts.problems().isEmpty() ? 0 : FELL_SHORT;
        }
    }

    /** {@code compare}. */
    @Command(
            name = "compare",
            description = "Tells, in Markdown, what is not walked now that was walked or was not there before.",
            mixinStandardHelpOptions = true)
    static final class Compare implements Callable<Integer> {

        @Spec
        CommandSpec spec;

        @Parameters(index = "0", paramLabel = "BEFORE", description = "File or folder of the main branch.")
        Path before;

        @Parameters(index = "1", paramLabel = "AFTER", description = "File or folder of the pull request.")
        Path after;

        @Option(names = "--fail", description = "Exit with 1 when anything is newly uncovered.")
        boolean fail;

        @Override
        public Integer call() {
            CoverageParts then = CoverageParts.read(List.of(before));
            CoverageParts now = CoverageParts.read(List.of(after));
            PrintWriter err = spec.commandLine().getErr();
            then.problems().forEach(err::println);
            now.problems().forEach(err::println);
            if (then.count() == 0 || now.count() == 0) {
                return FAILED;
            }
            CoverageComparison comparison = CoverageComparison.between(then.data(), now.data());
            spec.commandLine().getOut().print(comparison.toMarkdown());
            spec.commandLine().getOut().flush();
            return fail && comparison.hasNewlyUncovered() ? FELL_SHORT : 0;
        }
    }

    /** {@code graph}. */
    @Command(
            name = "graph",
            description = "Draws a definition, or what was walked of one.",
            mixinStandardHelpOptions = true)
    static final class Graph implements Callable<Integer> {

        @Spec
        CommandSpec spec;

        @Parameters(paramLabel = "FILE", description = "A definition, or a template with one in it.")
        Path definition;

        @Option(names = "--machine", paramLabel = "NAME", description = "Which, of a template with several.")
        @Nullable
        String machine;

        @Option(names = "--type", description = "${COMPLETION-CANDIDATES} (default: what the file says).")
        @Nullable
        StateMachineType type;

        @Option(names = "--coverage", paramLabel = "PART", description = "Coverage data to colour it with.")
        List<Path> coverage = List.of();

        @Option(
                names = {"-f", "--format"},
                defaultValue = "SVG",
                description = "${COMPLETION-CANDIDATES} (default: ${DEFAULT-VALUE}).")
        GraphFormat format;

        @Option(
                names = {"-o", "--output"},
                paramLabel = "FILE",
                description = "Where to (default: the console).")
        @Nullable
        Path output;

        @Override
        public Integer call() {
            DefinitionPicture picture = DefinitionPicture.of(definition, machine, type, coverage());
            if (output == null) {
                spec.commandLine().getOut().print(picture.text(format));
                spec.commandLine().getOut().flush();
            } else {
                picture.write(format, output);
            }
            return 0;
        }

        private @Nullable CoverageData coverage() {
            if (coverage.isEmpty()) {
                return null;
            }
            CoverageParts parts = CoverageParts.read(coverage);
            parts.problems().forEach(spec.commandLine().getErr()::println);
            return parts.data();
        }
    }
}
