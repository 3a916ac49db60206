package io.github.stepunit.contract.recorded;

import io.github.stepunit.history.Attempt;
import io.github.stepunit.history.HistoryEventType;
import io.github.stepunit.history.StateVisit;
import io.github.stepunit.history.VisitStatus;
import io.github.stepunit.task.TaskOutcome;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import org.apiguardian.api.API;

/**
 * What one attempt of a Task was answered on AWS.
 *
 * @param visit the visit of the Task state; AWS's history does not say which branch of a Parallel state is which
 * @param outcome the answer, as a mock would give it, after the time that it took
 */
@API(status = API.Status.EXPERIMENTAL, since = "0.1")
public record RecordedAnswer(StateVisit visit, TaskOutcome outcome) {

    private static final Pattern PREFIX = Pattern.compile(
            "An error occurred while executing the state '.*?' \\(entered at the event id #\\d+\\)\\. ",
            Pattern.DOTALL);

    private static final Set<HistoryEventType> TASKS = Set.of(
            HistoryEventType.TASK_SCHEDULED,
            HistoryEventType.LAMBDA_FUNCTION_SCHEDULED,
            HistoryEventType.ACTIVITY_SCHEDULED);

    /** Of all attempts, by visit. A visit that failed before its first attempt may be a Task that was not started. */
    static List<RecordedAnswer> of(RecordedExecution recorded) {
        FollowingEvents following = new FollowingEvents(recorded.history());
        List<RecordedAnswer> answers = new ArrayList<>();
        for (StateVisit visit : recorded.history().visits()) {
            for (Attempt attempt : visit.attempts()) {
                if (TASKS.contains(attempt.scheduled().type())) {
                    answers.add(new RecordedAnswer(
                            visit, RecordedAttempt.of(attempt, following).outcome()));
                }
            }
            if (visit.attempts().isEmpty() && visit.status() == VisitStatus.FAILED && visit.cause() != null) {
                String cause = PREFIX.matcher(visit.cause()).replaceFirst("");
                answers.add(new RecordedAnswer(visit, TaskOutcome.notStarted(cause)));
            }
        }
        return answers;
    }
}
