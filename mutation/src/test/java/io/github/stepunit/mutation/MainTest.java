package io.github.stepunit.mutation;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.networknt.schema.InputFormat;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import io.github.stepunit.json.JsonText;
import io.github.stepunit.mutation.fixtures.BeforeAllFixture;
import io.github.stepunit.mutation.fixtures.EndlessFixture;
import io.github.stepunit.mutation.fixtures.MissingSnapshotFixture;
import io.github.stepunit.mutation.fixtures.OrderDependentFixture;
import io.github.stepunit.mutation.fixtures.RedFixture;
import io.github.stepunit.mutation.fixtures.SharedExecutionFixture;
import io.github.stepunit.mutation.fixtures.SnapshotFixture;
import io.github.stepunit.mutation.fixtures.StaticMachineFixture;
import io.github.stepunit.mutation.fixtures.SweepFixture;
import io.github.stepunit.mutation.fixtures.WeakFixture;
import io.github.stepunit.mutation.fixtures.WithoutMachineFixture;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.NullUnmarked;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The command line, and with it all of a run. */
@NullUnmarked // fields are injected
class MainTest {

    private static final Path SNAPSHOTS = Path.of("src/test/resources/io/github/stepunit/mutation/fixtures");

    @TempDir
    Path folder;

    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();

    private int run(Class<?> tests, String... options) {
        String[] args = new String[options.length + 4];
        args[0] = "--class";
        args[1] = tests.getName();
        args[2] = "-o";
        args[3] = folder.toString();
        System.arraycopy(options, 0, args, 4, options.length);
        return Main.run(new PrintWriter(out, true), new PrintWriter(err, true), args);
    }

    private String written(ReportFormat format) throws Exception {
        return Files.readString(folder.resolve(format.fileName()));
    }

    private static String golden(String name) throws Exception {
        try (var in = Objects.requireNonNull(MainTest.class.getResourceAsStream("/" + name))) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    @Test
    void the_summary_tells_the_score_and_the_assertions_that_are_missing() throws Exception {
        assertThat(run(WeakFixture.class)).isZero();
        assertThat(err.toString()).isEmpty();
        assertThat(written(ReportFormat.TEXT)).isEqualTo(golden("weak-summary.txt"));
        assertThat(out.toString())
                .contains("3 of them run a state machine.")
                .contains("killed,")
                .endsWith("\n" + folder.resolve("summary.txt").toUri() + "\n");
    }

    @Test
    void the_same_tests_give_the_same_report() throws Exception {
        run(WeakFixture.class);
        String first = written(ReportFormat.JSON);
        run(WeakFixture.class);
        assertThat(written(ReportFormat.JSON)).isEqualTo(first);
    }

    @Test
    void the_json_is_what_the_schema_of_mutation_testing_elements_asks_for() throws Exception {
        run(WeakFixture.class);
        var schema = SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_7)
                .getSchema(golden("mutation-testing-report-schema/mutation-testing-report-schema.json"));
        assertThat(schema.validate(written(ReportFormat.JSON), InputFormat.JSON))
                .isEmpty();
        // The schema does say no.
        assertThat(schema.validate(written(ReportFormat.JSON).replace("\"Killed\"", "\"Dead\""), InputFormat.JSON))
                .isNotEmpty();
        JsonNode report = JsonText.parse(written(ReportFormat.JSON));
        JsonNode file = report.path("files").path("mutation/src/test/resources/statemachines/fixture.asl.json");
        assertThat(file.path("source").asText()).startsWith("{\n  \"StartAt\": \"Charge card\"");
        assertThat(file.path("mutants").size())
                .isEqualTo(report.path("config").path("mutants").asInt());
        JsonNode dropped = file.path("mutants").findParents("mutatorName").stream()
                .filter(each -> each.path("mutatorName").asText().equals("Catcher"))
                .findFirst()
                .orElseThrow();
        assertThat(dropped.path("location").toString())
                .isEqualTo("{\"start\":{\"line\":10,\"column\":7},\"end\":{\"line\":10,\"column\":101}}");
        assertThat(report.path("testFiles")
                        .path(WeakFixture.class.getName())
                        .path("tests")
                        .size())
                .isEqualTo(3);
    }

    @Test
    void machines_in_static_fields_are_mutated_too() throws Exception {
        assertThat(run(StaticMachineFixture.class)).isZero();
        assertThat(written(ReportFormat.TEXT)).contains("100.0 %").contains("StateMachine  definition");
    }

    @Test
    void a_score_below_the_threshold_fails() {
        assertThat(run(WeakFixture.class, "--fail-below", "99.5")).isEqualTo(1);
        assertThat(err.toString())
                .matches("The tests notice \\d+\\.\\d % of the mutants, but 99\\.5 % are required\\.\n");
        assertThat(run(StaticMachineFixture.class, "--fail-below", "100")).isZero();
    }

