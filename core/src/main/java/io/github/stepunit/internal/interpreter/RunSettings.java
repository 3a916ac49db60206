package io.github.stepunit.internal.interpreter;

import io.github.stepunit.definition.Limits;
import io.github.stepunit.definition.StateMachineType;
import java.time.Instant;

/**
 * The surroundings of one execution.
 *
 * @param identity what its machine is called
 * @param executionName name of the execution
 * @param executionArn ARN of the execution
 * @param roleArn the execution role
 * @param start where the virtual clock starts
 * @param seed for jitter, {@code States.MathRandom}, {@code States.UUID}
 * @param limits where it ends even if its definition would go on
 * @param redundantDelivery which Tasks are delivered twice
 */
public record RunSettings(
        StateMachineIdentity identity,
        String executionName,
        String executionArn,
        String roleArn,
        Instant start,
        long seed,
        Limits limits,
        RedundantDelivery redundantDelivery) {

    StateMachineType type() {
        return identity.type();
    }

    String stateMachineName() {
        return identity.name();
    }

    String stateMachineArn() {
        return identity.arn();
    }

    String region() {
        return identity.region();
    }
}
