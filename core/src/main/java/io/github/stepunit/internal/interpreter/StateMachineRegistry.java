package io.github.stepunit.internal.interpreter;

import org.jspecify.annotations.Nullable;

/** The state machines that a test has registered, for Tasks to start. */
public interface StateMachineRegistry {

    /** The machine that the ARN means, with or without version or alias; null when there is none. */
    @Nullable
    RegisteredMachine find(String arn);

    /** Whether the test has said which machines there are. */
    boolean isClosed();
}
