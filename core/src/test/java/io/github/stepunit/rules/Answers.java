package io.github.stepunit.rules;

import io.github.stepunit.task.TaskHandler;
import io.github.stepunit.task.TaskInvocation;
import io.github.stepunit.task.TaskOutcome;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Answers the Tasks of a machine one after the other, by state; the last answer of a state is given again and again. */
final class Answers implements TaskHandler {

    private final Map<String, List<TaskOutcome>> byState = new HashMap<>();
    private final Map<String, Integer> given = new HashMap<>();
    private final List<TaskInvocation> invocations = new ArrayList<>();

    /** Answers any state with its own input, unless told otherwise. */
    static Answers echo() {
        return new Answers();
    }

    static Answers of(String state, TaskOutcome... outcomes) {
        return echo().and(state, outcomes);
    }

    Answers and(String state, TaskOutcome... outcomes) {
        byState.put(state, List.of(outcomes));
        return this;
    }

    @Override
    public TaskOutcome handle(TaskInvocation invocation) {
        invocations.add(invocation);
        List<TaskOutcome> outcomes = byState.get(invocation.stateName());
        if (outcomes == null) {
            return TaskOutcome.succeed(invocation.input());
        }
        int call = given.merge(invocation.stateName(), 1, Integer::sum) - 1;
        return outcomes.get(Math.min(call, outcomes.size() - 1));
    }

    List<TaskInvocation> invocations() {
        return invocations;
    }

    TaskInvocation invocation(int index) {
        return invocations.get(index);
    }
}
