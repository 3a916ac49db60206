package io.github.stepunit;

import io.github.stepunit.definition.StateMachineType;
import io.github.stepunit.internal.interpreter.RedundantDelivery;

/** What AWS's API allows for one type of state machine only. */
final class ExpressRules {

    private ExpressRules() {}

    static void requireExpress(StateMachine machine, String method) {
        if (machine.type() == StateMachineType.EXPRESS) {
            return;
        }
        throw new IllegalArgumentException(
                method.equals("startSync")
                        ? "StartSyncExecution: \"" + machine.name() + "\" is a Standard state machine (AWS:"
                                + " StateMachineTypeNotSupported, This operation is not supported by this type of state"
                                + " machine). Use start(…), or load it as StateMachineType.EXPRESS."
                        : method + ": \"" + machine.name() + "\" is a Standard state machine, and those run each step"
                                + " exactly once. Only Express is at-least-once: load it as StateMachineType.EXPRESS.");
    }

    static void requireOnce(RedundantDelivery delivery) {
        if (!delivery.equals(RedundantDelivery.NONE)) {
            throw new IllegalStateException("StartSyncExecution runs each step at most once, but the machine is"
                    + " deliveringTwice(…). Only asynchronous Express executions are at-least-once: use start(…).");
        }
    }

    static IllegalStateException notForExpress(String operation) {
        return new IllegalStateException(
                operation + " does not take an Express execution (AWS: InvalidArn, Invalid Arn:"
                        + " 'Resource type not valid in this context: express').");
    }
}
