package io.github.stepunit.fault;

import io.github.stepunit.StateMachine;
import io.github.stepunit.task.TaskHandler.Precedence;
import io.github.stepunit.task.TaskInvocation;
import io.github.stepunit.task.TaskMocks;
import io.github.stepunit.task.TaskOutcome;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The Tasks that go wrong, by the selectors of mocks. */
final class TaskChoice {

    private final @Nullable TaskMocks selectors;

    private TaskChoice(@Nullable TaskMocks selectors) {
        this.selectors = selectors;
    }

    /** @param states empty for every Task */
    static TaskChoice of(List<String> states, StateMachine machine) {
        if (states.isEmpty()) {
            return new TaskChoice(null);
        }
        TaskMocks mocks = machine.stateMachines().isEmpty()
                ? new TaskMocks()
                : TaskMocks.of(
                        machine.definition(),
                        machine.stateMachines().stream()
                                .map(StateMachine::definition)
                                .toList());
        states.forEach(state -> mocks.bind(state, invocation -> TaskOutcome.neverAnswer()));
        return new TaskChoice(mocks);
    }

    boolean includes(TaskInvocation invocation) {
        return selectors == null || selectors.precedence(invocation) != Precedence.NO_ANSWER;
    }
}
