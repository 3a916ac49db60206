package io.github.stepunit.report;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.stepunit.coverage.CoverageData;
import io.github.stepunit.coverage.CoverageParts;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.NullUnmarked;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The command line. */
@NullUnmarked // fields are injected
class MainTest {

    @TempDir
    Path folder;

    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();

    @BeforeEach
    void writeParts() {
        write(Coverages.ofOrder().data(), "parts/part-1.json");
        write(Coverages.ofOrder().data(), "parts/part-2.json");
    }

    private void write(CoverageData data, String file) {
        CoverageParts.write(data, folder.resolve(file));
    }

    private int run(String... args) {
        return Main.run(new PrintWriter(out, true), new PrintWriter(err, true), args);
    }

    private String path(String file) {
        return folder.resolve(file).toString();
    }

    @Test
    void report_writes_every_format_and_the_summary() {
        assertThat(run("report", path("parts"), "-o", path("report"))).isZero();
        assertThat(folder.resolve("report"))
                .isDirectoryContaining("glob:**index.html")
                .isDirectoryContaining("glob:**coverage.json")
                .isDirectoryContaining("glob:**summary.txt")
                .isDirectoryContaining("glob:**cobertura.xml")
                .isDirectoryContaining("glob:**lcov.info")
                .isDirectoryContaining("glob:**sonar.xml");
        assertThat(out.toString()).contains("  order").contains("Never walked:").contains("report/index.html");
        assertThat(err.toString()).isEmpty();
    }

    @Test
    void report_writes_what_it_is_asked_for() {
        assertThat(run("report", path("parts"), "-o", path("report"), "-f", "lcov,text"))
                .isZero();
        assertThat(folder.resolve("report").toFile().list()).containsExactlyInAnyOrder("lcov.info", "summary.txt");
    }

    @Test
    void check_fails_with_what_is_missing() {
        assertThat(run("check", path("parts"), "--transitions", "90")).isEqualTo(1);
        assertThat(err.toString())
                .startsWith(
                        "order: 25 % of the transitions were walked (4 of 16), but 90 % are required. Never walked:\n")
                .contains("Large?, rule 0 ($.total > 100) → Ship all");
        assertThat(run("check", path("parts"), "--states", "50", "--each")).isZero();
    }

    @Test
    void check_wants_to_know_what() {
        assertThat(run("check", path("parts"))).isEqualTo(2);
        assertThat(err.toString())
                .isEqualTo("Say what is required: --states PERCENT, --transitions PERCENT or both.\n");
    }

    @Test
    void merge_makes_one_file() {
        assertThat(run("merge", path("parts"), "-o", path("all.json"))).isZero();
        CoverageParts merged = CoverageParts.read(List.of(folder.resolve("all.json")));
        assertThat(merged.data().definitions().get(0).executions()).isEqualTo(4);
    }

    @Test
    void compare_tells_what_is_newly_uncovered() {
        write(new Coverages().load(Coverages.order()).data(), "after.json");
        assertThat(run("compare", path("parts"), path("after.json"), "--fail")).isEqualTo(1);
        assertThat(out.toString()).contains("No longer walked by any test:\n- line 5: Charge card\n");
    }

    @Test
    void graph_draws_a_definition_without_any_test() throws Exception {
        Path asl = folder.resolve("order.asl.json");
        Files.writeString(asl, Coverages.ORDER);
        assertThat(run("graph", asl.toString())).isZero();
        assertThat(out.toString()).contains("<svg").contains("state plain");
        assertThat(run("graph", asl.toString(), "-f", "mermaid", "--coverage", path("parts"), "-o", path("g.mmd")))
                .isZero();
        assertThat(folder.resolve("g.mmd")).content().contains("Charge card · 4×");
    }

    @Test
    void graph_draws_one_machine_of_a_template_as_a_page() throws Exception {
        Path template = folder.resolve("template.yaml");
        String machine =
                "{Type: AWS::Serverless::StateMachine, Properties: {Definition: {StartAt: A, States: {A: {Type:"
                        + " Succeed}}}}}";
        Files.writeString(template, "Resources:\n  Orders: " + machine + "\n  \"<b>\": " + machine + "\n");
        assertThat(run("graph", template.toString())).isEqualTo(2);
        assertThat(err.toString()).contains("Orders").contains("<b>");
        assertThat(run("graph", template.toString(), "--machine", "<b>", "-f", "html", "-o", path("g.html")))
                .isZero();
        assertThat(folder.resolve("g.html"))
                .content()
                .startsWith("<!DOCTYPE html>")
                .contains("<title>Graph of &lt;b&gt;</title>", "<svg", ">A</text>")
                .doesNotContain("<b>", "src=", "href=");
    }

    @Test
    void mistakes_are_told_in_a_line() {
        assertThat(run("graph", path("none.json"))).isEqualTo(2);
        assertThat(err.toString())
                .isEqualTo("There is no file " + path("none.json") + " (looked for " + path("none.json") + ").\n");
    }

    /** An empty page would look like a report. */
    @Test
    void where_nothing_can_be_read_nothing_is_written() {
        for (String[] command : List.of(
                new String[] {"report", path("nowhere"), "-o", path("report")},
                new String[] {"check", path("nowhere"), "--states", "1"},
                new String[] {"merge", path("nowhere"), "-o", path("report")})) {
            err.getBuffer().setLength(0);
            assertThat(run(command)).as(command[0]).isEqualTo(2);
            assertThat(err.toString()).isEqualTo("There is no file or folder " + path("nowhere") + ".\n");
            assertThat(folder.resolve("report")).doesNotExist();
        }
    }

    @Test
    void damaged_parts_are_told_of_and_fail_check_and_merge() throws Exception {
        Files.writeString(folder.resolve("parts/part-3.json"), "{");
        assertThat(run("report", path("parts"), "-o", path("report"))).isZero();
        assertThat(err.toString()).contains("part-3.json is left out: it ends in the middle");
        assertThat(folder.resolve("report/index.html")).content().contains("part-3.json is left out");
        assertThat(run("check", path("parts"), "--states", "1")).isEqualTo(1);
    }

    @Test
    void a_definition_whose_file_has_changed_or_is_gone_is_left_out() throws Exception {
        Path asl = folder.resolve("order.asl.json");
        Files.writeString(asl, Coverages.ORDER);
        var recorder = new io.github.stepunit.coverage.CoverageRecorder();
        var machine = io.github.stepunit.StateMachine.load(asl);
        recorder.loaded(machine.definition(), machine.name(), machine.type());
        write(recorder.snapshot(definition -> "order.asl.json"), "file.json");
        String[] report = {"report", path("file.json"), "-o", path("r"), "--repository", folder.toString()};
        assertThat(run(report)).isZero();
        assertThat(err.toString()).isEmpty();
        Files.writeString(asl, Coverages.ORDER.replace("900", "901"));
        assertThat(run(report)).isZero();
        Files.delete(asl);
        assertThat(run(report)).isZero();
        assertThat(err.toString().lines())
                .containsExactly(
                        "The definition \"order\" is left out: its file order.asl.json has changed since its tests ran."
                                + " Delete the old parts (mvn clean) and run the tests again.",
                        "The definition \"order\" is left out: its file order.asl.json is no longer there."
                                + " Delete the old parts (mvn clean) and run the tests again.");
    }
}
