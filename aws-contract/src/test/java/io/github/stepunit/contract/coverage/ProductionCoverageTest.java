package io.github.stepunit.contract.coverage;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.stepunit.Execution;
import io.github.stepunit.StateMachine;
import io.github.stepunit.contract.recorded.Imports;
import io.github.stepunit.contract.recorded.RecordedExecution;
import io.github.stepunit.coverage.CoverageData;
import io.github.stepunit.coverage.CoverageParts;
import io.github.stepunit.coverage.CoverageRecorder;
import io.github.stepunit.coverage.CoveringTest;
import io.github.stepunit.task.TaskMocks;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ProductionCoverageTest {

    private static final String ORDERS =
            """
            {
              "StartAt": "Charge",
              "States": {
                "Charge": {
                  "Type": "Task", "Resource": "arn:aws:lambda:eu-west-1:111122223333:function:charge",
                  "Catch": [{ "ErrorEquals": ["Declined"], "Next": "Tell" }],
                  "Next": "Big?"
                },
                "Big?": {
                  "Type": "Choice",
                  "Choices": [{ "Variable": "$.amount", "NumericGreaterThan": 100, "Next": "Review" }],
                  "Default": "Done"
                },
                "Review": { "Type": "Pass", "Next": "Done" },
                "Tell": { "Type": "Fail", "Error": "Declined" },
                "Done": { "Type": "Succeed" }
              }
            }""";

    private static final StateMachine MACHINE = StateMachine.of(ORDERS).named("orders");

    private static Execution run(String name, Consumer<TaskMocks> mocking) {
        TaskMocks tasks = new TaskMocks();
        mocking.accept(tasks);
        return MACHINE.withExecutionName(name).withTasks(tasks).start("{}");
    }

    private static RecordedExecution recorded(Execution execution) {
        return RecordedExecution.of(
                execution.arn(),
                execution.stateMachine().arn(),
                execution.history().toJson());
    }

    private static RecordedExecution charged(String name, int amount) {
        return recorded(run(name, tasks -> tasks.mock("Charge").returns("{'amount': " + amount + "}")));
    }

    private static RecordedExecution declined(String name) {
        return recorded(run(name, tasks -> tasks.mock("Charge").fails("Declined")));
    }

    /** One test, of a small order. */
    private static CoverageData tests() {
        CoverageRecorder recorder = new CoverageRecorder();
        Execution small = run("test", tasks -> tasks.mock("Charge").returns("{'amount': 500}"));
        recorder.ran(
                MACHINE.definition(),
                MACHINE.name(),
                MACHINE.type(),
                small.history(),
                new CoveringTest("id-1", "OrderTest.a_big_order_is_reviewed"));
        return recorder.snapshot(definition -> null);
    }

    private static final List<RecordedExecution> LAST_WEEK =
            List.of(charged("order-1", 7), declined("order-2"), charged("order-3", 8));

    @Test
    void tells_what_production_walks_and_no_test_does_and_the_other_way_round() {
        ProductionComparison comparison =
                ProductionCoverage.of(LAST_WEEK, MACHINE).comparedWith(tests());

        assertThat(comparison.describe())
                .isEqualTo(
                        """
                        orders (definition): 3 of 3 recorded executions
                        Production walks what no test does:
                          line 6  Charge, catcher 0 (Declined) → Tell  [production: order-2]
                          line 12  Big?, Default → Done  [production: order-1 and 1 more]
                          line 15  Tell  [production: order-2]
                        Tests walk what production did not:
                          line 11  Big?, rule 0 ($.amount > 100) → Review  [OrderTest.a_big_order_is_reviewed]
                          line 14  Review  [OrderTest.a_big_order_is_reviewed]
                          line 14  Review → Done  [OrderTest.a_big_order_is_reviewed]
                        Tests made of these would close the gap: order-2, order-1
                        """);
        assertThat(comparison.recordingsToTest())
                .extracting(RecordedExecution::name)
                .containsExactly("order-2", "order-1");
    }

    @Test
    void tells_tools_in_JSON() {
        ProductionComparison comparison =
                ProductionCoverage.of(LAST_WEEK, MACHINE).comparedWith(tests());

        assertThat(comparison.toJson().path("definition").path("name").asText()).isEqualTo("orders");
        assertThat(comparison.toJson().path("executions")).hasSize(3);
        assertThat(comparison.toJson().path("onlyInProduction").get(0))
                .hasToString(
                        "{\"id\":\"/States/Charge/Catch/0\",\"kind\":\"CATCHER\",\"label\":\"Charge, catcher 0 (Declined) →"
                                + " Tell\",\"line\":6,\"executions\":[\"arn:aws:states:us-east-1:123456789012:execution:orders:order-2\"],"
                                + "\"tests\":[]}");
        assertThat(comparison.toJson().path("onlyInTests")).hasSize(3);
    }

    @Test
    void says_that_no_test_has_loaded_this_definition() {
        ProductionComparison comparison =
                ProductionCoverage.of(LAST_WEEK, MACHINE).comparedWith(CoverageData.EMPTY);

        assertThat(comparison.loadedByTests()).isFalse();
        assertThat(comparison.describe())
                .contains("No test has loaded this definition; tests of another text of it tell nothing about it.\n"
                        + "  do      run the tests first");
    }

    /** It says nothing about what the definition is now. */
    @Test
    void an_execution_that_would_go_another_way_is_left_out() {
        StateMachine changed = StateMachine.of(ORDERS.replace("100", "7.5")).named("orders");

        ProductionCoverage coverage = ProductionCoverage.of(LAST_WEEK, changed);

        assertThat(coverage.walked()).extracting(RecordedExecution::name).containsExactly("order-1", "order-2");
        assertThat(coverage.departing()).hasSize(1);
        assertThat(coverage.comparedWith(tests()).describe())
                .startsWith(
                        "orders (definition): 2 of 3 recorded executions count, the others would run another way now\n");
    }

    @Test
    void goes_into_a_report_of_both_and_into_no_threshold_of_tests(@TempDir Path target) {
        Path folder = target.resolve("coverage");
        CoverageParts.write(tests(), CoverageParts.newPart(folder));

        Path part = ProductionCoverage.of(LAST_WEEK, MACHINE).writePart(folder);
        // The second one replaces the first one.
        ProductionCoverage.of(LAST_WEEK, MACHINE).writePart(folder);

        assertThat(part).isEqualTo(target.resolve("production-coverage/orders.json"));
        Path ofProduction = target.resolve("production-coverage");
        assertThat(ofProduction.toFile().list()).containsExactly("orders.json");
        // stepunit:check and all that gathers parts read the folder of the tests.
        assertThat(CoverageParts.read(List.of(folder)).data()).isEqualTo(tests());
        CoverageData all = CoverageParts.read(List.of(folder, ofProduction)).data();
        assertThat(all.definitions()).hasSize(1);
        assertThat(all.transitions().covered()).isEqualTo(all.transitions().total());
        assertThat(all.tests())
                .extracting(CoveringTest::name)
                .containsExactly(
                        "OrderTest.a_big_order_is_reviewed",
                        "production: order-1",
                        "production: order-2",
                        "production: order-3");
        // A part of production is no test.
        ProductionComparison comparison =
                ProductionCoverage.of(LAST_WEEK, MACHINE).comparedWith(all);
        assertThat(comparison.onlyInProduction()).hasSize(3);
    }

    /** The states of a Distributed Map run in executions of their own. */
    @Test
    void child_executions_count_for_the_execution_that_they_belong_to() {
        RecordedExecution recorded = Imports.recorded(Imports.execution(Imports.DEFINITION));
        StateMachine imports = Imports.machine(Imports.DEFINITION);

        ProductionCoverage coverage = ProductionCoverage.of(List.of(recorded), imports);

        assertThat(coverage.walkedChildren()).hasSize(3);
        assertThat(coverage.comparedWith(CoverageData.EMPTY).describe())
                .startsWith(
                        "imports (definition): 1 of 1 recorded execution\nOf their child executions, 3 of 3\nNo test")
                .contains(
                        "line 11  Store  [production: import-1]",
                        "line 17  Big?, rule 0 ($.amount > 100) → Tell  [production: import-1]",
                        "line 18  Big?, Default → Stored  [production: import-1]")
                .endsWith("Tests made of these would close the gap: import-1\n");
        assertThat(coverage.definition().elements())
                .filteredOn(each -> each.element().id().equals("/States/Import rows/ItemProcessor/States/Store"))
                .singleElement()
                .satisfies(each -> assertThat(each.hits()).isEqualTo(3));
    }

    @Test
    void a_child_that_would_go_another_way_is_left_out_alone() {
        RecordedExecution recorded = Imports.recorded(Imports.execution(Imports.DEFINITION));
        StateMachine changed = Imports.machine(Imports.DEFINITION.replace("100", "1000"));

        ProductionComparison comparison =
                ProductionCoverage.of(List.of(recorded), changed).comparedWith(CoverageData.EMPTY);

        assertThat(comparison.describe())
                .contains(
                        "1 of 1 recorded execution\nOf their child executions, 2 of 3 count, the others would run another"
                                + " way now\n");
        assertThat(comparison.toJson().path("departingChildExecutions"))
                .hasToString("[\"" + recorded.children().get(1).arn() + "\"]");
        assertThat(comparison.toJson().path("childExecutions")).hasSize(2);
    }

    @Test
    void express_child_executions_are_said_not_to_count() {
        Execution execution = Imports.execution(Imports.EXPRESS);

        ProductionComparison comparison = ProductionCoverage.of(
                        List.of(Imports.alone(execution)), Imports.machine(Imports.EXPRESS))
                .comparedWith(CoverageData.EMPTY);

        String told = "import-1: the end of the execution, since child executions of the Map Run "
                + execution.mapRun("Import rows").arn() + " are Express executions, of which AWS keeps no history";
        assertThat(comparison.describe()).contains("Not counted of " + told + "\n");
        assertThat(comparison.toJson().path("notCounted")).hasToString("[\"" + told + "\"]");
    }
}
