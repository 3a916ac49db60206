package io.github.stepunit.skeleton;

import io.github.stepunit.task.TaskHandler;
import io.github.stepunit.task.TaskInvocation;
import io.github.stepunit.task.TaskMocks;
import io.github.stepunit.task.TaskOutcome;
import java.util.LinkedHashMap;
import java.util.Map;

/** Answers as a draft says; the same mocks as in the test that it becomes. */
final class DraftTasks implements TaskHandler {

    private final Draft draft;
    private final TaskMocks mocks = new TaskMocks().lenient();
    private final Map<String, Integer> calls = new LinkedHashMap<>();

    DraftTasks(Draft draft) {
        this.draft = draft;
    }

    /** How often each state was called, in the order of their first calls. */
    Map<String, Integer> calls() {
        return calls;
    }

    @Override
    public TaskOutcome handle(TaskInvocation invocation) {
        String state = invocation.stateName();
        // No mock of a test can be for a name of blanks: it is refused here as it is there.
        if (!state.isBlank() && calls.merge(state, 1, Integer::sum) == 1) {
            int answers = draft.script(state).size();
            MockScript.of(state, invocation.resource(), draft, answers).begin(mocks.mock(state));
        }
        return mocks.handle(invocation);
    }
}
