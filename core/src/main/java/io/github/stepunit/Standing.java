package io.github.stepunit;

import io.github.stepunit.history.VirtualTime;
import io.github.stepunit.internal.interpreter.WaitingTask;
import java.time.Duration;
import java.util.List;

/** How an execution stands, in words for messages. */
final class Standing {

    private Standing() {}

    /** How it stands, for messages: {@code It has FAILED with States.Timeout at +00:00:05}. */
    static String of(Execution execution) {
        StringBuilder text = new StringBuilder("It ")
                .append(execution.status() != ExecutionStatus.RUNNING ? "has ended as " : "is ")
                .append(execution.status());
        if (execution.error() != null) {
            text.append(" with ").append(execution.error());
        }
        if (execution.cause() != null) {
            text.append(" (").append(execution.cause()).append(')');
        }
        return text.append(" at ")
                .append(VirtualTime.offset(execution.duration()))
                .toString();
    }

    /**
     * Why it does not go on.
     *
     * @param waiting the tasks that wait for something that only the test could do
     */
    static String stuck(Execution execution, List<WaitingTask> waiting, String complaint) {
        StringBuilder message =
                new StringBuilder(complaint).append(' ').append(of(execution)).append('.');
        for (WaitingTask task : waiting) {
            message.append("\n  \"")
                    .append(task.path())
                    .append("\" waits for the answer to its task token since ")
                    .append(VirtualTime.offset(Duration.between(execution.startTime(), task.since())))
                    .append("; no mock sends it.")
                    .append("\n    Start with startPaused(…) and answer it: sendTaskSuccess(runUntilTaskToken(\"")
                    .append(task.path())
                    .append("\"), \"{}\"); or script the mock: returns(…).after(…), neverAnswers().");
        }
        return message.toString();
    }
}
