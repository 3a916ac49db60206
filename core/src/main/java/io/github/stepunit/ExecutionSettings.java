package io.github.stepunit;

import io.github.stepunit.definition.Limits;
import io.github.stepunit.definition.StateMachineType;
import io.github.stepunit.internal.interpreter.RunSettings;
import java.time.Instant;

/** The surroundings of a machine's executions. Immutable. */
record ExecutionSettings(
        StateMachineType type,
        String stateMachineName,
        String accountId,
        String region,
        String roleArn,
        String executionName,
        Instant start,
        long seed,
        Limits limits) {

    private static final String ACCOUNT_ID = "123456789012";
    private static final String REGION = "us-east-1";

    static ExecutionSettings of(StateMachineType type) {
        return new ExecutionSettings(
                type,
                "StateMachine",
                ACCOUNT_ID,
                REGION,
                "arn:aws:iam::" + ACCOUNT_ID + ":role/StepUnit",
                "execution",
                StateMachine.DEFAULT_START,
                0,
                Limits.of(type));
    }

    String stateMachineArn() {
        return "arn:aws:states:" + region + ":" + accountId + ":stateMachine:" + stateMachineName;
    }

    private String executionArn() {
        String prefix = "arn:aws:states:" + region + ":" + accountId;
        return type == StateMachineType.EXPRESS
                // Express executions also carry an id of their own.
                ? prefix + ":express:" + stateMachineName + ":" + executionName
                        + ":00000000-0000-4000-8000-000000000000"
                : prefix + ":execution:" + stateMachineName + ":" + executionName;
    }

    RunSettings toRunSettings() {
        return new RunSettings(
                type,
                stateMachineName,
                stateMachineArn(),
                executionName,
                executionArn(),
                roleArn,
                region,
                start,
                seed,
                limits);
    }

    /** Of the machine that the children of a Distributed Map run. */
    ExecutionSettings ofChildMachine(String name, StateMachineType childType) {
        Limits childLimits = childType == type ? limits : Limits.of(childType);
        return new ExecutionSettings(
                childType, name, accountId, region, roleArn, executionName, start, seed, childLimits);
    }

    ExecutionSettings withStateMachineName(String name) {
        return new ExecutionSettings(type, name, accountId, region, roleArn, executionName, start, seed, limits);
    }

    ExecutionSettings withAccount(String newAccountId, String newRegion) {
        return new ExecutionSettings(
                type, stateMachineName, newAccountId, newRegion, roleArn, executionName, start, seed, limits);
    }

    ExecutionSettings withRoleArn(String newRoleArn) {
        return new ExecutionSettings(
                type, stateMachineName, accountId, region, newRoleArn, executionName, start, seed, limits);
    }

    ExecutionSettings withExecutionName(String name) {
        return new ExecutionSettings(type, stateMachineName, accountId, region, roleArn, name, start, seed, limits);
    }

    ExecutionSettings withStart(Instant newStart) {
        return new ExecutionSettings(
                type, stateMachineName, accountId, region, roleArn, executionName, newStart, seed, limits);
    }

    ExecutionSettings withSeed(long newSeed) {
        return new ExecutionSettings(
                type, stateMachineName, accountId, region, roleArn, executionName, start, newSeed, limits);
    }

    ExecutionSettings withLimits(Limits newLimits) {
        return new ExecutionSettings(
                type, stateMachineName, accountId, region, roleArn, executionName, start, seed, newLimits);
    }
}
