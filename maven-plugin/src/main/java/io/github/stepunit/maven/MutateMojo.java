package io.github.stepunit.maven;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import javax.inject.Inject;
import org.apache.maven.execution.MavenSession;
import org.apache.maven.plugin.MojoExecution;
import org.apache.maven.plugin.MojoExecutionException;
import org.apache.maven.plugin.MojoFailureException;
import org.apache.maven.plugin.PluginParameterExpressionEvaluator;
import org.apache.maven.plugins.annotations.LifecyclePhase;
import org.apache.maven.plugins.annotations.Mojo;
import org.apache.maven.plugins.annotations.Parameter;
import org.apache.maven.plugins.annotations.ResolutionScope;
import org.apache.maven.project.MavenProject;
import org.apache.maven.toolchain.Toolchain;
import org.apache.maven.toolchain.ToolchainManager;
import org.apiguardian.api.API;
import org.codehaus.plexus.component.configurator.expression.ExpressionEvaluationException;
import org.codehaus.plexus.util.xml.Xpp3Dom;
import org.eclipse.aether.RepositorySystem;
import org.jspecify.annotations.NullUnmarked;

/**
 * Changes the state machines the way people break them, and tells which changes no test notices. The tests run in a JVM of
 * their own, with the class path, the arguments, system properties and environment variables that Surefire gives them in
 * its execution <code>default-test</code>, and with the properties of Maven's command line.
 * <code>stepunit-mutation</code> need not be among the dependencies of the module. To be called after the tests:
 * <code>mvn verify stepunit:mutate</code>, or bound.
 */
@API(status = API.Status.INTERNAL, since = "0.1")
@Mojo(
        name = "mutate",
        defaultPhase = LifecyclePhase.VERIFY,
        requiresDependencyResolution = ResolutionScope.TEST,
        threadSafe = true)
@NullUnmarked // Maven sets the fields
public class MutateMojo extends AbstractStepUnitMojo {

    /** The exit code of the command line when the score is too low. */
    private static final int FELL_SHORT = 1;

    /** What the command line writes, by format. */
    private static final Map<String, String> REPORTS =
            Map.of("HTML", "index.html", "JSON", "mutation-report.json", "TEXT", "summary.txt");

    private static final String NO_REPORT =
            "\n  but     there is no report: the JVM has not started, or a test has ended it"
                    + " (System.exit)?\n  do      see what the tests print: -Dstepunit.mutate.showOutput";

    @Parameter(defaultValue = "${project}", readonly = true, required = true)
    MavenProject project;

    @Parameter(defaultValue = "${session}", readonly = true, required = true)
    MavenSession session;

    @Parameter(defaultValue = "${mojoExecution}", readonly = true, required = true)
    MojoExecution mojoExecution;

    /** Names or files of the state machines to change, with <code>*</code>; all that the tests run if not given. */
    @Parameter(property = "stepunit.mutate.definitions")
    List<String> definitions;

    /** Names of the states to change, with <code>*</code>. */
    @Parameter(property = "stepunit.mutate.states")
    List<String> states;

    /** The kinds of change; all if not given. */
    @Parameter(property = "stepunit.mutate.mutators")
    List<String> mutators;

    /** The test classes to run, by their names with or without packages; those of the module's test folder if not given. */
    @Parameter(property = "stepunit.mutate.tests")
    List<String> tests;

    /** Tags: only tests with one of them, as with Surefire. */
    @Parameter(property = "groups")
    List<String> groups;

    /** Tags: no tests with one of them, as with Surefire. */
    @Parameter(property = "excludedGroups")
    List<String> excludedGroups;

    /** How many mutants are run at most; when there are more, so many are drawn. */
    @Parameter(property = "stepunit.mutate.maxMutants", defaultValue = "5000")
    int maxMutants;

    /** For drawing them. */
    @Parameter(property = "stepunit.mutate.seed", defaultValue = "0")
    long seed;

    /** How many seconds the tests may take in real time for one mutant. */
    @Parameter(property = "stepunit.mutate.timeout", defaultValue = "30")
    long timeout;

    /** The build fails when a smaller part of the mutants is noticed, in percent. */
    @Parameter(property = "stepunit.mutate.failBelow")
    Double failBelow;

    /** Which reports: <code>HTML</code>, <code>JSON</code>, <code>TEXT</code>; all if not given. */
    @Parameter(property = "stepunit.mutate.formats")
    List<String> formats;

    /** Where the reports are written. */
    @Parameter(property = "stepunit.mutate.directory", defaultValue = "${project.build.directory}/stepunit/mutation")
    File outputDirectory;

    /** What the page is called. */
    @Parameter(property = "stepunit.mutate.title", defaultValue = "${project.name}")
    String title;

    /** Whether what the tests print is shown. */
    @Parameter(property = "stepunit.mutate.showOutput", defaultValue = "false")
    boolean showOutput;

    /**
     * Arguments of the JVM; those of Surefire if not given. Before them stands <code>-XX:TieredStopAtLevel=1</code>, which is
     * faster for most; <code>-XX:TieredStopAtLevel=4</code> takes it back.
     */
    @Parameter(property = "stepunit.mutate.argLine")
    String argLine;

    /** The <code>java</code> to run; that of the toolchain, or Maven's own, if not given. */
    @Parameter(property = "stepunit.mutate.jvm")
    String jvm;

    /** System properties of the JVM, beside those of Surefire. */
    @Parameter
    Map<String, String> systemPropertyVariables;

