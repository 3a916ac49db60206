package io.github.stepunit.samples.docs;

import static io.github.stepunit.contract.assertj.ContractAssertions.assertThat;

import io.github.stepunit.contract.deployed.DeployedDefinition;
import io.github.stepunit.contract.deployed.PulledDefinition;
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
}
