package io.github.stepunit.junit5;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.platform.engine.discovery.DiscoverySelectors.selectClass;
import static org.junit.platform.engine.discovery.DiscoverySelectors.selectUniqueId;

import io.github.stepunit.StateMachine;
import io.github.stepunit.coverage.CoverageData;
import io.github.stepunit.coverage.CoverageParts;
import io.github.stepunit.coverage.CoveringTest;
import io.github.stepunit.coverage.DefinitionCoverage;
import io.github.stepunit.coverage.ElementCoverage;
import io.github.stepunit.task.TaskMocks;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.NullUnmarked;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.junit.platform.engine.UniqueId;
import org.junit.platform.launcher.Launcher;
import org.junit.platform.launcher.LauncherSession;
import org.junit.platform.launcher.core.LauncherDiscoveryRequestBuilder;
import org.junit.platform.launcher.core.LauncherFactory;
import org.junit.platform.launcher.listeners.SummaryGeneratingListener;

/** What the launcher's listener writes, with launchers of its own. */
@NullUnmarked // fields are injected
class CoverageGatheringTest {

    @TempDir
    Path folder;

    private void run(Map<String, String> configuration, Class<?>... testCases) {
        run(LauncherFactory.create(), configuration, testCases);
    }

    private void run(Launcher launcher, Map<String, String> configuration, Class<?>... testCases) {
        LauncherDiscoveryRequestBuilder request = LauncherDiscoveryRequestBuilder.request()
                .configurationParameter(CoverageSettings.FOLDER, folder.toString())
                .configurationParameters(configuration);
        for (Class<?> each : testCases) {
            request.selectors(selectClass(each));
        }
        launcher.execute(request.build());
    }

    private CoverageData data() {
        CoverageParts parts = CoverageParts.read(List.of(folder));
        assertThat(parts.problems()).isEmpty();
        return parts.data();
    }

    private DefinitionCoverage definition(String name) {
        return data().definitions().stream()
                .filter(each -> each.name().equals(name))
                .findFirst()
                .orElseThrow(() -> new AssertionError(name + " is not among " + data().definitions()));
    }

    @StepFunctionTest("order.asl.json")
    static class OrderTestCase {

        @ParameterizedTest
        @ValueSource(ints = {1, 2})
        void ships(int n, StateMachine orders, TaskMocks tasks) {
            tasks.mock("Charge card").returns("{}");
            tasks.mock("Ship").returns("{}");
            orders.start("{}");
        }
    }

    static class PlainTestCase {

        @Test
        void starts_a_machine_of_its_own() {
            StateMachine.of("{\"StartAt\": \"A\", \"States\": {\"A\": {\"Type\": \"Succeed\"}}}")
                    .named("unnamed")
                    .start();
        }

        @Test
        void starts_it_on_another_thread() throws InterruptedException {
            Thread thread = new Thread(
                    () -> StateMachine.of("{\"StartAt\": \"B\", \"States\": {\"B\": {\"Type\": \"Succeed\"}}}")
                            .start());
            thread.start();
            thread.join();
        }

        @Test
        void only_loads_one() {
            assertThat(StateMachine.of("{\"StartAt\": \"C\", \"States\": {\"C\": {\"Type\": \"Succeed\"}}}")
                            .name())
                    .isNotEmpty();
        }
    }

    /** Parameters of array types are in the unique id, with characters that it escapes. */
    @StepFunctionTest("order.asl.json")
    static class ArrayTestCase {

        static Stream<Arguments> names() {
            return Stream.of(Arguments.of((Object) new String[] {"a", "b"}));
        }

        @ParameterizedTest
        @MethodSource("names")
        void ships(String[] names, StateMachine orders, TaskMocks tasks) {
            tasks.mock("Charge card").returns("{}");
            tasks.mock("Ship").returns("{}");
            orders.start("{}");
        }
    }