    @Test
    void a_sample_is_drawn_by_the_seed_and_told() throws Exception {
        assertThat(run(WeakFixture.class, "--max-mutants", "5", "--seed", "7")).isZero();
        String first = written(ReportFormat.JSON);
        String sampled = "Sampled: 5 of \\d\\d mutants, drawn with seed 7\\.";
        assertThat(written(ReportFormat.TEXT)).containsPattern(sampled);
        assertThat(written(ReportFormat.HTML)).containsPattern("<li>" + sampled + "</li>");
        run(WeakFixture.class, "--max-mutants", "5", "--seed", "8");
        assertThat(written(ReportFormat.JSON)).isNotEqualTo(first);
    }

    @Test
    void only_what_is_wanted_is_mutated() throws Exception {
        assertThat(run(WeakFixture.class, "--mutator", "wait,Catcher", "--state", "Cool*"))
                .isZero();
        assertThat(out.toString()).contains(" 1 mutant of 1 state machine.");
        assertThat(run(WeakFixture.class, "--definition", "*/other.asl.json")).isEqualTo(2);
        assertThat(err.toString())
                .isEqualTo("None of the state machines that the tests load is wanted. They load: fixture"
                        + " (mutation/src/test/resources/statemachines/fixture.asl.json).\n");
    }

    @Test
    void tests_that_fail_without_any_mutant_are_named() {
        assertThat(run(RedFixture.class)).isEqualTo(2);
        assertThat(err.toString())
                .isEqualTo(
                        """
                        1 test fails without any mutant. Mend or exclude first:
                          RedFixture.is_red: This is red,
                        """);
    }

    @Test
    void a_snapshot_that_is_missing_fails_without_any_mutant() {
        assertThat(run(MissingSnapshotFixture.class)).isEqualTo(2);
        assertThat(err.toString())
                .isEqualTo(
                        """
                        1 test fails without any mutant. Mend or exclude first:
                          MissingSnapshotFixture.waits: Expecting execution to match the snapshot
                        """);
        assertThat(SNAPSHOTS.resolve("MissingSnapshotFixture.snapshots")).doesNotExist();
    }

    @Test
    void no_mutant_writes_a_snapshot_and_one_that_would_need_to_is_noticed() throws Exception {
        String before = System.setProperty("stepunit.snapshots", "update");
        try {
            assertThat(run(SnapshotFixture.class, "--mutator", "Wait")).isZero();
            assertThat(System.getProperty("stepunit.snapshots")).isEqualTo("update");
        } finally {
            restore(before);
        }
        assertThat(written(ReportFormat.TEXT)).contains("100.0 %");
        assertThat(SNAPSHOTS.resolve("SnapshotFixture.snapshots")).isDirectoryContaining("glob:**/waits-5 s.txt");
        try (var files = Files.list(SNAPSHOTS.resolve("SnapshotFixture.snapshots"))) {
            assertThat(files).hasSize(1);
        }
    }

    private static void restore(@Nullable String snapshots) {
        if (snapshots == null) {
            System.clearProperty("stepunit.snapshots");
        } else {
            System.setProperty("stepunit.snapshots", snapshots);
        }
    }

    @Test
    void tests_without_a_machine_are_told() {
        assertThat(run(WithoutMachineFixture.class)).isEqualTo(2);
        assertThat(err.toString()).isEqualTo("The tests loaded no state machine: there is nothing to mutate.\n");
    }

    @Test
    void a_class_path_without_tests_is_told() {
        int code = Main.run(
                new PrintWriter(out, true),
                new PrintWriter(err, true),
                "--package",
                "io.github.stepunit.mutation.fixtures",
                "--include-classes",
                "Nothing");
        assertThat(code).isEqualTo(2);
        assertThat(err.toString()).startsWith("No test was found. Are the test classes on the class path,");
    }

    @Test
    void what_a_class_runs_before_its_tests_belongs_to_all_of_them() throws Exception {
        assertThat(run(BeforeAllFixture.class)).isZero();
        assertThat(mutantsBy("Wait")).singleElement().satisfies(each -> {
            assertThat(each.path("status").asText()).isEqualTo("Killed");
            assertThat(each.path("coveredBy")).hasSize(5);
            assertThat(test(each.path("killedBy").path(0))).isEqualTo("BeforeAllFixture Later.waits");
        });
        assertThat(written(ReportFormat.TEXT))
                .contains(
                        """
                              Add to BeforeAllFixture Later.waits, for execution 1 that BeforeAllFixture starts for all its tests:
                              assertThat(execution).state("Done").hasOutput("'done'");
                        """);
    }

    @Test
    void what_a_factory_runs_before_its_tests_belongs_to_all_of_them() throws Exception {
        assertThat(run(BeforeAllFixture.class, "--mutator", "Error")).isZero();
        assertThat(mutantsBy("Error")).singleElement().satisfies(each -> {
            assertThat(each.path("coveredBy")).hasSize(2);
            assertThat(test(each.path("killedBy").path(0))).isEqualTo("BeforeAllFixture.factory with");
        });
    }

