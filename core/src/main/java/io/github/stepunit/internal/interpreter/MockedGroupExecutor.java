package io.github.stepunit.internal.interpreter;

import io.github.stepunit.task.TaskOutcome;

/**
 * Stands for a Parallel state whose branches are not run: its input is made as ever, and the answer of a mock stands
 * for the outputs of the branches.
 */
final class MockedGroupExecutor implements StateExecutor {

    private final TaskOutcome.Answer answer;

    MockedGroupExecutor(TaskOutcome.Answer answer) {
        this.answer = answer;
    }

    @Override
    public void execute(Visit visit) {
        visit.request(visit.effectiveInput());
        answer(visit, answer);
    }

    static void answer(Visit visit, TaskOutcome.Answer answer) {
        if (answer instanceof TaskOutcome.Answer.Succeeded succeeded) {
            visit.succeed(succeeded.output());
        } else if (answer instanceof TaskOutcome.Answer.Failed failed) {
            visit.fail(StateError.of(failed.error(), failed.cause()));
        } else {
            throw new IllegalStateException("A mocked state succeeds or fails: " + answer);
        }
    }
}
