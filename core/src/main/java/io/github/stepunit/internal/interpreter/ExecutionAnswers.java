package io.github.stepunit.internal.interpreter;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.stepunit.history.HistoryEvent;
import io.github.stepunit.history.HistoryEventDetails;
import io.github.stepunit.history.HistoryEventType;
import io.github.stepunit.json.JsonText;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** What AWS's API answers about an execution, members in alphabetical order, as AWS has them. */
public final class ExecutionAnswers {

    private static final long BILLED_UNIT = 100;

    private final ExecutionRun run;
    private final RunSettings settings;
    private final HistoryEvent last;

    private ExecutionAnswers(ExecutionRun run) {
        this.run = run;
        this.settings = run.settings();
        this.last = run.events().get(run.events().size() - 1);
    }

    /** The answer of {@code DescribeExecution}. */
    public static ObjectNode describeExecution(ExecutionRun run) {
        return new ExecutionAnswers(run).describe();
    }

    /** The answer of {@code StartSyncExecution}, of an execution that has ended. */
    public static ObjectNode startSyncExecution(ExecutionRun run) {
        return new ExecutionAnswers(run).synchronous();
    }

    private ObjectNode describe() {
        ObjectNode answer = JsonNodeFactory.instance.objectNode();
        putFailure(answer);
        answer.put("executionArn", settings.executionArn());
        answer.put("input", JsonText.write(run.input()));
        included(answer, "inputDetails");
        answer.put("name", settings.executionName());
        JsonNode output = output();
        if (output != null) {
            answer.put("output", JsonText.write(output));
            included(answer, "outputDetails");
        }
        putRedrive(answer);
        answer.put("startDate", ContextObject.timestamp(settings.start()));
        putMachine(answer);
        answer.put("status", status());
        if (run.hasEnded()) {
            answer.put("stopDate", ContextObject.timestamp(last.timestamp()));
        }
        return answer;
    }

    private void putRedrive(ObjectNode answer) {
        answer.put("redriveCount", run.redriveCount());
        Instant redriven = run.redriveTime();
        if (redriven != null) {
            answer.put("redriveDate", ContextObject.timestamp(redriven));
        }
        String refusal = run.redriveRefusal(run.now());
        answer.put("redriveStatus", refusal == null ? "REDRIVABLE" : "NOT_REDRIVABLE");
        if (refusal != null) {
            answer.put("redriveStatusReason", refusal);
        }
    }

    private void putMachine(ObjectNode answer) {
        putIfPresent(answer, "stateMachineAliasArn", settings.identity().aliasArn());
        answer.put("stateMachineArn", settings.stateMachineArn());
        putIfPresent(answer, "stateMachineVersionArn", settings.identity().versionArn());
    }

    private ObjectNode synchronous() {
        ObjectNode answer = JsonNodeFactory.instance.objectNode();
        answer.putObject("billingDetails")
                .put("billedDurationInMilliseconds", billedMilliseconds())
                .put("billedMemoryUsedInMB", 64);
        putFailure(answer);
        answer.put("executionArn", settings.executionArn());
        answer.put("input", JsonText.write(run.input()));
        included(answer, "inputDetails");
        answer.put("name", settings.executionName());
        JsonNode output = output();
        if (output != null) {
            answer.put("output", JsonText.write(output));
        }
        // Even without any output: express/test_express_sync.test_base__BASE_RAISE_FAILURE.
        included(answer, "outputDetails");
        answer.put("startDate", ContextObject.timestamp(settings.start()));
        answer.put("stateMachineArn", settings.stateMachineArn());
        answer.put("status", status());
        answer.put("stopDate", ContextObject.timestamp(last.timestamp()));
        return answer;
    }

    /** Rounded up to the next 100 ms, which is also the least. */
    private long billedMilliseconds() {
        long taken = Duration.between(settings.start(), last.timestamp()).toMillis();
        return Math.max(1, (taken + BILLED_UNIT - 1) / BILLED_UNIT) * BILLED_UNIT;
    }

    private String status() {
        return switch (last.type()) {
            case EXECUTION_SUCCEEDED -> "SUCCEEDED";
            case EXECUTION_FAILED -> "FAILED";
            case EXECUTION_TIMED_OUT -> "TIMED_OUT";
            case EXECUTION_ABORTED -> "ABORTED";
            default -> "RUNNING";
        };
    }

    private @Nullable JsonNode output() {
        return last.type() == HistoryEventType.EXECUTION_SUCCEEDED
                        && last.details() instanceof HistoryEventDetails.Succeeded succeeded
                ? succeeded.output()
                : null;
    }

    /** An execution that timed out shows neither error nor cause (timeouts/test_timeouts.test_global_timeout). */
    private void putFailure(ObjectNode answer) {
        boolean shown =
                last.type() == HistoryEventType.EXECUTION_FAILED || last.type() == HistoryEventType.EXECUTION_ABORTED;
        if (shown && last.details() instanceof HistoryEventDetails.Failed failed) {
            putIfPresent(answer, "cause", failed.cause());
            putIfPresent(answer, "error", failed.error());
        }
    }

    private static void included(ObjectNode answer, String member) {
        answer.putObject(member).put("included", true);
    }

    private static void putIfPresent(ObjectNode answer, String member, @Nullable String value) {
        if (value != null) {
            answer.put(member, value);
        }
    }
}
