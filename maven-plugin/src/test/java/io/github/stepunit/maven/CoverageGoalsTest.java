package io.github.stepunit.maven;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import org.apache.maven.artifact.DefaultArtifact;
import org.apache.maven.artifact.handler.DefaultArtifactHandler;
import org.apache.maven.plugin.MojoExecutionException;
import org.apache.maven.plugin.MojoFailureException;
import org.jspecify.annotations.NullUnmarked;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What the goals over gathered coverage say and leave behind. */
@NullUnmarked // fields are injected
class CoverageGoalsTest {

    private static final String NOTHING =
            """
            There is no coverage in target/stepunit/coverage.
              do      run tests with stepunit-junit5 on the test class path first (mvn verify); where the tests have a
                      stepunit.coverage.folder of their own, name it: -Dstepunit.parts=FOLDER""";

    @TempDir
    Path folder;

    private Goals goals;

    @BeforeEach
    void module() {
        goals = new Goals(folder);
    }

    private static void useExtension(CheckMojo check) {
        check.project.setArtifacts(Set.of(new DefaultArtifact(
                "io.github.stepunit", "stepunit-junit5", "1", "test", "jar", null, new DefaultArtifactHandler("jar"))));
    }

    @Test
    void report_writes_every_format_and_tells_the_summary() throws Exception {
        goals.ran(false).report().execute();
        assertThat(folder.resolve("target/stepunit/report"))
                .isDirectoryContaining("glob:**/index.html")
                .isDirectoryContaining("glob:**/sonar.xml");
        assertThat(goals.told.toString())
                .isEqualTo(
                        """
                        INFO                states     transitions
                        INFO   order      1/2  50%        1/2  50%  order.asl.json
                        INFO Never walked:
                        INFO   order.asl.json:8  Charge card, catcher 0 (CardDeclined) → Declined
                        INFO   order.asl.json:11  Declined
                        INFO URI
                        """
                                .replace(
                                        "URI",
                                        folder.resolve("target/stepunit/report/index.html")
                                                .toUri()
                                                .toString()));
    }

    @Test
    void report_writes_the_formats_it_is_asked_for_in_any_case() throws Exception {
        ReportMojo report = goals.ran(false).report();
        report.formats = new String[] {"lcov", " Json "};
        report.execute();
        assertThat(report.outputDirectory)
                .isDirectoryNotContaining(file -> file.getName().endsWith("html"));
        assertThat(report.outputDirectory.list()).containsExactlyInAnyOrder("lcov.info", "coverage.json");
        report.formats = new String[] {"pdf"};
        assertThatExceptionOfType(MojoExecutionException.class)
                .isThrownBy(report::execute)
                .withMessage("The parameter formats does not know \"pdf\".\n"
                        + "  do      give one of [HTML, JSON, TEXT, COBERTURA, LCOV, SONAR].");
    }

    @Test
    void report_says_what_to_do_when_there_is_no_coverage_and_writes_nothing() throws Exception {
        goals.report().execute();
        assertThat(goals.told.toString()).isEqualTo("INFO " + NOTHING.replace("\n", "\nINFO ") + "\n");
        assertThat(folder.resolve("target")).doesNotExist();
    }

    @Test
    void report_leaves_out_what_is_damaged_or_has_changed_and_tells_so() throws Exception {
        ReportMojo report = goals.ran(false).report();
        Files.writeString(folder.resolve("target/stepunit/coverage/part-half.json"), "{\"format\"");
        Files.writeString(folder.resolve("order.asl.json"), Goals.ORDER.replace("charge", "charge-2"));
        report.execute();
        assertThat(goals.told.toString())
                .contains("WARN " + folder.resolve("target/stepunit/coverage/part-half.json")
                        + " is left out: it ends in the middle")
                .contains("WARN The definition \"order\" is left out: its file order.asl.json has changed");
    }

    @Test
    void all_goals_can_be_skipped() throws Exception {
        ReportMojo report = goals.ran(false).report();
        report.skip = true;
        report.execute();
        assertThat(goals.told.toString()).isEqualTo("INFO StepUnit is skipped (stepunit.skip).\n");
    }

    @Test
    void check_passes_when_enough_was_walked() throws Exception {
        CheckMojo check = goals.ran(false).ran(true).check();
        check.states = 100.0;
        check.transitions = 100.0;
        check.execute();
        assertThat(goals.told.toString()).isEqualTo("INFO As much was walked as is required.\n");
    }

