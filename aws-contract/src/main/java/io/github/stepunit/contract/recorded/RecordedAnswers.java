package io.github.stepunit.contract.recorded;

import io.github.stepunit.history.Attempt;
import io.github.stepunit.history.HistoryEventType;
import io.github.stepunit.history.StateVisit;
import io.github.stepunit.history.VisitStatus;
import io.github.stepunit.task.TaskHandler;
import io.github.stepunit.task.TaskInvocation;
import io.github.stepunit.task.TaskOutcome;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;
import java.util.function.Supplier;
import java.util.regex.Pattern;

/** Answers Tasks with what was recorded: per state and Map iteration, attempt by attempt. For one run. */
final class RecordedAnswers implements TaskHandler {

    private static final Pattern PREFIX = Pattern.compile(
            "An error occurred while executing the state '.*?' \\(entered at the event id #\\d+\\)\\. ");

    private static final Set<HistoryEventType> TASKS = Set.of(
            HistoryEventType.TASK_SCHEDULED,
            HistoryEventType.LAMBDA_FUNCTION_SCHEDULED,
            HistoryEventType.ACTIVITY_SCHEDULED);

    private final StatePaths paths;
    private final Map<String, Deque<Supplier<TaskOutcome>>> answers = new HashMap<>();
    private final Set<String> tokens = new LinkedHashSet<>();

    RecordedAnswers(RecordedExecution recorded, StatePaths paths) {
        this.paths = paths;
        FollowingEvents following = new FollowingEvents(recorded.history());
        for (StateVisit visit : recorded.history().visits()) {
            Deque<Supplier<TaskOutcome>> queue =
                    answers.computeIfAbsent(StatePaths.key(visit.name(), visit.scope()), none -> new ArrayDeque<>());
            for (Attempt attempt : visit.attempts()) {
                if (TASKS.contains(attempt.scheduled().type())) {
                    queue.add(RecordedAttempt.of(attempt, following)::outcome);
                }
            }
            if (visit.attempts().isEmpty() && visit.status() == VisitStatus.FAILED && visit.cause() != null) {
                String cause = PREFIX.matcher(visit.cause()).replaceFirst("");
                queue.add(() -> TaskOutcome.notStarted(cause));
            }
        }
    }

    /** The tokens that the tasks of this run were given. */
    Set<String> tokens() {
        return tokens;
    }

    @Override
    public TaskOutcome handle(TaskInvocation invocation) {
        String token = invocation.taskToken();
        if (token != null) {
            tokens.add(token);
        }
        String key = paths.key(invocation.stateName(), invocation.statePath());
        Supplier<TaskOutcome> answer =
                answers.getOrDefault(key, new ArrayDeque<>()).poll();
        if (answer == null) {
            throw new NoRecordedAnswerException(invocation);
        }
        return answer.get();
    }
}
