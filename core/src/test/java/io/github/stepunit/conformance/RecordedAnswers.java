package io.github.stepunit.conformance;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.stepunit.definition.TaskResource;
import io.github.stepunit.json.JsonText;
import io.github.stepunit.task.TaskHandler;
import io.github.stepunit.task.TaskInvocation;
import io.github.stepunit.task.TaskOutcome;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Answers Tasks with what the services answered in a recording: per state and Map iteration, attempt by attempt. */
final class RecordedAnswers implements TaskHandler {

    private static final Duration LONGER_THAN_ANY_TIMEOUT = Duration.ofDays(3650);

    private final Map<String, Deque<RecordedAttempt>> attempts = new HashMap<>();
    private final RecordedTexts texts;
    private final JsonNode result;
    private final JsonNode lambdas;

    RecordedAnswers(RecordedCase recordedCase) {
        this.texts = new RecordedTexts(recordedCase.history());
        this.result = recordedCase.result();
        this.lambdas = recordedCase.meta().path("lambdas");
        for (RecordedAttempt attempt : RecordedAttempt.of(recordedCase.events())) {
            String state = attempt.state();
            String key = state == null ? attempt.resource() : key(state, attempt.mapIndex());
            attempts.computeIfAbsent(key, none -> new ArrayDeque<>()).add(attempt);
        }
    }

    private static String key(String state, @Nullable Integer mapIndex) {
        return state + " " + mapIndex;
    }

    @Override
    public TaskOutcome handle(TaskInvocation invocation) {
        TaskResource resource = invocation.resource();
        String byResource = resource.service() + ":" + resource.historyResource();
        for (String key : List.of(key(invocation.stateName(), invocation.mapIndex()), byResource)) {
            RecordedAttempt attempt =
                    attempts.getOrDefault(key, new ArrayDeque<>()).poll();
            if (attempt != null) {
                return outcome(attempt);
            }
        }
        return unscheduled(invocation);
    }

    private TaskOutcome outcome(RecordedAttempt attempt) {
        TaskOutcome outcome = answer(attempt);
        JsonNode submitted = attempt.event("Submitted");
        if (submitted != null) {
            outcome = outcome.submittedWith(payload(attempt, submitted));
        }
        return isActivity(attempt) ? outcome.pickedUpAfter(pickUp(attempt), worker(attempt)) : outcome;
    }

    private TaskOutcome answer(RecordedAttempt attempt) {
        JsonNode succeeded = attempt.event("Succeeded");
        if (succeeded != null) {
            return TaskOutcome.succeed(payload(attempt, succeeded));
        }
        JsonNode refused = attempt.event("SubmitFailed");
        if (refused != null) {
            return TaskOutcome.failToSubmit(error(refused), cause(attempt, refused));
        }
        for (String kind : List.of("Failed", "StartFailed", "ScheduleFailed")) {
            JsonNode failed = attempt.event(kind);
            if (failed != null) {
                return TaskOutcome.fail(error(failed), cause(attempt, failed));
            }
        }
        boolean limited = attempt.scheduled().has("timeoutInSeconds")
                || attempt.scheduled().has("heartbeatInSeconds");
        return attempt.event("TimedOut") == null || limited ? TaskOutcome.neverAnswer() : TaskOutcome.timeOut();
    }

    private static boolean isActivity(RecordedAttempt attempt) {
        return attempt.events().get(0).has("activityScheduledEventDetails");
    }

    private static Duration pickUp(RecordedAttempt attempt) {
        return attempt.event("Started") == null ? LONGER_THAN_ANY_TIMEOUT : Duration.ZERO;
    }

    private static @Nullable String worker(RecordedAttempt attempt) {
        return Optional.ofNullable(attempt.event("Started"))
                .map(started ->
                        RecordedAttempt.details(started).path("workerName").textValue())
                .orElse(null);
    }

    private JsonNode payload(RecordedAttempt attempt, JsonNode event) {
        JsonNode output = RecordedAttempt.details(event).path("output");
        return JsonText.parse(texts.textOf(output, attempt.isFunction()));
    }

    private static String error(JsonNode event) {
        return RecordedAttempt.details(event).path("error").asText();
    }

    private @Nullable String cause(RecordedAttempt attempt, JsonNode event) {
        JsonNode cause = RecordedAttempt.details(event).path("cause");
        return cause.isMissingNode() ? null : texts.textOf(cause, attempt.isFunction());
    }

    /** No attempt was recorded: AWS found the activity missing, or the case has only a result. */
    private TaskOutcome unscheduled(TaskInvocation invocation) {
        if (result.path("cause").asText().contains("does not exist")) {
            return TaskOutcome.notStarted(
                    "The activity " + invocation.resource().arn() + " does not exist.");
        }
        if (givesItsInput(invocation.resource().arn())) {
            return TaskOutcome.succeed(invocation.input());
        }
        JsonNode caught = result.path("output");
        if (caught.has("Error") && caught.has("Cause")) {
            return TaskOutcome.fail(
                    caught.path("Error").asText(), caught.path("Cause").asText());
        }
        throw new IllegalStateException(
                "The recording has no answer for attempt " + invocation.attempt() + " of the state '"
                        + invocation.statePath() + "' (" + invocation.resource().arn() + ").");
    }

    /** What child executions did was not recorded; the function that gives back what it gets needs no recording. */
    private boolean givesItsInput(String function) {
        for (JsonNode lambda : lambdas) {
            if (lambda.path("arn").asText().equals(function)) {
                return lambda.path("source").asText().endsWith("/id_function.py");
            }
        }
        return false;
    }
}
