package io.github.stepunit.samples.docs;

import static io.github.stepunit.contract.assertj.ContractAssertions.assertThat;

import io.github.stepunit.contract.deployed.DeployedDefinition;
import io.github.stepunit.contract.deployed.PulledDefinition;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Map;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;

/** Messages of the contract module that docs/contract.md shows. */
final class ContractMistakes {

    private static final Clock LATER = Clock.fixed(Instant.parse("2026-11-28T09:00:00Z"), ZoneOffset.UTC);

    static final Map<String, ThrowingCallable> ALL = Map.of("drift", ContractMistakes::drifts);

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
}
