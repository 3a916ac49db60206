package io.github.stepunit.maven;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.io.File;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.Set;
import org.apache.maven.artifact.DefaultArtifact;
import org.apache.maven.artifact.handler.DefaultArtifactHandler;
import org.apache.maven.plugin.MojoExecutionException;
import org.apache.maven.plugin.MojoFailureException;
import org.apache.maven.project.MavenProject;
import org.codehaus.plexus.util.xml.Xpp3Dom;
import org.codehaus.plexus.util.xml.Xpp3DomBuilder;
import org.jspecify.annotations.NullUnmarked;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** How the JVM of the tests is started; that the mutants run in it, the project src/it/mutate shows. */
@NullUnmarked // fields are injected, and Maven's parts are not asked
class MutateMojoTest {

    @TempDir
    Path folder;

    private Goals goals;
    private MutateMojo mutate;

    @BeforeEach
    void module() {
        goals = new Goals(folder);
        mutate = new MutateMojo(null, null);
        mutate.setLog(goals.told);
        mutate.project = goals.module();
        mutate.project
                .getBuild()
                .setTestOutputDirectory(goals.file("target/test-classes").toString());
        mutate.maxMutants = 5000;
        mutate.timeout = 30;
        mutate.title = "Orders & more";
        mutate.outputDirectory = goals.file("target/stepunit/mutation");
    }

    @Test
    void the_command_line_is_told_what_the_goal_was_told() {
        assertThat(mutate.arguments(Path.of("tests")))
                .containsExactly(
                        "--scan",
                        "tests",
                        "--max-mutants",
                        "5000",
                        "--seed",
                        "0",
                        "--timeout",
                        "30",
                        "--output",
                        mutate.outputDirectory.toString(),
                        "--title",
                        "Orders & more");
        mutate.tests = List.of("it.OrderTest");
        mutate.states = List.of("Charge card", "Ship*");
        mutate.excludedGroups = List.of("slow");
        mutate.failBelow = 80.5;
        mutate.showOutput = true;
        assertThat(mutate.arguments(Path.of("tests")))
                .containsSubsequence("--class", "it.OrderTest", "--state", "Charge card", "--state", "Ship*")
                .containsSubsequence("--exclude-tag", "slow", "--fail-below", "80.5", "--show-output")
                .doesNotContain("--scan");
    }

