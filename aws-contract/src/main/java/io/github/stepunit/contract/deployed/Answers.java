package io.github.stepunit.contract.deployed;

import io.github.stepunit.contract.AwsCallException;
import io.github.stepunit.contract.AwsCallException.Reason;
import io.github.stepunit.contract.deployed.DeployedDefinition.Logging;
import io.github.stepunit.contract.internal.AwsCall;
import io.github.stepunit.contract.internal.StepFunctionsArn;
import io.github.stepunit.definition.StateMachineType;
import java.time.Clock;
import java.time.Instant;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.sfn.model.DescribeStateMachineForExecutionResponse;
import software.amazon.awssdk.services.sfn.model.DescribeStateMachineResponse;
import software.amazon.awssdk.services.sfn.model.EncryptionConfiguration;
import software.amazon.awssdk.services.sfn.model.LoggingConfiguration;

/** Takes the answers of AWS over, and refuses those that lack what they must have. */
record Answers(AwsCall call, Clock clock) {

    DeployedDefinition ofStateMachine(DescribeStateMachineResponse answer, String asked) {
        return new DeployedDefinition(
                present("stateMachineArn", answer.stateMachineArn()),
                present("name", answer.name()),
                type(present("type", answer.typeAsString())),
                definition(answer.definition(), answer.encryptionConfiguration()),
                absentAsEmpty(answer.roleArn()),
                logging(answer.loggingConfiguration()),
                answer.revisionId(),
                answer.creationDate(),
                origin(asked));
    }

    /** That answer has no type; the ARN of the execution tells it. */
    DeployedDefinition ofExecution(DescribeStateMachineForExecutionResponse answer, String executionArn) {
        return new DeployedDefinition(
                present("stateMachineArn", answer.stateMachineArn()),
                present("name", answer.name()),
                StepFunctionsArn.isOfExpress(executionArn) ? StateMachineType.EXPRESS : StateMachineType.STANDARD,
                definition(answer.definition(), answer.encryptionConfiguration()),
                absentAsEmpty(answer.roleArn()),
                logging(answer.loggingConfiguration()),
                answer.revisionId(),
                answer.updateDate(),
                origin("execution " + executionArn));
    }

    private Origin origin(String asked) {
        // To the second, which is all that a file that people read needs.
        return new Origin(asked, Instant.ofEpochSecond(clock.instant().getEpochSecond()), null);
    }

    private String present(String member, @Nullable String value) {
        if (value == null || value.isEmpty()) {
            throw call.unreadable("the answer has no \"" + member + "\"");
        }
        return value;
    }

    private static String absentAsEmpty(@Nullable String value) {
        return value == null ? "" : value;
    }

    private StateMachineType type(String name) {
        return Arrays.stream(StateMachineType.values())
                .filter(type -> type.name().equals(name))
                .findFirst()
                .orElseThrow(() -> call.unreadable("the answer has the unknown type \"" + name + "\""));
    }

    /** AWS leaves a definition away that is encrypted with a key which the caller may not use. */
    private String definition(@Nullable String definition, @Nullable EncryptionConfiguration encryption) {
        if (definition != null && !definition.isEmpty()) {
            return definition;
        }
        if (encryption != null && encryption.kmsKeyId() != null) {
            throw new AwsCallException(
                    Reason.ACCESS_DENIED,
                    "AWS gave no definition in its answer to " + call.operation() + " of " + call.subject()
                            + ": it is encrypted with the key " + encryption.kmsKeyId()
                            + ".\n  do      allow kms:Decrypt on that key; docs/contract.md has the policy.",
                    null);
        }
        throw call.unreadable("the answer has no \"definition\"");
    }

    private static Logging logging(@Nullable LoggingConfiguration logging) {
        return logging == null || logging.levelAsString() == null
                ? new Logging("OFF", false)
                : new Logging(logging.levelAsString(), Boolean.TRUE.equals(logging.includeExecutionData()));
    }
}
