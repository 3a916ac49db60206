package io.github.stepunit.internal.interpreter;

import io.github.stepunit.task.TaskOutcome;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * What the Step Functions API itself does for a Task.
 *
 * @param outcome its first answer
 * @param awaited the execution for whose end the Task waits; null when it waits for none
 * @param answer what the Task then gets
 */
record NestedTask(
        TaskOutcome outcome, @Nullable NestedExecution awaited, Function<ExecutionRun, TaskOutcome.Answer> answer) {

    /** A Task that waits for no execution. */
    static NestedTask of(TaskOutcome outcome) {
        return new NestedTask(outcome, null, run -> outcome.answer());
    }
}