    @Test
    void the_id_of_a_test_is_the_one_that_runs_it_again() {
        run(Map.of(), OrderTestCase.class, ArrayTestCase.class, PlainTestCase.class);
        List<String> gathered = data().tests().stream().map(CoveringTest::id).toList();
        assertThat(gathered).hasSize(5).anyMatch(each -> each.contains("%5BLjava.lang.String;"));
        for (String id : gathered) {
            assertThat(UniqueId.parse(id)).hasToString(id);
            SummaryGeneratingListener again = new SummaryGeneratingListener();
            LauncherFactory.create()
                    .execute(
                            LauncherDiscoveryRequestBuilder.request()
                                    .selectors(selectUniqueId(id))
                                    .configurationParameter(CoverageSettings.ENABLED, "false")
                                    .build(),
                            again);
            assertThat(again.getSummary().getTestsSucceededCount()).as(id).isEqualTo(1);
        }
    }

    @Test
    void tests_with_the_annotation_are_gathered_without_being_asked_to() {
        run(Map.of(), OrderTestCase.class);
        DefinitionCoverage order = definition("order");
        assertThat(order.executions()).isEqualTo(2);
        assertThat(order.file()).endsWith("junit5-extension/src/test/resources/order.asl.json");
        assertThat(order.tests())
                .extracting(CoveringTest::name)
                .containsExactly(
                        "CoverageGatheringTest OrderTestCase.ships [1] n=1",
                        "CoverageGatheringTest OrderTestCase.ships [2] n=2");
        assertThat(order.tests().get(0).id())
                .startsWith("[engine:junit-jupiter]/[class:")
                .endsWith("invocation:#1]");
    }

    @Test
    void plain_tests_are_gathered_too_and_so_is_what_was_only_loaded() {
        run(Map.of(), PlainTestCase.class);
        assertThat(data().definitions()).hasSize(3);
        assertThat(data().definitions())
                .flatExtracting(DefinitionCoverage::elements)
                .extracting(each -> each.element().label(), ElementCoverage::hits, each -> each.tests().stream()
                        .map(CoveringTest::name)
                        .toList())
                .containsExactlyInAnyOrder(
                        org.assertj.core.groups.Tuple.tuple(
                                "A", 1L, List.of("CoverageGatheringTest PlainTestCase.starts_a_machine_of_its_own")),
                        org.assertj.core.groups.Tuple.tuple(
                                "B", 1L, List.of("CoverageGatheringTest PlainTestCase.starts_it_on_another_thread")),
                        org.assertj.core.groups.Tuple.tuple("C", 0L, List.of()));
    }

    static class StartingTestCase {

        @Test
        void starts_executions_that_start_others() {
            StateMachine nested = StateMachine.of("{\"StartAt\": \"N\", \"States\": {\"N\": {\"Type\": \"Succeed\"}}}")
                    .named("nested");
            StateMachine.of(
                            """
                            { "StartAt": "Each", "States": { "Each": { "Type": "Map", "End": true, "ItemProcessor": {
                              "ProcessorConfig": { "Mode": "DISTRIBUTED", "ExecutionType": "STANDARD" },
                              "StartAt": "Start", "States": { "Start": { "Type": "Task", "End": true,
                                "Resource": "arn:aws:states:::states:startExecution.sync:2",
                                "Parameters": { "StateMachineArn": "%s" } } } } } } }"""
                                    .formatted(nested.arn()))
                    .named("each")
                    .withStateMachines(nested)
                    .start("[1, 2]");
        }
    }

    /** Those of Distributed Maps have the definition of their parent, those of Tasks their own. */
    @Test
    void executions_that_others_start_are_gathered_with_them() {
        run(Map.of(), StartingTestCase.class);

        assertThat(data().definitions())
                .flatExtracting(DefinitionCoverage::elements)
                .filteredOn(
                        each -> List.of("Start", "N").contains(each.element().label()))
                .allSatisfy(each -> assertThat(each.hits()).isEqualTo(2))
                .allSatisfy(each -> assertThat(each.tests())
                        .extracting(CoveringTest::name)
                        .containsExactly("CoverageGatheringTest StartingTestCase.starts_executions_that_start_others"))
                .hasSize(2);
        assertThat(definition("each").executions())
                .as("child executions of a Map Run are part of theirs")
                .isEqualTo(1);
        assertThat(definition("nested").executions()).isEqualTo(2);
    }