    @Test
    void check_fails_with_the_list_of_what_is_missing() throws Exception {
        CheckMojo check = goals.ran(false).check();
        check.transitions = 80.0;
        String missing = "order: 50 % of the transitions were walked (1 of 2), but 80 % are required. Never walked:\n"
                + "  order.asl.json:8  Charge card, catcher 0 (CardDeclined) → Declined";
        assertThatExceptionOfType(MojoFailureException.class)
                .isThrownBy(check::execute)
                .withMessage(missing);
        check.haltOnFailure = false;
        check.execute();
        assertThat(goals.told.toString()).isEqualTo("WARN " + missing.replace("\n", "\nWARN ") + "\n");
    }

    @Test
    void check_fails_without_coverage_where_tests_should_have_left_some() throws Exception {
        CheckMojo check = goals.check();
        check.states = 1.0;
        check.execute();
        assertThat(goals.told.toString())
                .isEqualTo("INFO Nothing to check: there is no coverage in target/stepunit/coverage.\n");
        useExtension(check);
        assertThatExceptionOfType(MojoFailureException.class)
                .isThrownBy(check::execute)
                .withMessage(NOTHING);
        check.skipTests = true;
        check.execute();
        check.skipTests = false;
        check.failIfNoCoverage = false;
        check.execute();
    }

    @Test
    void check_fails_for_parts_that_cannot_be_read_or_are_not_there() throws Exception {
        CheckMojo check = goals.ran(false).ran(true).check();
        check.states = 100.0;
        check.parts = new File[] {goals.file("target/stepunit/coverage"), goals.file("shard-2")};
        assertThatExceptionOfType(MojoFailureException.class)
                .isThrownBy(check::execute)
                .withMessage("There is no file or folder " + goals.file("shard-2") + ".");
    }

    @Test
    void check_wants_to_know_what_is_required() {
        assertThatExceptionOfType(MojoExecutionException.class)
                .isThrownBy(() -> goals.check().execute())
                .withMessage(
                        """
                        The goal check does not know what is required.
                          do      give <states>, <transitions> or both in its configuration, in percent (-Dstepunit.check.states=90)""");
    }

    @Test
    void merge_makes_one_file() throws Exception {
        goals.ran(false).ran(true).merge().execute();
        assertThat(goals.told.toString())
                .isEqualTo("INFO 2 parts with 1 state machines in target/stepunit/coverage.json\n");
        CheckMojo check = goals.check();
        check.parts = new File[] {goals.file("target/stepunit/coverage.json")};
        check.transitions = 100.0;
        check.execute();
    }

    @Test
    void compare_tells_what_is_newly_uncovered_and_can_fail_for_it() throws Exception {
        goals.ran(false).ran(true);
        MergeMojo merge = goals.merge();
        merge.outputFile = goals.file("baseline.json");
        merge.execute();
        io.github.stepunit.coverage.CoverageParts.clear(folder.resolve("target/stepunit/coverage"));
        CompareMojo compare = goals.ran(false).compare();
        compare.execute();
        assertThat(compare.outputFile).content().contains("No longer walked by any test:\n- line 8: Charge card");
        assertThat(goals.told.toString()).contains("INFO No longer walked by any test:");
        compare.failIfNewlyUncovered = true;
        assertThatExceptionOfType(MojoFailureException.class)
                .isThrownBy(compare::execute)
                .withMessageStartingWith(
                        "Tests walk less than the baseline " + compare.baseline + " did.\n\n### order");
    }

    @Test
    void compare_wants_a_baseline_and_coverage() throws Exception {
        CompareMojo compare = goals.compare();
        assertThatExceptionOfType(MojoExecutionException.class)
                .isThrownBy(compare::execute)
                .withMessage("There is no baseline: There is no file or folder " + compare.baseline
                        + ".\n  do      keep target/stepunit/report/coverage.json of the main branch, and name it:"
                        + " -Dstepunit.compare.baseline=FILE");
        goals.ran(false).merge().execute();
        compare.baseline = goals.file("target/stepunit/coverage.json");
        compare.parts = new File[] {goals.file("nowhere")};
        assertThatExceptionOfType(MojoExecutionException.class)
                .isThrownBy(compare::execute)
                .withMessageContaining("There is no coverage in nowhere.")
                .withMessageContaining("There is no file or folder " + goals.file("nowhere"));
    }
}
