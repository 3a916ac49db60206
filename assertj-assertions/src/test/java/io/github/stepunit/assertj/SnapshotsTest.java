package io.github.stepunit.assertj;

import static io.github.stepunit.assertj.StepUnitAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.stepunit.assertj.SnapshotSettings.Mode;
import io.github.stepunit.internal.file.TestClasses;
import io.github.stepunit.json.JsonText;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.assertj.core.error.ErrorMessageFactory;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SnapshotsTest {

    private static final Snapshot ONE = text("one\ntwo\n");
    private static final Snapshot OTHER = text("one\nthree\n");

    private final Path folder;

    SnapshotsTest(@TempDir Path folder) {
        this.folder = folder;
    }

    private static Snapshot text(String text) {
        return new Snapshot("execution", ".txt", text, () -> "");
    }

    private @Nullable String message(boolean update, boolean ci, Snapshot snapshot) {
        return message(update ? Mode.UPDATE : Mode.MISSING, ci, snapshot);
    }

    private @Nullable String message(Mode mode, boolean ci, Snapshot snapshot) {
        ErrorMessageFactory failure =
                new Snapshots(new SnapshotSettings(folder.toString(), mode, ci)).unlessMatches(snapshot, "");
        return failure == null
                ? null
                : failure.create().replace(folder.toString().replace('\\', '/'), "FOLDER");
    }

    private Path file(String test) {
        return folder.resolve("io/github/stepunit/assertj/SnapshotsTest.snapshots")
                .resolve(test + ".txt");
    }

    @Test
    void the_path_and_the_output_of_an_execution() {
        assertThat(Machines.shipped()).matchesSnapshot().hasSucceeded();
    }

    @Test
    void the_history_is_as_aws_prints_it() {
        assertThat(Machines.counted()).historyMatchesSnapshot();
    }

    @Test
    void a_payload_without_what_is_ignored() {
        assertThat(Machines.rejected())
                .state("Charge card")
                .output()
                .ignoringPaths("$.orderId", "$..Cause")
                .matchesSnapshot();
        assertThat(Machines.rejected())
                .state("Refund")
                .input()
                .ignoringPaths("$")
                .matchesSnapshot("of the refund: nothing");
    }

    @Test
    void the_first_run_becomes_the_snapshot() throws IOException {
        assertThat(message(false, false, ONE)).isNull();

        assertThat(file("the_first_run_becomes_the_snapshot")).hasContent("one\ntwo\n");
        assertThat(message(false, false, ONE)).isNull();
        try (Stream<Path> files = Files.list(file("x").getParent())) {
            assertThat(files).hasSize(1);
        }
    }

    @Test
    void tests_of_one_name_have_files_of_their_own() {
        assertThat(message(false, false, ONE)).isNull();

        assertThat(file("tests_of_one_name_have_files_of_their_own")).hasContent("one\ntwo\n");
    }

    @ParameterizedTest
    @ValueSource(strings = "three")
    void tests_of_one_name_have_files_of_their_own(String word) {
        assertThat(message(false, false, OTHER)).isNull();

        assertThat(file("tests_of_one_name_have_files_of_their_own.String")).hasContent("one\n" + word + "\n");
    }

    @Test
    void a_lambda_in_one_of_them_is_told_by_the_test_around_it() {
        a_lambda_in_one_of_them_is_told_by_the_test_around_it("three");
    }

    @ParameterizedTest
    @ValueSource(strings = "three")
    void a_lambda_in_one_of_them_is_told_by_the_test_around_it(String word) {
        Stream.of(OTHER)
                .forEach(snapshot ->
                        assertThat(message(false, false, snapshot)).as(word).isNull());

        assertThat(file("a_lambda_in_one_of_them_is_told_by_the_test_around_it.String"))
                .hasContent("one\n" + word + "\n");
    }

    @Test
    void ends_of_lines_are_the_business_of_version_control() throws IOException {
        assertThat(message(false, false, ONE)).isNull();
        Files.writeString(file("ends_of_lines_are_the_business_of_version_control"), "one\r\ntwo\r\n");

        assertThat(message(false, true, ONE)).isNull();
    }

    @Test
    void a_difference_is_shown_with_its_surroundings() {
        assertThat(message(false, false, ONE)).isNull();

        String expected =
                """

                Expecting execution to match the snapshot
                  FOLDER/io/github/stepunit/assertj/SnapshotsTest.snapshots/a_difference_is_shown_with_its_surroundings.txt
                but it differs (- the snapshot, + this run):
                  @@ -1,2 +1,2 @@
                   one
                  -two
                  +three
                If this run is right, run the test with -Dstepunit.snapshots=update and review what changes. If it is another \
                one of this test, name it: matchesSnapshot("name").""";
        assertThat(message(false, false, OTHER)).isEqualTo(expected);
        assertThat(message(false, true, OTHER)).isEqualTo(expected);
    }

    @Test
    void an_update_writes_it_anew() {
        assertThat(message(false, false, ONE)).isNull();
        assertThat(message(true, false, OTHER)).isNull();

        assertThat(file("an_update_writes_it_anew")).hasContent("one\nthree\n");
    }

    @Test
    void ci_writes_nothing() {
        assertThat(message(false, true, ONE))
                .isEqualTo(
                        """

                        Expecting execution to match the snapshot
                          FOLDER/io/github/stepunit/assertj/SnapshotsTest.snapshots/ci_writes_nothing.txt
                        but there is no such file, and on CI (the environment has CI) none is written.
                        Run the test on your machine, review the file and commit it.""");
        assertThat(message(true, true, ONE))
                .isEqualTo(
                        """

                        Expecting execution to match the snapshot
                          FOLDER/io/github/stepunit/assertj/SnapshotsTest.snapshots/ci_writes_nothing.txt
                        but it does not, and on CI (the environment has CI) -Dstepunit.snapshots=update is not followed.
                        Update it on your machine, review the file and commit it.""");
        assertThat(folder).isEmptyDirectory();
    }

    @Test
    void runs_that_are_no_example_write_nothing() {
        assertThat(message(Mode.NEVER, false, ONE))
                .isEqualTo(
                        """

                        Expecting execution to match the snapshot
                          FOLDER/io/github/stepunit/assertj/SnapshotsTest.snapshots/runs_that_are_no_example_write_nothing.txt
                        but there is no such file, and this run writes none (-Dstepunit.snapshots=never, which mutation sets, too).
                        Run the test as ever, review the file and commit it.""");
        assertThat(folder).isEmptyDirectory();
        assertThat(message(Mode.MISSING, false, ONE)).isNull();
        assertThat(message(Mode.NEVER, false, ONE)).isNull();
        assertThat(message(Mode.NEVER, true, OTHER)).contains("but it differs");
    }

    @Test
    void a_long_difference_is_cut() {
        assertThat(message(false, false, text("a\n".repeat(500)))).isNull();

        assertThat(message(false, false, text("b".repeat(1_000) + "\n" + "b\n".repeat(499))))
                .contains("  -a\n", "  ... 941 more lines of difference ...\n")
                .hasLineCount(66);
    }

    @ParameterizedTest
    @ValueSource(strings = {"a", "b"})
    void parameterized_tests_give_names(String name) {
        ErrorMessageFactory failure = new Snapshots(new SnapshotSettings(folder.toString(), Mode.MISSING, false))
                .unlessMatches(text(name), name);

        assertThat(failure).isNull();
        assertThat(file("parameterized_tests_give_names-" + name)).hasContent(name);
    }

    @TestFactory
    Stream<DynamicTest> dynamic_tests_count_as_their_factory() {
        return Stream.of(DynamicTest.dynamicTest("one", () -> {
            assertThat(message(false, false, ONE)).isNull();
            assertThat(file("dynamic_tests_count_as_their_factory")).exists();
        }));
    }

    @Nested
    class Inside {

        @Test
        void nested_classes_have_folders_of_their_own() {
            assertThat(message(false, false, ONE)).isNull();

            assertThat(folder.resolve("io/github/stepunit/assertj/SnapshotsTest.Inside.snapshots"))
                    .isDirectoryContaining("glob:**/nested_classes_have_folders_of_their_own.txt");
        }
    }

    abstract static class Contract {

        @Test
        void is_inherited(Path folder) {
            new Elsewhere(folder, ONE).run();
        }
    }

    static class Keeper extends Contract {}

    @Test
    void an_inherited_test_has_the_snapshots_of_the_class_that_runs_it() {
        TestClasses.Running running = TestClasses.begin(List.of(SnapshotsTest.class, Keeper.class));
        new Keeper().is_inherited(folder);
        running.end();
        new Keeper().is_inherited(folder);

        Path of = folder.resolve("io/github/stepunit/assertj");
        assertThat(of.resolve("SnapshotsTest.Keeper.snapshots/is_inherited.txt"))
                .exists();
        // Nobody has said which class runs it: the one that declares it.
        assertThat(of.resolve("SnapshotsTest.Contract.snapshots/is_inherited.txt"))
                .exists();
    }

    @Test
    void long_names_are_cut() {
        String name = "after the customer has called the courier ".repeat(8);
        assertThat(message(false, false, ONE)).isNull();
        ErrorMessageFactory failure =
                new Snapshots(new SnapshotSettings(folder.toString(), Mode.MISSING, false)).unlessMatches(ONE, name);

        assertThat(failure).isNull();
        assertThat(file("x").getParent())
                .isDirectoryContaining("glob:**/long_names_are_cut.txt")
                .isDirectoryContaining("glob:**/long_names_are_cut-after the customer*-????????.txt");
    }

    @Test
    void outside_of_tests_there_is_no_file_to_find() throws InterruptedException {
        Throwable[] thrown = new Throwable[1];
        Thread thread = new Thread(new Elsewhere(folder, ONE), "elsewhere");
        thread.setUncaughtExceptionHandler((where, what) -> thrown[0] = what);
        thread.start();
        thread.join();

        assertThat(thrown[0])
                .isInstanceOf(IllegalStateException.class)
                .hasMessage(
                        "matchesSnapshot() finds its file by the test that calls it, but there is no test method on the"
                                + " stack of this thread. Call it from the test's own thread, in a method with JUnit's @Test or the"
                                + " like. A test within a @TestFactory is told by the name of that method, which no other"
                                + " test of the class may share.");
    }

    private record Elsewhere(Path folder, Snapshot snapshot) implements Runnable {

        @Override
        public void run() {
            new Snapshots(new SnapshotSettings(folder.toString(), Mode.MISSING, false)).unlessMatches(snapshot, "");
        }
    }

    @Test
    void what_cannot_be_written_is_told() throws IOException {
        Files.writeString(folder.resolve("io"), "a file where a folder should be");

        assertThatThrownBy(() -> message(false, false, ONE))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageStartingWith("The snapshot ")
                .hasMessageContaining("what_cannot_be_written_is_told.txt cannot be read or written: ");
    }

    @Test
    void settings_are_read_from_properties_and_environment() {
        assertThat(SnapshotSettings.of(name -> null, name -> null))
                .isEqualTo(new SnapshotSettings("src/test/resources", Mode.MISSING, false));
        assertThat(SnapshotSettings.of(
                        Map.of("stepunit.snapshots", "update", "stepunit.snapshots.folder", "snaps")::get,
                        Map.of("CI", "true")::get))
                .isEqualTo(new SnapshotSettings("snaps", Mode.UPDATE, true));
        assertThat(SnapshotSettings.of(Map.of("stepunit.snapshots", " Never ")::get, name -> null)
                        .mode())
                .isEqualTo(Mode.NEVER);
        assertThat(SnapshotSettings.of(name -> "", Map.of("CI", "false")::get).ci())
                .isFalse();
        assertThatThrownBy(() -> SnapshotSettings.of(Map.of("stepunit.snapshots", "yes")::get, name -> null))
                .hasMessage(
                        "-Dstepunit.snapshots=yes is unknown. There are \"update\", which writes the snapshots of all tests that run"
                                + " anew, and \"never\", which writes none.");
    }

    @Test
    void what_is_ignored_leaves_the_value_itself_alone() {
        JsonNode value = JsonText.parseLenient("{'a': [1, {'b': 2}], 'c': {'b': 3}}");

        JsonNode replaced = IgnoredValues.replaced(value, List.of("$..b", "$.a[0]"));

        assertThat(replaced)
                .isEqualTo(JsonText.parseLenient("{'a': ['(ignored)', {'b': '(ignored)'}], 'c': {'b': '(ignored)'}}"));
        assertThat(value).isEqualTo(JsonText.parseLenient("{'a': [1, {'b': 2}], 'c': {'b': 3}}"));
    }
}