    /** Environment variables of the JVM, beside those of Surefire. */
    @Parameter
    Map<String, String> environmentVariables;

    @Parameter(property = "skipTests", defaultValue = "false", readonly = true)
    boolean skipTests;

    @Parameter(property = "maven.test.skip", defaultValue = "false", readonly = true)
    boolean mavenTestSkip;

    private final MutationClassPath classPath;
    private final ToolchainManager toolchains;

    /** For Maven. */
    @Inject
    public MutateMojo(RepositorySystem repositorySystem, ToolchainManager toolchains) {
        this.classPath = new MutationClassPath(repositorySystem);
        this.toolchains = toolchains;
    }

    @Override
    void run() throws MojoExecutionException, MojoFailureException {
        Path testClasses = Path.of(project.getBuild().getTestOutputDirectory());
        if (skipTests || mavenTestSkip) {
            info("No mutants: tests are skipped.");
        } else if (!ModuleCoverage.of(project).usesStepUnit()) {
            info("No mutants: no test of this module can use StepUnit, which is not among its dependencies.");
        } else if (!Files.isDirectory(testClasses)) {
            info("No mutants: there are no test classes in " + testClasses + ".\n"
                    + "  do      compile them first: mvn test-compile stepunit:mutate");
        } else {
            TestJvm testJvm = jvm();
            List<String> elements = classPath.of(project, session.getRepositorySession());
            forgetReports();
            tell(testJvm.run(elements, arguments(testClasses), this::info));
        }
    }

    private TestJvm jvm() {
        Path basedir = project.getBasedir().toPath();
        // The execution of Maven's life cycle, or what stands for all of them.
        Xpp3Dom configuration = project.getGoalConfiguration(
                "org.apache.maven.plugins", "maven-surefire-plugin", "default-test", "test");
        SurefireSettings settings = SurefireSettings.of(configuration, argLine, this::valueOf)
                .with(systemPropertyVariables, environmentVariables)
                .called(basedir, session.getUserProperties());
        return new TestJvm(java(), settings, basedir);
    }

    private String valueOf(String name) {
        try {
            Object value = new PluginParameterExpressionEvaluator(session, mojoExecution).evaluate("${" + name + "}");
            return value == null ? null : value.toString();
        } catch (ExpressionEvaluationException mistake) {
            throw new IllegalArgumentException("${" + name + "} cannot be evaluated: " + mistake.getMessage(), mistake);
        }
    }

    private String java() {
        if (jvm != null) {
            return jvm;
        }
        Toolchain toolchain = toolchains.getToolchainFromBuildContext("jdk", session);
        String tool = toolchain == null ? null : toolchain.findTool("java");
        return tool == null
                ? Path.of(System.getProperty("java.home"), "bin", "java").toString()
                : tool;
    }

    /** What the command line of stepunit-mutation is given. */
    final List<String> arguments(Path testClasses) {
        List<String> arguments = new ArrayList<>();
        if (tests == null || tests.isEmpty()) {
            arguments.addAll(List.of("--scan", testClasses.toString()));
        }
        if (tests != null) {
            tests.forEach(name -> each("--class", TestNames.of(name, testClasses), arguments));
        }
        each("--definition", definitions, arguments);
        each("--state", states, arguments);
        each("--mutator", mutators, arguments);
        each("--tag", groups, arguments);
        each("--exclude-tag", excludedGroups, arguments);
        each("--format", formats, arguments);
        arguments.addAll(List.of("--max-mutants", Integer.toString(maxMutants)));
        arguments.addAll(List.of("--seed", Long.toString(seed)));
        arguments.addAll(List.of("--timeout", Long.toString(timeout)));
        if (failBelow != null) {
            arguments.addAll(List.of("--fail-below", failBelow.toString()));
        }
        arguments.addAll(List.of("--output", outputDirectory.toString()));
        arguments.addAll(List.of("--title", title));
        if (showOutput) {
            arguments.add("--show-output");
        }
        return arguments;
    }

    private static void each(String option, List<String> values, List<String> into) {
        if (values != null) {
            values.forEach(value -> into.addAll(List.of(option, value)));
        }
    }

    /** Those of the last time, so that there are none unless the command line has come to its end. */
    private void forgetReports() {
        try {
            for (Path each : reports()) {
                Files.deleteIfExists(each);
            }
        } catch (IOException e) {
            throw new UncheckedIOException("The last reports cannot be deleted: " + e.getMessage(), e);
        }
    }

    private List<Path> reports() {
        return REPORTS.entrySet().stream()
                .filter(each -> formats == null
                        || formats.isEmpty()
                        || formats.stream().anyMatch(format -> each.getKey().equalsIgnoreCase(format.strip())))
                .map(each -> outputDirectory.toPath().resolve(each.getValue()))
                .toList();
    }

    /** A JVM that cannot start ends with 1, too, and a test may end it with any code. */
    final void tell(TestJvm.Ended ended) throws MojoExecutionException, MojoFailureException {
        boolean isReported = reports().stream().allMatch(Files::exists);
        if (ended.exitCode() == FELL_SHORT && isReported) {
            throw new MojoFailureException(ended.errors());
        }
        if (ended.exitCode() != 0 || !isReported) {
            String said = ended.errors().isBlank()
                    ? "The JVM of the tests has ended with " + ended.exitCode() + ", and said nothing."
                    : ended.errors();
            throw new MojoExecutionException(isReported ? said : said + NO_REPORT);
        }
        warn(ended.errors());
    }
}
