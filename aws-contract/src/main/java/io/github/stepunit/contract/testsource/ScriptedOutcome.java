package io.github.stepunit.contract.testsource;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.stepunit.contract.recorded.AnsweredCall;
import io.github.stepunit.definition.TaskResource;
import io.github.stepunit.json.InvalidJsonException;
import io.github.stepunit.json.JsonText;
import io.github.stepunit.task.TaskOutcome;
import io.github.stepunit.task.TaskOutcome.Answer;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** A recorded answer in the words of a mock. */
final class ScriptedOutcome {

    static final int LONG_CAUSE = 160;

    private static final Set<String> METADATA = Set.of("SdkHttpMetadata", "SdkResponseMetadata");

    private final AnsweredCall call;
    private final Kept kept;

    private ScriptedOutcome(AnsweredCall call, Kept kept) {
        this.call = call;
        this.kept = kept;
    }

    /** The answer first, then what describes it. */
    static List<ScriptCall> calls(AnsweredCall call, Kept kept) {
        return new ScriptedOutcome(call, kept).calls();
    }

    private List<ScriptCall> calls() {
        TaskOutcome outcome = call.outcome();
        List<ScriptCall> calls = new ArrayList<>();
        calls.add(answer(outcome.answer()));
        Duration latency = latency(outcome.latency());
        if (!latency.isZero()) {
            calls.add(ScriptCall.of("after", new Argument.Time(latency)));
        }
        if (has(Detail.HEARTBEATS) && !outcome.heartbeats().isEmpty()) {
            calls.add(ScriptCall.of(
                    "withHeartbeats",
                    outcome.heartbeats().stream().map(Argument.Time::new).toArray(Argument[]::new)));
        }
        JsonNode submitted = outcome.submitOutput();
        if (has(Detail.SUBMITTED) && submitted != null) {
            calls.add(ScriptCall.of("submittedWith", json(submitted)));
        }
        if (has(Detail.PICK_UP) && isPickedUp(outcome)) {
            String worker = outcome.workerName();
            Argument delay = new Argument.Time(outcome.pickUpDelay());
            calls.add(
                    worker == null || worker.isBlank()
                            ? ScriptCall.of("pickedUpAfter", delay)
                            : ScriptCall.of("pickedUpAfter", delay, new Argument.Text(worker)));
        }
        return calls;
    }

    static boolean isPickedUp(TaskOutcome outcome) {
        return !outcome.pickUpDelay().isZero() || outcome.workerName() != null;
    }

    private boolean has(Detail detail) {
        return kept.has(detail, call.stateName());
    }

    private Duration latency(Duration recorded) {
        if (!has(Detail.LATENCY)) {
            return Duration.ZERO;
        }
        return has(Detail.EXACT_LATENCY) ? recorded : Duration.ofSeconds((recorded.toMillis() + 500) / 1000);
    }

    private ScriptCall answer(Answer answer) {
        if (answer instanceof Answer.Succeeded succeeded) {
            JsonNode carried = has(Detail.ENVELOPE) ? null : carried(call.resource(), succeeded.output());
            return carried == null
                    ? ScriptCall.of("returnsRaw", json(succeeded.output()))
                    : ScriptCall.of("returns", json(carried));
        }
        if (answer instanceof Answer.Failed failed) {
            return failed.error().isBlank() ? raw() : failure("fails", failed.error(), failed.cause());
        }
        if (answer instanceof Answer.SubmitFailed refused) {
            return refused.error().isBlank() ? raw() : failure("failsToSubmit", refused.error(), refused.cause());
        }
        if (answer instanceof Answer.TimedOut) {
            return ScriptCall.of("timesOut");
        }
        return answer instanceof Answer.NotStarted ? raw() : ScriptCall.of("neverAnswers");
    }

    private ScriptCall raw() {
        return ScriptCall.of("answers", new Argument.Raw(call.outcome()));
    }

    private ScriptCall failure(String method, String error, @Nullable String cause) {
        if (cause != null && (cause.length() <= LONG_CAUSE || has(Detail.LONG_CAUSE))) {
            return ScriptCall.of(method, new Argument.Text(error), new Argument.Text(cause));
        }
        return method.equals("fails")
                ? ScriptCall.of(method, new Argument.Text(error))
                : ScriptCall.of(method, new Argument.Text(error), new Argument.Null());
    }

    private Argument json(JsonNode value) {
        return new Argument.Json(has(Detail.TEXT) ? JsonText.write(value) : JsonStyle.readable(value));
    }

    /**
     * What the envelope of an answer carries, which is all that tests give; null when it is not of that form.
     *
     * @param output the raw answer
     */
    static @Nullable JsonNode carried(TaskResource resource, JsonNode output) {
        String service = resource.service();
        if (resource.kind() == TaskResource.Kind.LAMBDA_FUNCTION || resource.kind() == TaskResource.Kind.ACTIVITY) {
            return output;
        }
        boolean waits = resource.pattern() == TaskResource.IntegrationPattern.WAIT_FOR_TASK_TOKEN;
        if (waits || !output.isObject()) {
            return output;
        }
        if (service.equals("lambda") && output.has("Payload") && output.has("StatusCode")) {
            return output.get("Payload");
        }
        if (output.has("ResponseBody") && output.path("StatusCode").asInt() == 200) {
            return output.get("ResponseBody");
        }
        if (resource.serviceAction().startsWith("states:startExecution") && output.has("ExecutionArn")) {
            return ofChild(output);
        }
        return withoutMetadata(output);
    }

    private static JsonNode ofChild(JsonNode description) {
        JsonNode output = description.path("Output");
        if (!output.isTextual()) {
            return output.isMissingNode() ? withoutMetadata(description) : output;
        }
        try {
            return JsonText.parse(output.textValue());
        } catch (InvalidJsonException cut) {
            return description;
        }
    }

    private static JsonNode withoutMetadata(JsonNode output) {
        if (output.properties().stream().noneMatch(member -> METADATA.contains(member.getKey()))) {
            return output;
        }
        ObjectNode own = JsonNodeFactory.instance.objectNode();
        output.properties().forEach(member -> {
            if (!METADATA.contains(member.getKey())) {
                own.set(member.getKey(), member.getValue());
            }
        });
        return own;
    }
}
