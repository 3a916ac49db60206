package io.github.stepunit.samples.docs;

import static io.github.stepunit.contract.assertj.ContractAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.stepunit.StateMachine;
import io.github.stepunit.contract.deployed.DeployedDefinition;
import io.github.stepunit.contract.deployed.PulledDefinition;
import io.github.stepunit.contract.recorded.RecordedExecution;
import io.github.stepunit.contract.testsource.TestGenerator;
import io.github.stepunit.contract.testsource.TestSource;
import java.nio.file.Path;
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
}
