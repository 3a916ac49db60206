package io.github.stepunit.junit5;

import io.github.stepunit.Execution;
import io.github.stepunit.StateMachine;
import io.github.stepunit.task.TaskHandler;
import java.util.List;
import org.apiguardian.api.API;
import org.junit.jupiter.api.extension.ExtensionContext;

/**
 * Lets the Task of the present run of a {@link FaultSweep} go wrong, and looks at how its executions ended; to be used by
 * that annotation only.
 */
@API(status = API.Status.INTERNAL, since = "0.1")
public final class FaultSweepInterceptor implements StepFunctionTestInterceptor {

    /** For {@link Interceptors}. */
    public FaultSweepInterceptor() {}

    @Override
    public TaskHandler tasks(ExtensionContext context, StateMachine stateMachine, TaskHandler mocks) {
        return Sweep.of(context).run().around(stateMachine, mocks);
    }

    @Override
    public void afterPassed(ExtensionContext context, List<Execution> executions) {
        Sweep.of(context).run().passed(executions);
    }
}
