package io.github.stepunit;

import java.util.List;
import java.util.ServiceLoader;

/** All observers that the class path has. */
final class Observers implements StateMachineObserver {

    private static final Observers OF_THIS_JVM = new Observers();

    private final List<StateMachineObserver> all =
            ServiceLoader.load(StateMachineObserver.class, StateMachineObserver.class.getClassLoader()).stream()
                    .map(ServiceLoader.Provider::get)
                    .toList();

    static StateMachineObserver ofThisJvm() {
        return OF_THIS_JVM;
    }

    @Override
    public void loaded(StateMachine machine) {
        all.forEach(each -> each.loaded(machine));
    }

    @Override
    public void started(Execution execution) {
        all.forEach(each -> each.started(execution));
    }
}
