package io.github.stepunit.report;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.stepunit.Execution;
import io.github.stepunit.StateMachine;
import io.github.stepunit.coverage.CoverageData;
import io.github.stepunit.coverage.CoverageParts;
import io.github.stepunit.coverage.CoverageRecorder;
import io.github.stepunit.coverage.CoveringTest;
import io.github.stepunit.task.TaskMocks;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.junit.jupiter.api.io.TempDir;

/**
 * Figures, in CPU time so that other work on the machine does not count:
 * {@code ./mvnw -pl report -am test -Dtest=FiguresTest -Dsurefire.failIfNoSpecifiedTests=false -Dstepunit.figures=true}.
 */
@EnabledIfSystemProperty(named = "stepunit.figures", matches = "true", disabledReason = "-Dstepunit.figures=true")
class FiguresTest {

    private static final int DEFINITIONS = 100;
    private static final int EXECUTIONS = 100;

    private final CoverageRecorder recorder = new CoverageRecorder();

    private static double cpuSeconds(Runnable work) {
        long before = ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime();
        work.run();
        return (ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime() - before) / 1e9;
    }

    private static StateMachine machine(int number) {
        return StateMachine.of(Coverages.ORDER.replace("900", Integer.toString(900 + number)))
                .named("order-" + number);
    }

    private static List<Execution> run(StateMachine machine, int executions) {
        List<Execution> all = new ArrayList<>();
        for (int i = 0; i < executions; i++) {
            TaskMocks tasks = TaskMocks.of(machine.definition());
            if (i % 3 == 0) {
                tasks.mock("Charge card")
                        .fails("Lambda.TooManyRequestsException")
                        .times(1)
                        .thenReturns("{}");
            } else {
                tasks.mock("Charge card").returns("{}");
            }
            all.add(machine.withTasks(tasks).start("{'total': " + i * 3 + ", 'lines': [1, 2, 3]}"));
        }
        return all;
    }

    private void gather(StateMachine machine, List<Execution> executions) {
        for (int i = 0; i < executions.size(); i++) {
            String test = "OrderTest.test_" + i;
            recorder.ran(
                    machine.definition(),
                    machine.name(),
                    machine.type(),
                    executions.get(i).history(),
                    new CoveringTest(
                            "[engine:junit-jupiter]/[class:" + machine.name() + "]/[method:" + test + "]", test));
        }
    }

    @Test
    void report_of_100_definitions_and_10_000_executions(@TempDir Path folder) throws Exception {
        for (int i = 0; i < DEFINITIONS; i++) {
            StateMachine machine = machine(i);
            gather(machine, run(machine, EXECUTIONS));
        }
        CoverageData data = recorder.snapshot(definition -> null);
        CoverageReport report = new CoverageReport(data, List.of(), "Figures");
        for (int round = 1; round <= 3; round++) {
            double seconds = cpuSeconds(() -> report.write(folder, EnumSet.allOf(ReportFormat.class), 0));
            System.out.printf("report, round %d: %.2f s CPU%n", round, seconds);
        }
        for (ReportFormat each : ReportFormat.values()) {
            System.out.printf("%s: %d KB%n", each.fileName(), Files.size(folder.resolve(each.fileName())) / 1024);
        }
        assertThat(data.definitions()).hasSize(DEFINITIONS);
    }

    @Test
    void overhead_of_gathering() {
        StateMachine machine = machine(0);
        gather(machine, run(machine, 20_000));
        for (int round = 1; round <= 5; round++) {
            List<Execution> executions = new ArrayList<>();
            double running = cpuSeconds(() -> executions.addAll(run(machine, 5_000)));
            double gathering = cpuSeconds(() -> gather(machine, executions));
            System.out.printf(
                    "5,000 executions: %.3f s to run, %.3f s to gather: %.1f %%%n",
                    running, gathering, 100 * gathering / running);
        }
        assertThat(recorder.isEmpty()).isFalse();
    }

    @Test
    void merge_of_200_parts(@TempDir Path folder) {
        for (int i = 0; i < 20; i++) {
            StateMachine machine = machine(i);
            gather(machine, run(machine, 50));
        }
        CoverageData part = recorder.snapshot(definition -> null);
        for (int i = 0; i < 200; i++) {
            CoverageParts.write(part, CoverageParts.newPart(folder));
        }
        for (int round = 1; round <= 3; round++) {
            double seconds = cpuSeconds(() ->
                    assertThat(CoverageParts.read(List.of(folder)).count()).isEqualTo(200));
            System.out.printf("merge of 200 parts with 20 definitions each, round %d: %.2f s CPU%n", round, seconds);
        }
    }
}
