package io.github.stepunit.internal.interpreter;

import io.github.stepunit.definition.Limits;
import io.github.stepunit.definition.StateMachineType;
import java.time.Instant;

/**
 * The surroundings of one execution.
 *
 * @param type Standard or Express
 * @param stateMachineName name of the machine
 * @param stateMachineArn ARN of the machine
 * @param executionName name of the execution
 * @param executionArn ARN of the execution
 * @param roleArn the execution role
 * @param region the region, for {@code TaskScheduled}
 * @param start where the virtual clock starts
 * @param seed for jitter, {@code States.MathRandom}, {@code States.UUID}
 * @param limits where it ends even if its definition would go on
 */
public record RunSettings(
        StateMachineType type,
        String stateMachineName,
        String stateMachineArn,
        String executionName,
        String executionArn,
        String roleArn,
        String region,
        Instant start,
        long seed,
        Limits limits) {}
