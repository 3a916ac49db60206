package io.github.stepunit.contract.recorded;

import io.github.stepunit.task.TaskHandler;
import io.github.stepunit.task.TaskInvocation;
import io.github.stepunit.task.TaskOutcome;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Answers Tasks with what was recorded: per state and Map iteration, attempt by attempt. For one run. */
final class RecordedAnswers implements TaskHandler {

    private final StatePaths paths;
    private final Map<String, Deque<TaskOutcome>> answers = new HashMap<>();
    private final List<AnsweredCall> calls = new ArrayList<>();
    private final Set<String> tokens = new LinkedHashSet<>();

    RecordedAnswers(RecordedExecution recorded, StatePaths paths) {
        this.paths = paths;
        for (RecordedAnswer answer : recorded.answers()) {
            String key = StatePaths.key(answer.visit().name(), answer.visit().scope());
            answers.computeIfAbsent(key, none -> new ArrayDeque<>()).add(answer.outcome());
        }
    }

    /** The tokens that the tasks of this run were given. */
    Set<String> tokens() {
        return tokens;
    }

    /** What was asked for, in order. */
    List<AnsweredCall> calls() {
        return calls;
    }

    @Override
    public TaskOutcome handle(TaskInvocation invocation) {
        String token = invocation.taskToken();
        if (token != null) {
            tokens.add(token);
        }
        String key = paths.key(invocation.stateName(), invocation.statePath());
        TaskOutcome answer = answers.getOrDefault(key, new ArrayDeque<>()).poll();
        if (answer == null) {
            throw new NoRecordedAnswerException(invocation);
        }
        calls.add(new AnsweredCall(invocation.stateName(), invocation.statePath(), invocation.resource(), answer));
        return answer;
    }
}
