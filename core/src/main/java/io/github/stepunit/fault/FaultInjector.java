package io.github.stepunit.fault;

import io.github.stepunit.definition.StateMachineDefinition;
import io.github.stepunit.task.TaskHandler;
import io.github.stepunit.task.TaskInvocation;
import io.github.stepunit.task.TaskOutcome;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Stands before the mocks, and lets one visit of one Task go wrong; without a fault it only writes down what there is. */
final class FaultInjector implements TaskHandler {

    private final @Nullable Fault fault;
    private final TaskChoice choice;
    private final TaskVisits visits;
    private final TaskHandler mocks;

    FaultInjector(@Nullable Fault fault, TaskChoice choice, TaskVisits visits, TaskHandler mocks) {
        this.fault = fault;
        this.choice = choice;
        this.visits = visits;
        this.mocks = mocks;
    }

    @Override
    public TaskOutcome handle(TaskInvocation invocation) {
        TaskVisit.Place place = visits.arrive(invocation);
        if (fault != null && fault.hits(place, invocation.attempt())) {
            return fault.answer(invocation, mocks);
        }
        record(place, invocation, false);
        return mocks.handle(invocation);
    }

    @Override
    public Precedence precedence(TaskInvocation invocation) {
        TaskVisit.Place place = visits.arrive(invocation);
        if (fault != null && fault.hits(place, invocation.attempt())) {
            return Precedence.BEFORE_STATE_MACHINE;
        }
        Precedence precedence = mocks.precedence(invocation);
        if (precedence != Precedence.BEFORE_STATE_MACHINE) {
            record(place, invocation, true);
        }
        return precedence;
    }

    @Override
    public void givenTo(StateMachineDefinition machine) {
        mocks.givenTo(machine);
    }

    @Override
    public void beforeStart(List<StateMachineDefinition> machines) {
        mocks.beforeStart(machines);
    }

    private void record(TaskVisit.Place place, TaskInvocation invocation, boolean startsMachine) {
        if (fault == null && invocation.attempt() == 1 && invocation.delivery() == 1 && choice.includes(invocation)) {
            visits.record(TaskVisit.of(place, invocation, startsMachine));
        }
    }
}
