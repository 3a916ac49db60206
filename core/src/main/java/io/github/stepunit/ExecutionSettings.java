package io.github.stepunit;

import io.github.stepunit.definition.Limits;
import io.github.stepunit.definition.StateMachineType;
import io.github.stepunit.internal.interpreter.RedundantDelivery;
import io.github.stepunit.internal.interpreter.RunSettings;
import io.github.stepunit.internal.interpreter.StateMachineIdentity;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** The surroundings of a machine's executions. Immutable. */
record ExecutionSettings(
        StateMachineIdentity identity,
        String roleArn,
        String executionName,
        Instant start,
        long seed,
        Limits limits,
        RedundantDelivery redundantDelivery,
        @Nullable Long scheduleSeed) {

    private static final String ACCOUNT_ID = "123456789012";
    private static final String REGION = "us-east-1";

    static ExecutionSettings of(StateMachineType type) {
        return new ExecutionSettings(
                new StateMachineIdentity(type, "StateMachine", ACCOUNT_ID, REGION, null, null),
                "arn:aws:iam::" + ACCOUNT_ID + ":role/StepUnit",
                "execution",
                StateMachine.DEFAULT_START,
                0,
                Limits.of(type),
                RedundantDelivery.NONE,
                null);
    }

    StateMachineType type() {
        return identity.type();
    }

    RunSettings toRunSettings() {
        return new RunSettings(
                identity,
                executionName,
                identity.executionArn(executionName),
                roleArn,
                start,
                seed,
                limits,
                redundantDelivery);
    }

    /** Of the machine that the children of a Distributed Map run. */
    ExecutionSettings ofChildMachine(String name, StateMachineType childType) {
        Limits childLimits = childType == type() ? limits : Limits.of(childType);
        return new ExecutionSettings(
                identity.ofChildMachine(name, childType),
                roleArn,
                executionName,
                start,
                seed,
                childLimits,
                redundantDelivery,
                scheduleSeed);
    }

    ExecutionSettings withIdentity(StateMachineIdentity newIdentity) {
        return new ExecutionSettings(
                newIdentity, roleArn, executionName, start, seed, limits, redundantDelivery, scheduleSeed);
    }

    ExecutionSettings withRoleArn(String newRoleArn) {
        return new ExecutionSettings(
                identity, newRoleArn, executionName, start, seed, limits, redundantDelivery, scheduleSeed);
    }

    ExecutionSettings withExecutionName(String name) {
        return new ExecutionSettings(identity, roleArn, name, start, seed, limits, redundantDelivery, scheduleSeed);
    }

    ExecutionSettings withStart(Instant newStart) {
        return new ExecutionSettings(
                identity, roleArn, executionName, newStart, seed, limits, redundantDelivery, scheduleSeed);
    }

    ExecutionSettings withSeed(long newSeed) {
        return new ExecutionSettings(
                identity, roleArn, executionName, start, newSeed, limits, redundantDelivery, scheduleSeed);
    }

    ExecutionSettings withLimits(Limits newLimits) {
        return new ExecutionSettings(
                identity, roleArn, executionName, start, seed, newLimits, redundantDelivery, scheduleSeed);
    }

    ExecutionSettings withRedundantDelivery(RedundantDelivery newRedundantDelivery) {
        return new ExecutionSettings(
                identity, roleArn, executionName, start, seed, limits, newRedundantDelivery, scheduleSeed);
    }

    ExecutionSettings withScheduleSeed(long newSeed) {
        return new ExecutionSettings(identity, roleArn, executionName, start, seed, limits, redundantDelivery, newSeed);
    }
}
