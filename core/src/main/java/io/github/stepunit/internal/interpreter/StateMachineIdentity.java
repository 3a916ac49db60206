package io.github.stepunit.internal.interpreter;

import io.github.stepunit.definition.StateMachineType;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * What a state machine is called on AWS.
 *
 * @param type Standard or Express
 * @param name its name
 * @param accountId the account
 * @param region the region
 * @param version the version that is started; null when it is started without one
 * @param alias the alias that it is started by; null when it is started without one
 */
public record StateMachineIdentity(
        StateMachineType type,
        String name,
        String accountId,
        String region,
        @Nullable Integer version,
        @Nullable String alias) {

    /** The constraint of {@code CreateStateMachineAlias}: at most 80 of these, and not digits alone. */
    private static final Pattern ALIAS = Pattern.compile("(?=.*[a-zA-Z_\\-.])[a-zA-Z0-9_\\-.]{1,80}");

    /** The unqualified ARN. */
    public String arn() {
        return prefix() + "stateMachine:" + name;
    }

    /** The ARN of the version; null when there is none. */
    public @Nullable String versionArn() {
        return version == null ? null : arn() + ":" + version;
    }

    /** The ARN of the alias; null when there is none. */
    public @Nullable String aliasArn() {
        return alias == null ? null : arn() + ":" + alias;
    }

    /** The ARN of an execution of that name. */
    public String executionArn(String executionName) {
        return type == StateMachineType.EXPRESS
                // Express executions, whose names are not unique, also carry an id of their own.
                ? prefix() + "express:" + name + ":" + executionName + ":00000000-0000-4000-8000-000000000000"
                : prefix() + "execution:" + name + ":" + executionName;
    }

    private String prefix() {
        return "arn:aws:states:" + region + ":" + accountId + ":";
    }

    /** The ARN of a Map Run. */
    String mapRunArn(String childMachineName, String id) {
        return prefix() + "mapRun:" + childMachineName + ":" + id;
    }

    /** That of the machine that the children of a Distributed Map run. */
    public StateMachineIdentity ofChildMachine(String childMachineName, StateMachineType childType) {
        return new StateMachineIdentity(childType, childMachineName, accountId, region, null, null);
    }

    public StateMachineIdentity named(String newName) {
        return new StateMachineIdentity(type, newName, accountId, region, version, alias);
    }

    public StateMachineIdentity inAccount(String newAccountId, String newRegion) {
        return new StateMachineIdentity(type, name, newAccountId, newRegion, version, alias);
    }

    /** @throws IllegalArgumentException when AWS numbers no version so */
    public StateMachineIdentity withVersion(int newVersion) {
        if (newVersion < 1) {
            throw new IllegalArgumentException(
                    "Versions of a state machine are numbered from 1, but the version should be " + newVersion + ".");
        }
        return new StateMachineIdentity(type, name, accountId, region, newVersion, alias);
    }

    /** @throws IllegalArgumentException when AWS takes no such name for an alias */
    public StateMachineIdentity withAlias(String newAlias) {
        if (!ALIAS.matcher(newAlias).matches()) {
            throw new IllegalArgumentException("\"" + newAlias + "\" cannot be the name of an alias: AWS takes 1 to 80"
                    + " letters, digits, and '-', '_', '.', but not digits alone.");
        }
        // An alias always leads to a version, and the first one has the number 1.
        return new StateMachineIdentity(type, name, accountId, region, version == null ? 1 : version, newAlias);
    }

    /** With the version or alias of an ARN; without either when that is null. */
    public StateMachineIdentity qualifiedBy(@Nullable String qualifier) {
        if (qualifier == null) {
            return new StateMachineIdentity(type, name, accountId, region, null, null);
        }
        if (ALIAS.matcher(qualifier).matches()) {
            return withAlias(qualifier);
        }
        StateMachineIdentity plain = new StateMachineIdentity(type, name, accountId, region, version, null);
        // More digits than any version has: a machine without versions stands for all of them.
        return qualifier.matches("[1-9][0-9]{0,8}") ? plain.withVersion(Integer.parseInt(qualifier)) : plain;
    }
}
