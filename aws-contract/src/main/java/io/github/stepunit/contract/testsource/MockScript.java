package io.github.stepunit.contract.testsource;

import io.github.stepunit.task.ScriptedAnswer;
import io.github.stepunit.task.TaskMock;
import io.github.stepunit.task.TaskMocks;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What one mock is told.
 *
 * @param state the Task state
 * @param selector its name, or its path in one iteration or branch
 * @param steps its answers; one that stands alone serves all calls
 */
record MockScript(String state, String selector, List<ScriptStep> steps) {

    MockScript {
        steps = List.copyOf(steps);
    }

    /** Whether it is meant for the state wherever it runs. */
    boolean isOfState() {
        return selector.equals(state);
    }

    void tell(TaskMocks mocks) {
        TaskMock mock = mocks.mock(selector);
        @Nullable ScriptedAnswer last = null;
        for (ScriptStep step : steps) {
            ScriptCall answer = step.answer().get(0);
            last = last == null ? answer.begin(mock) : answer.then(last);
            if (step.times() > 1 && steps.size() > 1) {
                last.times(step.times());
            }
            for (ScriptCall more : step.answer().subList(1, step.answer().size())) {
                more.describe(last);
            }
        }
    }
}
