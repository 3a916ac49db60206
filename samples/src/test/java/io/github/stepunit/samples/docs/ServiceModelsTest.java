package io.github.stepunit.samples.docs;

import static io.github.stepunit.contract.assertj.ContractAssertions.assertThat;

import io.github.stepunit.StateMachine;
import io.github.stepunit.contract.model.ServiceModelCheck;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

/** A snippet of docs/contract.md. */
class ServiceModelsTest {

    // #region definition
    @Test
    void the_definition_asks_for_what_there_is() {
        StateMachine orders = StateMachine.load(Path.of("statemachines/order.asl.json"));

        assertThat(ServiceModelCheck.strict().check(orders)).hasNoProblems();
    }
    // #endregion
}
