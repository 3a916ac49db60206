package io.github.stepunit.samples.docs;

import static io.github.stepunit.contract.assertj.ContractAssertions.assertThat;

import io.github.stepunit.contract.junit5.AsksAws;
import io.github.stepunit.contract.validation.AwsValidation;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** A snippet of docs/contract.md. */
class AwsValidationTest {

    private final LoopbackAws aws = new LoopbackAws("{\"result\": \"OK\", \"truncated\": false, \"diagnostics\": []}");

    @AfterEach
    void stop() {
        aws.close();
    }

    // #region validation
    @Test
    @AsksAws
    void aws_takes_the_definition_and_says_nothing_that_stepunit_does_not() {
        AwsValidation validation = AwsValidation.with(aws.client());

        assertThat(validation.validate(Path.of("statemachines/order.asl.json"))).isValid();
        assertThat(validation.compare(Path.of("statemachines/order.asl.json"))).hasNoDifference();
    }
    // #endregion
}
