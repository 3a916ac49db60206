package io.github.stepunit.contract.deployed;

import io.github.stepunit.StateMachine;
import io.github.stepunit.definition.StateMachineDefinition;
import io.github.stepunit.definition.StateMachineType;
import io.github.stepunit.json.InvalidJsonException;
import io.github.stepunit.json.JsonText;
import java.time.Instant;
import org.apiguardian.api.API;
import org.jspecify.annotations.Nullable;

/**
 * A state machine as AWS has it.
 *
 * @param arn its ARN, with the version when it is one
 * @param name its name
 * @param type Standard or Express
 * @param definition the definition in ASL JSON
 * @param roleArn its execution role
 * @param logging what it logs
 * @param revisionId its revision; null for the first one
 * @param updatedAt when it was last updated, or created; null when AWS did not say
 * @param origin where this comes from
 */
@API(status = API.Status.EXPERIMENTAL, since = "0.1")
public record DeployedDefinition(
        String arn,
        String name,
        StateMachineType type,
        String definition,
        String roleArn,
        Logging logging,
        @Nullable String revisionId,
        @Nullable Instant updatedAt,
        Origin origin) {

    /**
     * What it logs.
     *
     * @param level {@code ALL}, {@code ERROR}, {@code FATAL} or {@code OFF}
     * @param includeExecutionData whether payloads are logged
     */
    public record Logging(String level, boolean includeExecutionData) {}

    public DeployedDefinition {
        try {
            JsonText.parseWithoutText(definition);
        } catch (InvalidJsonException e) {
            throw new IllegalArgumentException(
                    "The definition of " + arn + " is not JSON: " + e.getMessage()
                            + ".\n  do      fetch or pull it again; a pulled file must not be edited.",
                    e);
        }
    }

    /**
     * The machine that runs this definition, in the account and region and under the name and role that it is deployed
     * with, so that all that is derived from them is as on AWS.
     *
     * @throws io.github.stepunit.definition.InvalidDefinitionException when StepUnit cannot run it
     */
    public StateMachine stateMachine() {
        String[] parts = arn.split(":", -1);
        String source = origin.file() == null ? arn : origin.file().toString();
        StateMachine machine = StateMachine.of(StateMachineDefinition.parse(source, definition, type), type)
                .named(name);
        machine = parts.length > 4 ? machine.inAccount(parts[4], parts[3]) : machine;
        return roleArn.isEmpty() ? machine : machine.withRole(roleArn);
    }

    /** Where it comes from and how old it is, in one line for messages. */
    public String describe(Instant now) {
        StringBuilder text = new StringBuilder(arn);
        if (!origin.asked().equals(arn)) {
            text.append(" (").append(origin.asked()).append(')');
        }
        text.append(", updated ").append(updatedAt == null ? "at an unknown time" : updatedAt);
        if (revisionId != null) {
            text.append(", revision ").append(revisionId);
        }
        text.append(origin.file() == null ? ", fetched " : ", pulled ").append(Ages.ago(origin.age(now)));
        if (origin.file() != null) {
            text.append(" into ").append(origin.file());
        }
        return text.toString();
    }
}
