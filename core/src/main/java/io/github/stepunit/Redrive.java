package io.github.stepunit;

import io.github.stepunit.definition.StateMachineType;
import io.github.stepunit.internal.interpreter.ExecutionRun;
import io.github.stepunit.internal.time.VirtualScheduler;
import io.github.stepunit.task.TaskHandler;
import java.time.Duration;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** {@code RedriveExecution}: what it refuses, and how. */
final class Redrive {

    private Redrive() {}

    /** AWS's reason, or null when the execution can be redriven so long after its end. */
    static @Nullable String refusal(Execution execution, ExecutionRun run, Duration pause) {
        return execution.stateMachine().type() == StateMachineType.EXPRESS
                ? "Invalid Arn: 'Resource type not valid in this context: express'"
                : run.redriveRefusal(VirtualScheduler.later(run.now(), pause));
    }

    static void start(Execution execution, ExecutionRun run, Duration pause, TaskHandler tasks) {
        Objects.requireNonNull(pause, "pause");
        if (pause.isNegative()) {
            throw new IllegalArgumentException(
                    "Virtual time goes forward only, but the redrive should come after " + pause + ".");
        }
        String refusal = refusal(execution, run, pause);
        if (refusal != null) {
            String error = execution.stateMachine().type() == StateMachineType.EXPRESS
                    ? "InvalidArn"
                    : "ExecutionNotRedrivable";
            throw new IllegalStateException(
                    "RedriveExecution: the execution cannot be redriven (AWS: " + error + ", " + refusal + ")."
                            + (execution.status() == ExecutionStatus.RUNNING ? " Run it to its end first." : ""));
        }
        run.redrive(VirtualScheduler.later(run.now(), pause), tasks);
    }
}
