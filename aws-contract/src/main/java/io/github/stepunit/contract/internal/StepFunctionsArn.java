package io.github.stepunit.contract.internal;

import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * An ARN of Step Functions, taken apart.
 *
 * @param region its region
 * @param account its account
 * @param kind {@code stateMachine}, {@code execution}, {@code express}, {@code mapRun}, …
 * @param machine the name of the state machine; of a Map Run and its child executions with the label of the Map behind it:
 *     {@code orders/Ship}
 * @param name the version, the alias, or the name of the execution or Map Run; empty when there is none
 */
public record StepFunctionsArn(String region, String account, String kind, String machine, String name) {

    private static final Set<String> EXECUTIONS = Set.of("execution", "express");

    /** Null when it is none. */
    public static @Nullable StepFunctionsArn of(String text) {
        String[] parts = text.split(":", -1);
        return parts.length < 7 || !parts[0].equals("arn") || !parts[2].equals("states")
                ? null
                // An Express execution has an id of its own behind its name.
                : new StepFunctionsArn(parts[3], parts[4], parts[5], parts[6], parts.length > 7 ? parts[7] : "");
    }

    /** Whether it is that of an execution, Standard or Express. */
    public static boolean isOfExecution(String text) {
        StepFunctionsArn arn = of(text);
        return arn != null && EXECUTIONS.contains(arn.kind);
    }

    /** Whether it is that of an Express execution. */
    public static boolean isOfExpress(String text) {
        StepFunctionsArn arn = of(text);
        return arn != null && arn.kind.equals("express");
    }

    /** Whether it is that of a state machine, a version or an alias. */
    public static boolean isOfStateMachine(String text) {
        StepFunctionsArn arn = of(text);
        return arn != null && arn.kind.equals("stateMachine") && !arn.machine.isEmpty();
    }

    /** The label of the Distributed Map that started a child execution; empty for an execution that is none. */
    public String label() {
        int slash = machine.indexOf('/');
        return slash < 0 ? "" : machine.substring(slash + 1);
    }
}
