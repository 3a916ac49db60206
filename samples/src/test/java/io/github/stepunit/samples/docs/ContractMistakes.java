package io.github.stepunit.samples.docs;

import static io.github.stepunit.contract.assertj.ContractAssertions.assertThat;

import io.github.stepunit.StateMachine;
import io.github.stepunit.contract.deployed.DeployedDefinition;
import io.github.stepunit.contract.deployed.PulledDefinition;
import io.github.stepunit.contract.model.ServiceModelCheck;
import io.github.stepunit.contract.validation.AwsValidation;
import io.github.stepunit.contract.validation.ValidatorComparison;
import io.github.stepunit.definition.StateMachineType;
import io.github.stepunit.task.TaskMocks;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Map;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;

/** Messages of the contract module that docs/contract.md shows. */
final class ContractMistakes {

    private static final Clock LATER = Clock.fixed(Instant.parse("2026-11-28T09:00:00Z"), ZoneOffset.UTC);

    static final Map<String, ThrowingCallable> ALL = Map.of(
            "drift", ContractMistakes::drifts,
            "request-not-in-model", ContractMistakes::sendsWhatSnsDoesNotTake,
            "validators-differ", ContractMistakes::isRefusedByAwsOnly);

    private ContractMistakes() {}

    /** Somebody changed it by hand in the console. */
    private static void drifts() {
        DeployedDefinition pulled = PulledDefinition.read(Path.of("statemachines/order.deployed.json"));
        DeployedDefinition byHand = new DeployedDefinition(
                pulled.arn(),
                pulled.name(),
                pulled.type(),
                pulled.definition()
                        .replace("\"MaxAttempts\":3", "\"MaxAttempts\":9")
                        .replace("\"Declined\":{", "\"Declined\":{\"Cause\":\"by hand\","),
                pulled.roleArn(),
                pulled.logging(),
                pulled.revisionId(),
                pulled.updatedAt(),
                pulled.origin());
        assertThat(byHand).withClock(LATER).ignoringAccountAndRegion().matches(Path.of("statemachines/order.asl.json"));
    }

    /** A rule that StepUnit does not know. */
    private static void isRefusedByAwsOnly() {
        String answer =
                """
                {"result": "FAIL", "truncated": false, "diagnostics": [{"severity": "ERROR", "location": "/States/Ship/Retry[0]",
                 "code": "SCHEMA_VALIDATION_FAILED", "message": "A rule that StepUnit does not know"}]}""";
        try (LoopbackAws aws = new LoopbackAws(answer)) {
            String asl = "{\"StartAt\": \"Ship\", \"States\": {\"Ship\": {\"Type\": \"Succeed\"}}}";
            ValidatorComparison comparison =
                    AwsValidation.with(aws.client()).compare(AwsValidation.definition(asl, StateMachineType.STANDARD));
            assertThat(comparison).hasNoDifference();
        }
    }

    /** {@code TopicARN} for {@code TopicArn}, which only the input of the execution brings in. */
    private static void sendsWhatSnsDoesNotTake() {
        String asl = "{\"StartAt\": \"Ship\", \"States\": {\"Ship\": {\"Type\": \"Task\", \"End\": true, \"Resource\":"
                + " \"arn:aws:states:::aws-sdk:sns:publish\", \"Parameters\": {\"Message.$\": \"$.order\", \"TopicARN\":"
                + " \"arn:aws:sns:us-east-1:123456789012:shipping\"}}}}";
        TaskMocks mocks = new TaskMocks();
        mocks.mock("Ship").succeeds();
        ServiceModelCheck.strict()
                .checking(StateMachine.of(asl).withTasks(mocks))
                .start("{'order': 42}");
    }
}
