package io.github.stepunit.skeleton;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.stepunit.definition.TaskResource;
import io.github.stepunit.task.ScriptedAnswer;
import io.github.stepunit.task.TaskHandler;
import io.github.stepunit.task.TaskInvocation;
import io.github.stepunit.task.TaskMock;
import io.github.stepunit.task.TaskMocks;
import io.github.stepunit.task.TaskOutcome;
import java.util.LinkedHashMap;
import java.util.List;
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
        if (calls.merge(state, 1, Integer::sum) == 1) {
            begin(mocks.mock(state), invocation.resource(), draft.script(state));
        }
        return mocks.handle(invocation);
    }

    private static void begin(TaskMock mock, TaskResource resource, List<Answer> script) {
        ScriptedAnswer last = null;
        for (Answer each : script) {
            if (each instanceof Answer.Result result) {
                JsonNode value = MockForm.of(resource, result.result());
                last = last == null ? mock.returns(value) : last.thenReturns(value);
            } else if (each instanceof Answer.Failure failure) {
                String cause = failure.cause().isEmpty() ? null : failure.cause();
                last = last == null ? mock.fails(failure.error(), cause) : last.thenFails(failure.error(), cause);
            } else if (each instanceof Answer.TimeOut) {
                last = last == null ? mock.timesOut() : last.thenTimesOut();
            } else {
                last = last == null ? mock.neverAnswers() : last.thenNeverAnswers();
            }
        }
    }
}
