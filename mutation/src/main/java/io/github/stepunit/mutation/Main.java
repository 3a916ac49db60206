package io.github.stepunit.mutation;

import java.io.File;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.PrintStream;
import java.io.PrintWriter;
import java.io.UncheckedIOException;
import java.nio.charset.Charset;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;
import java.util.stream.Collectors;
import org.apiguardian.api.API;
import org.jspecify.annotations.NullUnmarked;
import org.jspecify.annotations.Nullable;
import org.junit.platform.engine.DiscoverySelector;
import org.junit.platform.engine.Filter;
import org.junit.platform.engine.discovery.ClassNameFilter;
import org.junit.platform.engine.discovery.DiscoverySelectors;
import org.junit.platform.launcher.TagFilter;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
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

    @Option(
            names = "--scan",
            paramLabel = "FOLDER",
            split = ",",
            description = "Folders of the class path with test classes (default: all of them).")
    private List<Path> folders = List.of();

    @Option(names = "--class", paramLabel = "CLASS", split = ",", description = "Only the tests of these classes.")
    private List<String> classes = List.of();

    @Option(names = "--package", paramLabel = "PACKAGE", split = ",", description = "Only the tests of these packages.")
    private List<String> packages = List.of();

    @Option(
            names = "--include-classes",
            paramLabel = "REGEX",
            defaultValue = "^(.*[.$])?(Test[^.$]*|[^.$]+(Test|Tests|TestCase))(\\$.*)?$",
            description = "Which classes of folders and packages are tests (default: Test*, *Test, *Tests, *TestCase).")
    private String includeClasses;

    @Option(names = "--tag", paramLabel = "TAG", split = ",", description = "Only tests with one of these tags.")
    private List<String> tags = List.of();

    @Option(names = "--exclude-tag", paramLabel = "TAG", split = ",", description = "No tests with one of these tags.")
    private List<String> excludedTags = List.of();

    @Option(
            names = "--definition",
            paramLabel = "GLOB",
            split = ",",
            description = "Only state machines with one of these names or files.")
    private List<String> definitions = List.of();

    @Option(names = "--state", paramLabel = "GLOB", description = "Only states with this name; may be repeated.")
    private List<String> states = List.of();

    @Option(names = "--mutator", paramLabel = "NAME", split = ",", description = "Only these kinds of change.")
    private List<String> mutators = List.of();

    @Option(names = "--list-mutators", description = "Lists the kinds of change, and does nothing else.")
    private boolean listMutators;

    @Option(
            names = "--max-mutants",
            paramLabel = "N",
            defaultValue = "5000",
            description = "When there are more, so many are drawn (default: ${DEFAULT-VALUE}).")
    private int maxMutants;

    @Option(
            names = "--seed",
            paramLabel = "N",
            defaultValue = "0",
            description = "For drawing them (default: ${DEFAULT-VALUE}).")
    private long seed;

    @Option(
            names = "--timeout",
            paramLabel = "SECONDS",
            defaultValue = "30",
            description = "How long a test may take in real time (default: ${DEFAULT-VALUE}).")
    private long timeout;

    @Option(
            names = "--fail-below",
            paramLabel = "PERCENT",
            description = "Exit with 1 when a smaller part of the mutants is noticed.")
    @Nullable
    private Double failBelow;

    @Option(
            names = {"-o", "--output"},
            paramLabel = "FOLDER",
            defaultValue = "target/stepunit/mutation",
            description = "Where to (default: ${DEFAULT-VALUE}).")
    private Path output;

    @Option(
            names = {"-f", "--format"},
            split = ",",
            paramLabel = "FORMAT",
            description = "Which: ${COMPLETION-CANDIDATES} (default: all).")
    private Set<ReportFormat> formats = EnumSet.allOf(ReportFormat.class);

    @Option(
            names = "--title",
            defaultValue = "State machines",
            description = "What the page is called (default: ${DEFAULT-VALUE}).")
    private String title;

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
        MutationSettings settings = settings();
        ClassLoader classLoader = Thread.currentThread().getContextClassLoader();
        MutationReport report = new MutationRun(settings, new Progress(out)).run(classLoader);
        ReportFiles.write(report, title, output, formats);
        out.println();
        out.print(MutationSummary.of(report));
        formats.forEach(each -> out.println(output.resolve(each.fileName()).toUri()));
        out.flush();
        if (failBelow != null && report.score().percent() < failBelow) {
            spec.commandLine()
                    .getErr()
                    .println("The tests notice " + report.score() + " of the mutants, but "
                            + String.format(Locale.ROOT, "%s", plain(failBelow)) + " % are required.");
            return FELL_SHORT;
        }
        return 0;
    }

    private static String plain(double percent) {
        return percent == Math.rint(percent) ? Long.toString((long) percent) : Double.toString(percent);
    }

    private MutationSettings settings() {
        if (maxMutants < 1) {
            throw wrong("--max-mutants is " + maxMutants + ", but should be 1 or more.");
        }
        if (timeout < 1) {
            throw wrong("--timeout is " + timeout + ", but should be 1 or more.");
        }
        if (failBelow != null && !(failBelow >= 0 && failBelow <= 100)) {
            throw wrong("--fail-below is " + failBelow + ", but should be a percentage from 0 to 100.");
        }
        return new MutationSettings(
                selectors(),
                filters(),
                definitions.stream().map(MutationSettings::glob).toList(),
                states.stream().map(MutationSettings::glob).toList(),
                mutators.stream().map(this::mutator).collect(Collectors.toCollection(LinkedHashSet::new)),
                maxMutants,
                seed,
                Duration.ofSeconds(timeout),
                Path.of(""));
    }

    private List<DiscoverySelector> selectors() {
        List<DiscoverySelector> selectors = new ArrayList<>();
        for (String each : classes) {
            try {
                Class.forName(each, false, Thread.currentThread().getContextClassLoader());
            } catch (ClassNotFoundException | LinkageError missing) {
                throw new MutationException("There is no class " + each + " on the class path (--class).");
            }
            selectors.add(DiscoverySelectors.selectClass(each));
        }
        packages.forEach(each -> selectors.add(DiscoverySelectors.selectPackage(each)));
        for (Path each : folders) {
            if (!Files.isDirectory(each)) {
                throw new MutationException("There is no folder " + each + " (--scan).");
            }
        }
        if (!folders.isEmpty() || selectors.isEmpty()) {
            Set<Path> roots = new LinkedHashSet<>(folders.isEmpty() ? classPathFolders() : folders);
            selectors.addAll(DiscoverySelectors.selectClasspathRoots(roots));
        }
        return selectors;
    }

    private static List<Path> classPathFolders() {
        List<Path> found = new ArrayList<>();
        for (String entry : System.getProperty("java.class.path", "").split(Pattern.quote(File.pathSeparator), -1)) {
            try {
                if (!entry.isEmpty() && Files.isDirectory(Path.of(entry))) {
                    found.add(Path.of(entry));
                }
            } catch (InvalidPathException noFolder) {
                // Nor a place for classes.
            }
        }
        return found;
    }

    private List<Filter<?>> filters() {
        List<Filter<?>> filters = new ArrayList<>();
        if (classes.isEmpty()) {
            try {
                Pattern.compile(includeClasses);
            } catch (PatternSyntaxException mistake) {
                throw wrong("--include-classes is no regular expression: " + mistake.getDescription());
            }
            filters.add(ClassNameFilter.includeClassNamePatterns(includeClasses));
        }
        if (!tags.isEmpty()) {
            filters.add(TagFilter.includeTags(tags));
        }
        if (!excludedTags.isEmpty()) {
            filters.add(TagFilter.excludeTags(excludedTags));
        }
        return filters;
    }

    private Mutator mutator(String name) {
        return Arrays.stream(Mutator.values())
                .filter(each -> each.text().equalsIgnoreCase(name.strip()))
                .findFirst()
                .orElseThrow(() -> wrong("There is no mutator " + name + ". There are: "
                        + Arrays.stream(Mutator.values()).map(Mutator::text).collect(Collectors.joining(", "))
                        + "."));
    }

    private ParameterException wrong(String message) {
        return new ParameterException(spec.commandLine(), message);
    }
}
