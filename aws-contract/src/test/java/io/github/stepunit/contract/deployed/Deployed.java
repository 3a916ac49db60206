package io.github.stepunit.contract.deployed;

import io.github.stepunit.contract.deployed.DeployedDefinition.Logging;
import io.github.stepunit.definition.StateMachineType;
import io.github.stepunit.json.JsonText;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** Deployed definitions by hand. */
public final class Deployed {

    public static final String ARN = "arn:aws:states:eu-west-1:123456789012:stateMachine:orders";
    public static final Instant FETCHED = Instant.parse("2026-11-25T09:00:00Z");

    private Deployed() {}

    /** Standard; JSON with single quotes. */
    public static DeployedDefinition of(String definition) {
        return of(definition, StateMachineType.STANDARD, null);
    }

    public static DeployedDefinition of(String definition, StateMachineType type, @Nullable String revision) {
        return new DeployedDefinition(
                ARN,
                "orders",
                type,
                JsonText.writeCompact(JsonText.parseLenient(definition)),
                "arn:aws:iam::123456789012:role/orders",
                new Logging("ALL", false),
                revision,
                Instant.parse("2026-11-01T08:00:00Z"),
                new Origin(ARN, FETCHED, null));
    }
}
