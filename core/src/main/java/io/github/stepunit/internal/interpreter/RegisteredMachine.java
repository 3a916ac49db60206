package io.github.stepunit.internal.interpreter;

import io.github.stepunit.definition.Limits;
import io.github.stepunit.task.TaskHandler;
import org.jspecify.annotations.Nullable;

/**
 * A state machine that Tasks can start, as one ARN means it.
 *
 * @param planned what runs
 * @param identity what it is called there
 * @param roleArn its execution role
 * @param limits where its executions end
 * @param redundantDelivery which of its Tasks are delivered twice
 * @param tasks what answers its Tasks; null for what answers those of the execution that starts it
 */
public record RegisteredMachine(
        PlannedStateMachine planned,
        StateMachineIdentity identity,
        String roleArn,
        Limits limits,
        RedundantDelivery redundantDelivery,
        @Nullable TaskHandler tasks) {}