    @Test
    void a_run_of_a_sweep_is_run_after_those_that_plan_it() throws Exception {
        assertThat(run(SweepFixture.class, "--mutator", "RetryInterval")).isZero();
        JsonNode interval = mutantsBy("RetryInterval").get(0);
        assertThat(interval.path("description").asText()).startsWith("IntervalSeconds of retrier 0");
        assertThat(interval.path("status").asText()).isEqualTo("Killed");
        assertThat(test(interval.path("killedBy").path(0)))
                .startsWith("SweepFixture.a_second_attempt_waits_for_a_second ");
    }

    @Test
    void an_execution_that_is_started_once_for_all_is_told() throws Exception {
        assertThat(run(SharedExecutionFixture.class)).isZero();
        assertThat(written(ReportFormat.TEXT))
                .contains(
                        "SharedExecutionFixture.a_starts_it_once starts fewer executions when it is run alone than among"
                                + " the others; what the others start is not there to be mutated. Do tests share an execution in a"
                                + " static field?");
    }

    private List<JsonNode> mutantsBy(String mutator) throws Exception {
        return JsonText.parse(written(ReportFormat.JSON)).path("files").findParents("mutatorName").stream()
                .filter(each -> each.path("mutatorName").asText().equals(mutator))
                .toList();
    }

    /** The name of a test by its number. */
    private String test(JsonNode id) throws Exception {
        return JsonText.parse(written(ReportFormat.JSON)).path("testFiles").findParents("id").stream()
                .filter(each -> each.path("id").equals(id))
                .map(each -> each.path("name").asText())
                .findFirst()
                .orElse("none");
    }

    @Test
    void a_test_that_fails_when_run_alone_says_nothing() throws Exception {
        assertThat(run(OrderDependentFixture.class)).isZero();
        assertThat(written(ReportFormat.TEXT))
                .contains("OrderDependentFixture.second fails when it is run alone, without any mutant;"
                        + " what it says of mutants does not count. Does it need what another test leaves behind?");
    }

    @Test
    void a_test_that_comes_to_no_end_is_given_up() throws Exception {
        assertThat(run(EndlessFixture.class, "--timeout", "1")).isZero();
        JsonNode mutant = JsonText.parse(written(ReportFormat.JSON))
                .at("/files")
                .iterator()
                .next()
                .at("/mutants/0");
        assertThat(mutant.path("status").asText()).isEqualTo("Timeout");
        assertThat(mutant.path("statusReason").asText())
                .isEqualTo("After 1 s of real time EndlessFixture.starts_until_it_takes_five_seconds had not ended.");
    }

    @Test
    void mistakes_are_told_in_a_line() {
        assertThat(run(WeakFixture.class, "--mutator", "Catch")).isEqualTo(2);
        assertThat(err.toString()).startsWith("There is no mutator Catch. There are: Catcher, Retrier, ErrorName,");
        assertThat(Main.run(new PrintWriter(out, true), new PrintWriter(err, true), "--class", "no.such.Type"))
                .isEqualTo(2);
        assertThat(err.toString()).endsWith("There is no class no.such.Type on the class path (--class).\n");
        assertThat(Main.run(new PrintWriter(out, true), new PrintWriter(err, true), "--scan", "no/such/folder"))
                .isEqualTo(2);
        assertThat(err.toString()).endsWith("There is no folder no/such/folder (--scan).\n");
    }

    @Test
    void a_class_path_without_a_test_engine_is_told() {
        Thread thread = Thread.currentThread();
        ClassLoader before = thread.getContextClassLoader();
        try {
            thread.setContextClassLoader(ClassLoader.getPlatformClassLoader());
            int code = Main.run(
                    new PrintWriter(out, true),
                    new PrintWriter(err, true),
                    "--package",
                    "io.github.stepunit.mutation.fixtures",
                    "-o",
                    folder.toString());
            assertThat(code).isEqualTo(2);
        } finally {
            thread.setContextClassLoader(before);
        }
        assertThat(err.toString())
                .startsWith("JUnit cannot run tests with this class path, which should have junit-jupiter-engine on it."
                        + " JUnit says: Cannot create Launcher without at least one TestEngine")
                .hasLineCount(1);
    }

    @Test
    void a_folder_that_cannot_be_is_told_before_anything_is_run() throws Exception {
        Path file = Files.writeString(folder.resolve("file"), "");
        int code = Main.run(
                new PrintWriter(out, true),
                new PrintWriter(err, true),
                "--class",
                WeakFixture.class.getName(),
                "-o",
                file.resolve("x").toString());
        assertThat(code).isEqualTo(2);
        assertThat(err.toString()).startsWith("There can be no folder " + file.resolve("x") + " (--output): ");
        assertThat(out.toString()).isEmpty();
    }

    @Test
    void all_mutators_are_listed() {
        assertThat(Main.run(new PrintWriter(out, true), new PrintWriter(err, true), "--list-mutators"))
                .isZero();
        assertThat(out.toString().lines()).hasSize(Mutator.values().length).contains("ResultPath");
    }
}