    @Test
    void tests_are_named_with_or_without_their_packages() throws Exception {
        Path classes = folder.resolve("classes");
        Files.createDirectories(classes.resolve("com/shop"));
        Files.createFile(classes.resolve("com/shop/OrderTest.class"));
        mutate.tests = List.of("OrderTest", "com.shop.OtherTest");
        assertThat(mutate.arguments(classes))
                .containsSubsequence("--class", "com.shop.OrderTest", "--class", "com.shop.OtherTest");
        mutate.tests = List.of("OrdersTest");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> mutate.arguments(classes))
                .withMessage("There is no test class OrdersTest in " + classes
                        + ".\n  do      give names of test classes, with or without their packages:"
                        + " -Dstepunit.mutate.tests=OrderTest");
    }

    @Test
    void a_module_without_stepunit_or_tests_has_no_mutants() throws Exception {
        mutate.execute();
        MavenProject module = mutate.project;
        module.setArtifacts(Set.of(new DefaultArtifact(
                "io.github.stepunit", "stepunit-core", "1", "test", "jar", null, new DefaultArtifactHandler("jar"))));
        mutate.execute();
        mutate.skipTests = true;
        mutate.execute();
        assertThat(goals.told.toString())
                .isEqualTo(
                        """
                        INFO No mutants: no test of this module can use StepUnit, which is not among its dependencies.
                        INFO No mutants: there are no test classes in FOLDER.
                        INFO   do      compile them first: mvn test-compile stepunit:mutate
                        INFO No mutants: tests are skipped.
                        """
                                .replace("FOLDER", module.getBuild().getTestOutputDirectory()));
    }

    @Test
    void surefire_is_told_once_how_the_tests_run() throws Exception {
        Map<String, String> known = Map.of("argLine", "-javaagent:agent.jar", "settings.localRepository", "/repo");
        Xpp3Dom configuration = configuration(
                """
                <argLine>-Xmx1g @{argLine} -javaagent:${settings.localRepository}/m.jar -Dn=${surefire.forkNumber}</argLine>
                <systemPropertyVariables><a>1</a><b/><n>${surefire.threadNumber}</n><e>${no}</e><f>a${no}</f></systemPropertyVariables>
                <environmentVariables><AWS_REGION>none</AWS_REGION></environmentVariables>""");
        SurefireSettings settings =
                SurefireSettings.of(configuration, null, known::get).with(Map.of("a", "2", "c", "3"), null);
        assertThat(settings.argLine()).isEqualTo("-Xmx1g -javaagent:agent.jar -javaagent:/repo/m.jar -Dn=1");
        assertThat(settings.systemProperties())
                .isEqualTo(Map.of("a", "2", "b", "", "c", "3", "n", "1", "e", "", "f", "a${no}"));
        assertThat(settings.environment()).isEqualTo(Map.of("AWS_REGION", "none"));
        assertThat(SurefireSettings.of(null, null, known::get).argLine()).isEqualTo("-javaagent:agent.jar");
        assertThat(SurefireSettings.of(null, null, name -> null).argLine()).isEmpty();
    }

    @Test
    void an_argument_that_nobody_knows_is_named() throws Exception {
        Xpp3Dom configuration = configuration("<argLine>@{argLine} -javaagent:${agent}</argLine>");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> SurefireSettings.of(configuration, null, Map.of("argLine", "-Xmx1g")::get))
                .withMessage(
                        """
                        Nobody knows ${agent} in the argLine of Surefire: @{argLine} -javaagent:${agent}
                          do      set the property, or give the goal a line of its own: -Dstepunit.mutate.argLine=...""");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> SurefireSettings.of(configuration, null, Map.of("agent", "a.jar")::get))
                .withMessageStartingWith("Nobody knows @{argLine} in ");
        assertThat(SurefireSettings.of(configuration, "-Xmx2g", name -> null).argLine())
                .isEqualTo("-Xmx2g");
    }

    @Test
    void the_command_line_of_maven_overrides() {
        Properties user = new Properties();
        user.setProperty("a", "2");
        assertThat(new SurefireSettings("", Map.of("a", "1", "b", "1"), Map.of())
                        .called(folder, user)
                        .systemProperties())
                .isEqualTo(Map.of("a", "2", "b", "1", "basedir", folder.toString()));
    }

    private static Xpp3Dom configuration(String content) throws Exception {
        return Xpp3DomBuilder.build(new StringReader("<configuration>" + content + "</configuration>"));
    }

    @Test
    void a_score_is_too_low_only_when_there_is_a_report() throws Exception {
        TestJvm.Ended low = new TestJvm.Ended(1, "The tests notice 1 of 2.");
        TestJvm.Ended silent = new TestJvm.Ended(0, "");
        mutate.formats = List.of("json");
        assertThatExceptionOfType(MojoExecutionException.class)
                .isThrownBy(() -> mutate.tell(low))
                .withMessageStartingWith("The tests notice 1 of 2.\n  but     there is no report: ");
        assertThatExceptionOfType(MojoExecutionException.class)
                .isThrownBy(() -> mutate.tell(silent))
                .withMessageStartingWith("The JVM of the tests has ended with 0, and said nothing.\n  but ");
        Files.createDirectories(mutate.outputDirectory.toPath());
        Files.writeString(mutate.outputDirectory.toPath().resolve("mutation-report.json"), "{}");
        assertThatExceptionOfType(MojoFailureException.class)
                .isThrownBy(() -> mutate.tell(low))
                .withMessage("The tests notice 1 of 2.");
        mutate.tell(silent);
    }

    @Test
    void options_go_through_a_file_whatever_is_in_them() {
        SurefireSettings settings =
                new SurefireSettings("-Xmx1g \"-Da=b c\"", Map.of("path", "C:\\new \"x\"\n"), Map.of());
        assertThat(new TestJvm("java", settings, folder).options(List.of("a b.jar", "c.jar")))
                .isEqualTo(
                        "-XX:TieredStopAtLevel=1\n-Xmx1g \"-Da=b c\"\n\"-Dpath=C:\\\\new \\\"x\\\"\\n\"\n-cp \"a b.jar"
                                + File.pathSeparator + "c.jar\"\n");
    }

    @Test
    void a_jvm_that_is_not_there_is_told_of() {
        TestJvm jvm = new TestJvm("/none/bin/java", new SurefireSettings("", Map.of(), Map.of()), folder);
        assertThatExceptionOfType(UncheckedIOException.class)
                .isThrownBy(() -> jvm.run(List.of(), List.of(), line -> {}))
                .withMessageStartingWith("The tests cannot be run with /none/bin/java: ")
                .withMessageEndingWith("\n  do      name another java: -Dstepunit.mutate.jvm=/path/to/bin/java");
    }

    @Test
    void what_a_jvm_says_that_fails_is_kept() {
        String java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
        TestJvm jvm = new TestJvm(java, new SurefireSettings("", Map.of(), Map.of()), folder);
        TestJvm.Ended ended = jvm.run(List.of("none.jar"), List.of(), line -> {});
        assertThat(ended.exitCode()).isEqualTo(1);
        assertThat(ended.errors()).contains("io.github.stepunit.mutation.Main");
    }
}
