package io.github.stepunit.coverage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** JSON, merging and parts. */
class CoverageDataTest {

    private static CoverageData walked(String name, int times) {
        Gathered gathered = Gathered.of("{\"StartAt\": \"" + name + "\", \"States\": {\"" + name
                + "\": {\"Type\": \"Pass\", \"Next\": \"Z\"}, \"Z\": {\"Type\": \"Succeed\"}}}");
        for (int i = 0; i < times; i++) {
            gathered.run("{}");
        }
        return gathered.data();
    }

    private static byte[] write(CoverageData data) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try {
            CoverageJson.write(data, out);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return out.toByteArray();
    }

    private static CoverageData read(String json) throws IOException {
        return CoverageJson.read(new ByteArrayInputStream(json.getBytes(StandardCharsets.UTF_8)));
    }

    @Test
    void json_gives_back_what_was_written() throws IOException {
        CoverageData data = CoverageData.merge(List.of(walked("A", 2), walked("<b>\\\"😀\u202e", 0)));
        assertThat(CoverageJson.read(new ByteArrayInputStream(write(data)))).isEqualTo(data);
    }

    @Test
    void merging_adds_hits_and_unites_tests_in_any_order() {
        List<CoverageData> parts = new ArrayList<>();
        for (int i = 0; i < 8; i++) {
            parts.add(walked("S" + i % 3, i));
        }
        CoverageData all = CoverageData.merge(parts);
        assertThat(all.definitions()).hasSize(3);
        assertThat(all.definitions().stream()
                        .mapToLong(DefinitionCoverage::executions)
                        .sum())
                .isEqualTo(28);
        for (int seed = 0; seed < 20; seed++) {
            List<CoverageData> shuffled = new ArrayList<>(parts);
            Collections.shuffle(shuffled, new Random(seed));
            CoverageData left = CoverageData.merge(shuffled.subList(0, 3));
            CoverageData right = CoverageData.merge(shuffled.subList(3, 8));
            assertThat(CoverageData.merge(List.of(right, left)))
                    .as("seed %d", seed)
                    .isEqualTo(all);
        }
    }

    @Test
    void a_changed_definition_never_inherits_old_marks() {
        CoverageData merged = CoverageData.merge(List.of(walked("A", 1), walked("A2", 0)));
        assertThat(merged.definitions()).hasSize(2);
        assertThat(merged.definitions())
                .extracting(DefinitionCoverage::executions)
                .containsExactlyInAnyOrder(1L, 0L);
    }

    @Test
    void fields_and_kinds_of_later_versions_are_passed_over() throws IOException {
        String json = new String(write(walked("A", 1)), StandardCharsets.UTF_8)
                .replace("\"tests\":[{", "\"later\":{\"a\":[1]},\"tests\":[{\"later\":1,")
                .replace("\"kind\":\"NEXT\"", "\"kind\":\"LATER\"");
        assertThat(read(json).definitions().get(0).elements())
                .extracting(each -> each.element().kind())
                .containsExactly(ElementKind.STATE, ElementKind.STATE);
    }

    @Test
    void a_later_version_is_refused() {
        String json =
                new String(write(walked("A", 1)), StandardCharsets.UTF_8).replace("\"version\":1", "\"version\":2");
        assertThatThrownBy(() -> read(json))
                .isInstanceOf(CoverageFormatException.class)
                .hasMessage(
                        "it has version 2 of the format, written by a later StepUnit; this one reads up to version 1");
    }

    @Test
    void other_texts_are_refused_with_what_is_wrong() {
        String good = new String(write(walked("A", 1)), StandardCharsets.UTF_8);
        assertRefused("", "it is empty");
        assertRefused("[]", "it is no coverage data of StepUnit: line 1, column 1 should hold an object");
        assertRefused(
                "{\"definitions\": []}",
                "it is JSON, but no coverage data of StepUnit (no \"format\": \"stepunit-coverage\" with a \"version\""
                        + " before \"definitions\")");
        assertRefused(
                good.replace("\"StartAt", "\"startAt").replace("\\\"StartAt", "\\\"startAt"),
                "it is damaged: the text of the definition \"machine\" does not have the hash that it gives");
        assertRefused(good.replace("\"tests\":[0]", "\"tests\":[7]"), "it is damaged: it names test 7 of 1");
        assertRefused(good + "{}", "there is more behind its end");
    }

    private static void assertRefused(String json, String message) {
        assertThatThrownBy(() -> read(json))
                .isInstanceOf(CoverageFormatException.class)
                .hasMessage(message);
    }

    @Test
    void a_file_that_is_cut_off_anywhere_is_refused() {
        String good = new String(write(walked("A", 1)), StandardCharsets.UTF_8);
        for (int length = 0; length < good.length(); length += 7) {
            String cut = good.substring(0, length);
            assertThatThrownBy(() -> read(cut))
                    .as("first %d characters", length)
                    .isInstanceOf(CoverageFormatException.class);
        }
    }

