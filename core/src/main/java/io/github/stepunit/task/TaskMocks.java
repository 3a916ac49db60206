package io.github.stepunit.task;

import org.apiguardian.api.API;

/** The mocks of one test. */
@API(status = API.Status.EXPERIMENTAL, since = "0.1")
public final class TaskMocks implements TaskHandler {

    /** No mock yet. */
    public TaskMocks() {}

    @Override
    public TaskOutcome handle(TaskInvocation invocation) {
        throw new UnsupportedOperationException();
    }
}
