package io.github.stepunit.junit5;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.stepunit.StateMachine;
import io.github.stepunit.coverage.CoverageParts;
import io.github.stepunit.coverage.DefinitionCoverage;
import io.github.stepunit.task.TaskMocks;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Many JVMs gather coverage in one folder, as Surefire's forks and the shards of a CI do. */
class ForksTest {

    private static final int FORKS = 10;
    private static final int TESTS = 20;

    /** Small JVMs, quick to start. */
    private static final List<String> SMALL = List.of("-Xmx128m", "-XX:TieredStopAtLevel=1", "-XX:+UseSerialGC");

    @StepFunctionTest("order.asl.json")
    static class OrderTestCase {

        @RepeatedTest(TESTS)
        void ships(StateMachine orders, TaskMocks tasks) {
            tasks.mock("Charge card").returns("{}");
            tasks.mock("Ship").returns("{}");
            orders.start("{}");
        }
    }

    @Test
    void ten_jvms_that_write_at_once_lose_nothing_and_a_killed_one_only_its_own(@TempDir Path folder) throws Exception {
        List<ForkedJvm> forks = new ArrayList<>();
        try {
            for (int i = 0; i < FORKS + 1; i++) {
                forks.add(ForkedJvm.start(SMALL, folder, OrderTestCase.class, 1));
            }
            for (ForkedJvm each : forks) {
                each.awaitReady();
            }
            ForkedJvm killed = forks.remove(FORKS);
            killed.kill();
            for (ForkedJvm each : forks) {
                each.begin();
            }
            for (ForkedJvm each : forks) {
                assertThat(each.rounds()).extracting(ForkedJvm.Round::tests).containsExactly((long) TESTS);
            }
        } finally {
            forks.forEach(ForkedJvm::close);
        }

        CoverageParts parts = CoverageParts.read(List.of(folder));
        assertThat(parts.problems()).isEmpty();
        assertThat(parts.count()).isEqualTo(FORKS);
        assertThat(parts.data().definitions()).hasSize(1);
        DefinitionCoverage order = parts.data().definitions().get(0);
        assertThat(order.executions()).isEqualTo(FORKS * TESTS);
        assertThat(order.tests()).hasSize(TESTS);
        try (var files = Files.list(folder)) {
            assertThat(files).as("nothing but parts is left").hasSize(FORKS);
        }
    }
}
