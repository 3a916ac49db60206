package io.github.stepunit.mutation;

import io.github.stepunit.Execution;
import io.github.stepunit.StateMachine;
import io.github.stepunit.StateMachineObserver;
import org.apiguardian.api.API;

/** Hands what happens in this JVM to the run that is on. For {@link java.util.ServiceLoader}. */
@API(status = API.Status.INTERNAL, since = "0.1")
public final class MutationObserver implements StateMachineObserver {

    /** For {@link java.util.ServiceLoader}. */
    public MutationObserver() {}

    @Override
    public void loaded(StateMachine machine) {
        Watch watch = Watches.current();
        if (watch != null) {
            watch.loaded(machine);
        }
    }

    @Override
    public void started(Execution execution) {
        Watch watch = Watches.current();
        if (watch != null) {
            watch.started(execution);
        }
    }
}