    @Test
    void what_an_execution_starts_counts_though_its_own_machine_does_not() {
        // Until they are named, they are loaded as "StateMachine".
        run(Map.of(CoverageSettings.EXCLUDES, "each,StateMachine"), StartingTestCase.class);

        assertThat(data().definitions()).hasSize(1);
        assertThat(definition("nested").executions()).isEqualTo(2);
    }

    @Test
    void child_executions_of_a_map_run_count_with_the_machine_of_the_map() {
        run(Map.of(CoverageSettings.INCLUDES, "each"), StartingTestCase.class);

        assertThat(data().definitions()).hasSize(1);
        assertThat(definition("each").elements())
                .filteredOn(each -> each.element().label().equals("Start"))
                .extracting(ElementCoverage::hits)
                .containsExactly(2L);
    }

    @Test
    void each_test_plan_of_a_launcher_writes_a_part() throws Exception {
        try (LauncherSession session = LauncherFactory.openSession()) {
            run(session.getLauncher(), Map.of(), OrderTestCase.class);
            run(session.getLauncher(), Map.of(), OrderTestCase.class, PlainTestCase.class);
        }
        try (var files = Files.list(folder)) {
            assertThat(files).hasSize(2);
        }
        assertThat(definition("order").executions()).isEqualTo(4);
    }

    @Test
    void parallel_tests_lose_nothing() {
        run(
                Map.of(
                        "junit.jupiter.execution.parallel.enabled", "true",
                        "junit.jupiter.execution.parallel.mode.default", "concurrent",
                        "junit.jupiter.execution.parallel.config.strategy", "fixed",
                        "junit.jupiter.execution.parallel.config.fixed.parallelism", "4"),
                ParallelTestCase.class);
        DefinitionCoverage order = definition("order");
        assertThat(order.executions()).isEqualTo(200);
        assertThat(order.elements().get(0).tests()).hasSize(200);
    }

    @StepFunctionTest("order.asl.json")
    static class ParallelTestCase {

        @org.junit.jupiter.api.RepeatedTest(200)
        void ships(StateMachine orders, TaskMocks tasks) {
            tasks.mock("Charge card").returns("{}");
            tasks.mock("Ship").returns("{}");
            orders.start("{}");
        }
    }

    @Test
    void it_can_be_switched_off() {
        run(Map.of(CoverageSettings.ENABLED, "false"), OrderTestCase.class);
        assertThat(folder).isEmptyDirectory();
    }

    @Test
    void includes_and_excludes_name_machines_or_files() {
        run(Map.of(CoverageSettings.INCLUDES, "or*, nothing"), OrderTestCase.class, PlainTestCase.class);
        assertThat(data().definitions()).extracting(DefinitionCoverage::name).containsExactly("order");
        CoverageParts.clear(folder);
        run(Map.of(CoverageSettings.EXCLUDES, "*order.asl.json"), PlainTestCase.class);
        assertThat(data().definitions()).extracting(DefinitionCoverage::name).doesNotContain("orders");
    }

    @Test
    void a_folder_that_cannot_be_written_fails_no_test() throws Exception {
        Path file = folder.resolve("file");
        Files.writeString(file, "");
        run(Map.of(CoverageSettings.FOLDER, file.toString()), PlainTestCase.class);
        assertThat(file).isEmptyFile();
    }

    @Test
    void the_folder_is_in_the_build_directory(@TempDir Path module) throws Exception {
        assertThat(CoverageSettings.defaultFolder(module)).isEqualTo(module.resolve("target/stepunit/coverage"));
        Files.writeString(module.resolve("build.gradle.kts"), "");
        assertThat(CoverageSettings.defaultFolder(module)).isEqualTo(module.resolve("build/stepunit/coverage"));
    }
}
