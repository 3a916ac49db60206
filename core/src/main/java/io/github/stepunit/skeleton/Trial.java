package io.github.stepunit.skeleton;

import io.github.stepunit.Execution;
import io.github.stepunit.ExecutionStatus;
import io.github.stepunit.ExecutionStuckException;
import io.github.stepunit.MapRun;
import io.github.stepunit.coverage.WalkedElements;
import io.github.stepunit.definition.Limits;
import io.github.stepunit.definition.TaskState;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;

/**
 * A draft that was run.
 *
 * @param draft what was run
 * @param execution how that went
 * @param calls how often each mock was called, in the order of their first calls
 * @param walked the ids of the elements that it walked
 * @param isCut whether it was cut off, since it went on and on, so that nobody knows how it ends
 */
record Trial(Draft draft, Execution execution, Map<String, Integer> calls, Set<String> walked, boolean isCut) {

    static Trial run(Machine machine, Draft draft, long mostEvents) {
        DraftTasks tasks = new DraftTasks(draft);
        Execution execution = machine.runnable()
                .withLimits(Limits.of(machine.runnable().type())
                        .withHistoryEvents(mostEvents)
                        .withSteps(10 * mostEvents))
                .withTasks(tasks)
                .withObjects(draft.objects())
                .startUnobserved(draft.input());
        try {
            execution.runToEnd();
        } catch (ExecutionStuckException waiting) {
            // It stands where it waits; its history tells.
        }
        Set<String> walked = new HashSet<>();
        collect(machine.walked(), execution, walked);
        boolean isCut = execution.status() == ExecutionStatus.RUNNING
                || execution.history().events().size() >= mostEvents;
        return new Trial(draft, execution, tasks.calls(), walked, isCut);
    }

    private static void collect(WalkedElements elements, Execution execution, Set<String> into) {
        into.addAll(elements.of(execution.stateMachine().definition(), execution.history()));
        for (MapRun each : execution.mapRuns()) {
            each.children().forEach(child -> collect(elements, child, into));
        }
    }

    /** Whether the visit failed because a mock said so. */
    boolean isScripted(Visited failed) {
        return failed.state() instanceof TaskState
                && !failed.visit().attempts().isEmpty()
                && !(draft.answer(failed.state().name(), failed.lastCall()) instanceof Answer.Result);
    }
}
