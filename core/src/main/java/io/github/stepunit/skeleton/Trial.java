package io.github.stepunit.skeleton;

import io.github.stepunit.Execution;
import io.github.stepunit.ExecutionStatus;
import io.github.stepunit.ExecutionStuckException;
import io.github.stepunit.MapRun;
import io.github.stepunit.coverage.CoverageElement;
import io.github.stepunit.coverage.ElementKind;
import io.github.stepunit.coverage.WalkedElements;
import io.github.stepunit.definition.Limits;
import io.github.stepunit.definition.State;
import io.github.stepunit.definition.TaskState;
import io.github.stepunit.task.UnmockedTaskException;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * A draft that was run.
 *
 * @param draft what was run
 * @param execution how that went
 * @param walk what it visited
 * @param calls how often each mock was called, in the order of their first calls
 * @param walked the ids of the elements that it walked in a way that a test can assert
 * @param isCut whether it was cut off, since it went on and on, so that nobody knows how it ends
 */
record Trial(
        Draft draft, Execution execution, Walk walk, Map<String, Integer> calls, Set<String> walked, boolean isCut) {

    static Trial run(Machine machine, Draft draft, long mostEvents) {
        DraftTasks tasks = new DraftTasks(draft);
        Execution execution = machine.runnable()
                .withLimits(Limits.of(machine.runnable().type())
                        .withHistoryEvents(mostEvents)
                        .withSteps(10 * mostEvents))
                .withTasks(tasks)
                .withObjects(draft.objects())
                .startUnobserved(draft.input());
        boolean othersGoOn = false;
        try {
            execution.runToEnd();
        } catch (ExecutionStuckException | UnmockedTaskException waiting) {
            // It stands where it waits, or at a Task that no mock of a test can be for; its history tells.
        } catch (IllegalStateException endless) {
            // It has ended, but what it started goes on and on, and so would the test.
            if (execution.status() == ExecutionStatus.RUNNING) {
                throw endless;
            }
            othersGoOn = true;
        }
        Set<String> walked = new HashSet<>();
        collect(machine.walked(), execution, walked);
        Walk walk = Walk.of(machine, execution);
        machine.walked().elements().stream()
                .filter(each -> walked.contains(each.id()) && !isSeen(machine, walk, each))
                .forEach(each -> walked.remove(each.id()));
        boolean isCut = othersGoOn
                || execution.status() == ExecutionStatus.RUNNING
                || execution.history().events().size() >= mostEvents;
        return new Trial(draft, execution, walk, tasks.calls(), walked, isCut);
    }

    /** Whether there is a visit that shows it: coverage counts some of what assertions do not see. */
    private static boolean isSeen(Machine machine, Walk walk, CoverageElement element) {
        List<State> chain = machine.chain(element);
        return element.kind() == ElementKind.MACHINE_TIMEOUT
                || chain.isEmpty()
                || walk.visits().stream()
                        .anyMatch(each ->
                                each.state() == chain.get(chain.size() - 1) && WalkedBy.visit(walk, each, element));
    }

    private static void collect(WalkedElements elements, Execution execution, Set<String> into) {
        into.addAll(elements.of(execution.stateMachine().definition(), execution.history()));
        for (MapRun each : execution.mapRuns()) {
            each.children().forEach(child -> collect(elements, child, into));
        }
    }

    /** Whether the visit failed because a mock said so, and not by what a catcher made of that. */
    boolean isScripted(Visited failed) {
        return failed.state() instanceof TaskState
                && !"States.QueryEvaluationError".equals(failed.visit().error())
                && !failed.visit().attempts().isEmpty()
                && !(draft.answer(failed.state().name(), failed.lastCall()) instanceof Answer.Result);
    }
}
