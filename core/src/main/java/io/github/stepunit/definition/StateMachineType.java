package io.github.stepunit.definition;

import org.apiguardian.api.API;

/** The two types of state machine. Not part of the definition: AWS takes it as an argument of {@code CreateStateMachine}. */
@API(status = API.Status.EXPERIMENTAL, since = "0.1")
public enum StateMachineType {
    /** Up to a year, exactly-once, with an execution history of at most 25,000 events. */
    STANDARD,
    /** Up to five minutes, at-least-once, Request Response integrations only. */
    EXPRESS
}
