package io.github.stepunit.task;

import java.time.Duration;
import org.apiguardian.api.API;

/**
 * A handler for which it matters how long it takes: what has a timeout of its own, as a Lambda function has, answers
 * otherwise when that is shorter. A script tells it what {@link ScriptedAnswer#after} says.
 */
@API(status = API.Status.EXPERIMENTAL, since = "0.1")
public interface TimedTaskHandler extends TaskHandler {

    /**
     * Answers one attempt of a Task.
     *
     * @param duration how long the work takes
     * @return the outcome with its latency, which may be another
     */
    TaskOutcome handle(TaskInvocation invocation, Duration duration);

    /** As long as it takes by itself. */
    @Override
    TaskOutcome handle(TaskInvocation invocation);
}
