package io.github.stepunit.contract.model;

import io.github.stepunit.StateMachine;
import io.github.stepunit.definition.State;
import io.github.stepunit.definition.StateGraph;
import io.github.stepunit.definition.StateMachineDefinition;
import io.github.stepunit.definition.TaskResource;
import io.github.stepunit.definition.TaskState;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Finds Tasks in definitions. */
final class TaskPlaces {

    private TaskPlaces() {}

    /** All Tasks, also those in branches and iterations, in the definition's order. */
    static List<TaskState> tasks(StateMachineDefinition definition) {
        List<TaskState> tasks = new ArrayList<>();
        collect(definition.graph(), tasks);
        return tasks;
    }

    private static void collect(StateGraph graph, List<TaskState> tasks) {
        for (State state : graph.states().values()) {
            if (state instanceof TaskState task) {
                tasks.add(task);
            }
            state.graphs().forEach(inner -> collect(inner, tasks));
        }
    }

    /** {@code orders.asl.json:12:9}, of the Task of that name; empty when no machine has it. */
    static Optional<String> place(List<StateMachine> machines, String state, TaskResource resource) {
        for (StateMachine machine : machines) {
            for (TaskState task : tasks(machine.definition())) {
                if (task.name().equals(state) && task.resource().arn().equals(resource.arn())) {
                    return Optional.of(machine.definition()
                            .sourceMap()
                            .locate(task.pointer())
                            .toString());
                }
            }
        }
        return Optional.empty();
    }
}
