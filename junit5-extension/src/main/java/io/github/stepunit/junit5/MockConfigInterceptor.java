package io.github.stepunit.junit5;

import io.github.stepunit.Execution;
import io.github.stepunit.StateMachine;
import io.github.stepunit.task.MockConfigTasks;
import io.github.stepunit.task.MockConfigTestCase;
import io.github.stepunit.task.Strictness;
import io.github.stepunit.task.TaskHandler;
import java.util.List;
import org.apiguardian.api.API;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ExtensionContext.Namespace;

/** Answers the Tasks of a {@link MockConfig} test. */
@API(status = API.Status.INTERNAL, since = "0.1")
public final class MockConfigInterceptor implements StepFunctionTestInterceptor {

    private static final Namespace NAMESPACE = Namespace.create(MockConfigInterceptor.class);

    /** For {@link InterceptedBy}. */
    public MockConfigInterceptor() {}

    @Override
    public TaskHandler tasks(ExtensionContext context, StateMachine stateMachine, TaskHandler mocks) {
        MockConfigTestCase testCase = MockConfigFinder.testCase(context);
        testCase.requireFits(stateMachine.definition());
        MockConfigTasks tasks = testCase.tasks(mocks);
        context.getStore(NAMESPACE).put(MockConfigTasks.class, tasks);
        return tasks;
    }

    @Override
    public void afterPassed(ExtensionContext context, List<Execution> executions) {
        if (executions.isEmpty()) {
            Execution execution = StepFunctionExtension.fixture(context)
                    .stateMachine()
                    .start(MockConfigFinder.annotation(context).input());
            if ("States.Runtime".equals(execution.error())) {
                throw ExtensionErrors.unfitTestCase(MockConfigFinder.testCase(context), execution);
            }
        }
        MockConfigTasks tasks = context.getStore(NAMESPACE).get(MockConfigTasks.class, MockConfigTasks.class);
        List<String> unused = tasks == null ? List.of() : tasks.unusedAnswers();
        if (unused.isEmpty()) {
            return;
        }
        if (MockConfigFinder.annotation(context).strictness() == Strictness.STRICT) {
            throw ExtensionErrors.unusedAnswers(MockConfigFinder.testCase(context), unused);
        }
        context.publishReportEntry("stepunit.unusedAnswers", String.join("; ", unused));
    }
}