    @Test
    void a_damaged_part_is_told_of_and_the_rest_is_merged(@TempDir Path folder) throws IOException {
        CoverageParts.write(walked("A", 1), CoverageParts.newPart(folder));
        CoverageParts.write(walked("A", 2), CoverageParts.newPart(folder));
        Path half = folder.resolve("part-half.json");
        Files.writeString(half, "{\"format\": \"stepunit-coverage\", \"versi");
        Files.writeString(folder.resolve("writing-1.tmp.new"), "{");
        CoverageParts parts = CoverageParts.read(List.of(folder, folder.resolve("nowhere")));
        assertThat(parts.count()).isEqualTo(2);
        assertThat(parts.data().definitions().get(0).executions()).isEqualTo(3);
        assertThat(parts.problems())
                .containsExactly(
                        half
                                + " is left out: it ends in the middle, at line 1, column 39. Its tests are missing from the"
                                + " report: run them again.",
                        "There is no file or folder " + folder.resolve("nowhere") + ".");
    }

    @Test
    void writing_leaves_the_part_and_nothing_else(@TempDir Path folder) throws IOException {
        Path part = CoverageParts.newPart(folder);
        CoverageParts.write(walked("A", 1), part);
        CoverageParts.write(walked("A", 2), part);
        try (var files = Files.list(folder)) {
            assertThat(files).containsExactly(part);
        }
        CoverageParts.clear(folder);
        assertThat(folder).isEmptyDirectory();
    }

    /** Started by the test below, in JVMs of its own. */
    public static final class Fork {

        private Fork() {}

        public static void main(String[] args) {
            for (int i = 0; i < 5; i++) {
                CoverageParts.write(walked("S" + i, 1), CoverageParts.newPart(Path.of(args[0])));
            }
        }
    }

    @Test
    void ten_jvms_that_write_at_once_lose_nothing(@TempDir Path folder) throws Exception {
        List<Process> forks = new ArrayList<>();
        for (int i = 0; i < 10; i++) {
            forks.add(new ProcessBuilder(
                            Path.of(System.getProperty("java.home"), "bin", "java")
                                    .toString(),
                            "-cp",
                            System.getProperty("java.class.path"),
                            Fork.class.getName(),
                            folder.toString())
                    .inheritIO()
                    .start());
        }
        for (Process fork : forks) {
            assertThat(fork.waitFor()).isZero();
        }
        CoverageParts parts = CoverageParts.read(List.of(folder));
        assertThat(parts.problems()).isEmpty();
        assertThat(parts.count()).isEqualTo(50);
        assertThat(parts.data().definitions()).hasSize(5).allMatch(each -> each.executions() == 10);
    }

    @Test
    void a_comparison_tells_what_is_no_longer_walked_and_what_is_new() {
        CoverageData before = walked("A", 1);
        CoverageComparison same = CoverageComparison.between(before, walked("A", 3));
        assertThat(same.hasNewlyUncovered()).isFalse();
        assertThat(same.toMarkdown()).isEqualTo("Coverage has not changed.\n");
        assertThat(CoverageComparison.between(before, walked("A", 0)).toMarkdown())
                .isEqualTo(
                        """
                        ### machine (definition)

                        No longer walked by any test:
                        - line 1: A
                        - line 1: A → Z
                        - line 1: Z
                        """);
        CoverageComparison renamed = CoverageComparison.between(before, walked("*B*", 0));
        assertThat(renamed.hasNewlyUncovered()).isTrue();
        assertThat(renamed.toMarkdown())
                .contains("New, and not walked by any test:\n- line 1: \\*B\\*\n")
                .contains("No longer walked by any test:\n- line 1: Z\n");
    }

    @Test
    void thresholds_tell_what_is_missing() {
        assertThat(new Thresholds(100.0, 100.0, true).violations(walked("A", 1)))
                .isEmpty();
        assertThat(new Thresholds(null, 90.0, false).violations(walked("A", 0)))
                .containsExactly(
                        "machine: 0 % of the transitions were walked (0 of 1), but 90 % are required. Never walked:\n"
                                + "  definition:1  A → Z");
        assertThat(new Thresholds(50.0, null, false).violations(CoverageData.EMPTY))
                .containsExactly("No coverage was gathered: no definition was loaded by any test."
                        + " Run tests with stepunit-junit5 on the test class path first.");
        assertThatThrownBy(() -> new Thresholds(101.0, null, false))
                .hasMessage("A threshold is a percentage from 0 to 100, not 101.0.");
    }

    @Test
    void the_summary_is_short() {
        assertThat(CoverageSummary.of(CoverageData.merge(List.of(walked("A", 1), walked("B", 0)))))
                .isEqualTo(
                        """
                                         states     transitions
                          machine      0/2   0%        0/1   0%  definition
                          machine      2/2 100%        1/1 100%  definition
                          All          2/4  50%        1/2  50%
                        Never walked:
                          definition:1  B
                          definition:1  B → Z
                          definition:1  Z
                        """);
    }
}
