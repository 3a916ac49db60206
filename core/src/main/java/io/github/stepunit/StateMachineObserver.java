package io.github.stepunit;

import org.apiguardian.api.API;

/**
 * Told of every state machine and every execution of this JVM. For tools that watch all tests, as coverage does; found by
 * {@link java.util.ServiceLoader}. What it throws fails the test that is running.
 */
@API(status = API.Status.EXPERIMENTAL, since = "0.1")
public interface StateMachineObserver {

    /**
     * A definition was loaded and made a machine of. Not told of the copies that the machine's {@code with…} methods give.
     */
    void loaded(StateMachine machine);

    /** An execution begins: its history is still empty but for its start. On the thread that starts it. */
    void started(Execution execution);
}
