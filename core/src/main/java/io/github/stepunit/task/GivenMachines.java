package io.github.stepunit.task;

import io.github.stepunit.definition.StateMachineDefinition;
import io.github.stepunit.definition.TaskState;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The state machines that mocks without a definition have been given to: what their selectors can mean. */
final class GivenMachines {

    private final List<StateMachineDefinition> machines = new ArrayList<>(1);
    /** By identity: to compare whole definitions would be slow, and two that are equal have the same Tasks. */
    private final Set<StateMachineDefinition> known = Collections.newSetFromMap(new IdentityHashMap<>(2));

    private @Nullable DefinedTasks tasks;

    void add(StateMachineDefinition machine) {
        if (known.add(machine)) {
            machines.add(machine);
            tasks = null;
        }
    }

    /** All Tasks of the machines; worked out when first asked for. */
    DefinedTasks tasks() {
        DefinedTasks all = tasks;
        if (all == null) {
            all = new DefinedTasks(machines.get(0), machines.subList(1, machines.size()));
            tasks = all;
        }
        return all;
    }

    /** Teaches the mocks what the machines call by logical ids. */
    void teachLogicalIds(Collection<TaskMock> mocks) {
        for (TaskMock mock : mocks) {
            String text = mock.selector().text();
            if (machines.stream().anyMatch(machine -> machine.logicalIds().containsKey(text))) {
                mock.means(tasks().selector(text));
            }
        }
    }

    /** @throws IllegalArgumentException when a mock is for a Task that none of the machines has */
    void requireTasks(Collection<TaskMock> mocks) {
        for (TaskMock mock : mocks) {
            if (!mock.isPlaced()) {
                if (!isTask(mock.selector().text()) && !tasks().canMatch(mock.selector())) {
                    throw MockErrors.unknownSelector(mock, tasks());
                }
                mock.placed();
            }
        }
    }

    /** The usual case, for which no list of all Tasks is needed. */
    private boolean isTask(String state) {
        for (StateMachineDefinition machine : machines) {
            if (machine.graph().states().get(state) instanceof TaskState) {
                return true;
            }
        }
        return false;
    }
}
