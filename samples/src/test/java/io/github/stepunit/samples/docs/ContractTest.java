package io.github.stepunit.samples.docs;

import static io.github.stepunit.contract.assertj.ContractAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.stepunit.StateMachine;
import io.github.stepunit.contract.coverage.ProductionComparison;
import io.github.stepunit.contract.coverage.ProductionCoverage;
import io.github.stepunit.contract.deployed.DeployedDefinition;
import io.github.stepunit.contract.deployed.PulledDefinition;
import io.github.stepunit.contract.recorded.RecordedExecution;
import io.github.stepunit.contract.testsource.TestGenerator;
import io.github.stepunit.contract.testsource.TestSource;
import io.github.stepunit.coverage.CoverageData;
import io.github.stepunit.coverage.CoverageParts;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The snippets of docs/contract.md. */
class ContractTest {

    // #region drift
    @Test
    void what_is_deployed_is_what_we_test() {
        DeployedDefinition deployed = PulledDefinition.read(Path.of("statemachines/order.deployed.json"));

        assertThat(deployed).ignoringAccountAndRegion().matches(Path.of("statemachines/order.asl.json"));
    }
    // #endregion

    @Test
    void the_sample_is_what_is_made_of_the_recording() {
        // #region tests
        TestSource test = TestGenerator.of(StateMachine.load(Path.of("statemachines/order.asl.json")))
                .inPackage("io.github.stepunit.samples")
                .named("RecordedOrderTest")
                .generate(RecordedExecution.read(Path.of("recordings/order-42.json")));
        // #endregion

        assertThat(Path.of("src/test/java/io/github/stepunit/samples/RecordedOrderTest.java"))
                .content()
                .isEqualToIgnoringWhitespace(test.source());
    }

    @Test
    void production_is_compared_with_tests() {
        StateMachine orders = StateMachine.load(Path.of("statemachines/order.asl.json"));
        // #region coverage
        List<RecordedExecution> recordings = RecordedExecution.readAll(List.of(Path.of("recordings")));
        CoverageData tests =
                CoverageParts.read(List.of(Path.of("target/stepunit/coverage"))).data();

        ProductionComparison comparison =
                ProductionCoverage.of(recordings, orders).comparedWith(tests);
        System.out.println(comparison.describe());
        List<RecordedExecution> untested = comparison.recordingsToTest();
        // #endregion

        assertThat(comparison.production().walked()).hasSize(1);
        assertThat(untested).hasSizeLessThanOrEqualTo(1);
    }
}
