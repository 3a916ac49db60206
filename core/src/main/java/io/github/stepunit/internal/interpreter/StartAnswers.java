package io.github.stepunit.internal.interpreter;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.stepunit.definition.TaskResource;
import io.github.stepunit.definition.TaskResource.Kind;
import io.github.stepunit.history.HistoryEventDetails;
import io.github.stepunit.history.HistoryEventType;
import io.github.stepunit.internal.text.HttpDate;
import io.github.stepunit.json.JsonText;
import io.github.stepunit.task.TaskOutcome;
import io.github.stepunit.task.TaskOutcome.Answer;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Locale;
import java.util.Map;

/** What a Task gets that starts a state machine. Names and their order are those of the recordings. */
final class StartAnswers {

    private StartAnswers() {}

    /** The answer of {@code StartExecution}: services/test_sfn_task_service.test_start_execution_input_json. */
    static ObjectNode started(TaskResource resource, ExecutionRun child, Instant now, String requestId) {
        ObjectNode answer = JsonNodeFactory.instance.objectNode();
        answer.put("ExecutionArn", child.settings().executionArn());
        Instant start = child.settings().start();
        if (resource.kind() == Kind.AWS_SDK_INTEGRATION) {
            answer.put("StartDate", ContextObject.timestamp(start));
            return answer;
        }
        ObjectNode http = answer.putObject("SdkHttpMetadata");
        putHeaders(http, contentLength(child.settings().executionArn(), start), HttpDate.of(now), requestId);
        http.put("HttpStatusCode", 200);
        answer.putObject("SdkResponseMetadata").put("RequestId", requestId);
        answer.put("StartDate", start.toEpochMilli());
        return answer;
    }

    private static String contentLength(String arn, Instant start) {
        String body = "{\"executionArn\":\"" + arn + "\",\"startDate\":" + start.toEpochMilli() / 1000.0 + "}";
        return Integer.toString(body.getBytes(StandardCharsets.UTF_8).length);
    }

    private static void putHeaders(ObjectNode http, String length, String date, String requestId) {
        ObjectNode all = http.putObject("AllHttpHeaders");
        all.putArray("x-amzn-RequestId").add(requestId);
        all.putArray("connection").add("keep-alive");
        all.putArray("Content-Length").add(length);
        all.putArray("Date").add(date);
        all.putArray("Content-Type").add("application/x-amz-json-1.0");
        http.putObject("HttpHeaders")
                .put("connection", "keep-alive")
                .put("Content-Length", length)
                .put("Content-Type", "application/x-amz-json-1.0")
                .put("Date", date)
                .put("x-amzn-RequestId", requestId);
    }

    /** What the Task gets when the execution that it waits for has ended. */
    static Answer ended(StartCall call, ExecutionRun child) {
        if (call == StartCall.SYNCHRONOUS) {
            return new Answer.Succeeded(inServiceCase(ExecutionAnswers.startSyncExecution(child)));
        }
        ObjectNode description = inServiceCase(ExecutionAnswers.describeExecution(child));
        replaceDate(description, "RedriveDate");
        replaceDate(description, "StartDate");
        replaceDate(description, "StopDate");
        HistoryEventDetails last = child.events().get(child.events().size() - 1).details();
        if (call == StartCall.JOB_WITH_JSON) {
            description.set("Input", JsonText.withoutText(child.input()));
            if (last instanceof HistoryEventDetails.Succeeded succeeded) {
                description.set("Output", JsonText.withoutText(succeeded.output()));
            }
        }
        return last(child) == HistoryEventType.EXECUTION_SUCCEEDED
                ? new Answer.Succeeded(description)
                : new Answer.Failed("States.TaskFailed", JsonText.writeCompact(description));
    }

    private static HistoryEventType last(ExecutionRun child) {
        return child.events().get(child.events().size() - 1).type();
    }

    /** An optimized integration has milliseconds where the API has a date. */
    private static void replaceDate(ObjectNode description, String member) {
        JsonNode date = description.get(member);
        if (date != null) {
            description.put(member, Instant.parse(date.textValue()).toEpochMilli());
        }
    }

    /** Integrations spell the members of the API with a capital. */
    private static ObjectNode inServiceCase(ObjectNode answer) {
        ObjectNode spelled = JsonNodeFactory.instance.objectNode();
        for (Map.Entry<String, JsonNode> member : answer.properties()) {
            String name = member.getKey().substring(0, 1).toUpperCase(Locale.ROOT)
                    + member.getKey().substring(1);
            spelled.set(name, member.getValue() instanceof ObjectNode inner ? inServiceCase(inner) : member.getValue());
        }
        return spelled;
    }

    /** For a Task that hears of its execution only later. */
    static TaskOutcome awaiting(ObjectNode submitted) {
        return TaskOutcome.neverAnswer().submittedWith(submitted);
    }
}
