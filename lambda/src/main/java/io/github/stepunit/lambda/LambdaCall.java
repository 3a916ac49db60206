package io.github.stepunit.lambda;

import com.amazonaws.services.lambda.runtime.Context;
import com.fasterxml.jackson.databind.JsonNode;
import io.github.stepunit.definition.TaskResource;
import io.github.stepunit.json.InvalidJsonException;
import io.github.stepunit.json.JsonText;
import io.github.stepunit.lambda.LambdaFunction.Settings;
import io.github.stepunit.task.LambdaInvoke;
import io.github.stepunit.task.TaskFailure;
import io.github.stepunit.task.TaskInvocation;
import io.github.stepunit.task.TaskOutcome;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/** One call of a function, and what Step Functions gets to see of it. */
final class LambdaCall {

    private final EntryPoint entryPoint;
    private final Settings settings;
    private final TaskInvocation invocation;
    private final Duration duration;
    private final @Nullable LambdaClock clock;

    LambdaCall(EntryPoint entryPoint, Settings settings, TaskInvocation invocation, Duration duration) {
        this.entryPoint = entryPoint;
        this.settings = settings;
        this.invocation = invocation;
        this.duration = duration;
        this.clock = settings.clock();
    }

    TaskOutcome outcome() {
        if (!isFunction()) {
            throw LambdaErrors.noFunction(invocation);
        }
        byte[] payload = JsonText.writeCompact(LambdaInvoke.payload(invocation)).getBytes(StandardCharsets.UTF_8);
        if (payload.length > LambdaInvoke.MAX_PAYLOAD_BYTES) {
            return TaskFailure.serviceError(
                            "RequestTooLargeException",
                            "Request must be smaller than " + LambdaInvoke.MAX_PAYLOAD_BYTES
                                    + " bytes for the InvokeFunction operation")
                    .handle(invocation);
        }
        ByteArrayOutputStream answer = new ByteArrayOutputStream();
        Throwable thrown = run(payload, answer);
        Duration taken = duration.plus(clock == null ? Duration.ZERO : clock.spent());
        if (taken.compareTo(settings.timeout()) > 0) {
            // The sandbox ends it there, whatever it would have done after.
            return TaskFailure.functionTimedOut(settings.timeout())
                    .handle(invocation)
                    .after(settings.timeout());
        }
        return (thrown == null ? answered(answer) : failed(thrown)).after(taken);
    }

    private boolean isFunction() {
        TaskResource resource = invocation.resource();
        return resource.kind() == TaskResource.Kind.LAMBDA_FUNCTION
                || resource.serviceAction().equals("lambda:invoke");
    }

    private @Nullable Throwable run(byte[] payload, ByteArrayOutputStream answer) {
        if (clock != null) {
            clock.begin(invocation.now());
        }
        Context context = new VirtualContext(invocation, settings.memory(), this::remaining, settings.log());
        try {
            entryPoint.handle(new ByteArrayInputStream(payload), answer, context);
            return null;
        } catch (Throwable thrown) {
            Faults.rethrowThoseOfTheTest(thrown);
            return thrown;
        } finally {
            if (clock != null) {
                clock.end();
            }
        }
    }

    /** As much as there is before the timeout, less what is known to be spent. */
    private Duration remaining() {
        return settings.timeout().minus(clock == null ? Duration.ZERO : clock.spent());
    }

    private TaskOutcome failed(Throwable thrown) {
        return TaskFailure.functionError(thrown, Faults::withoutOurFrames).handle(invocation);
    }

    private TaskOutcome answered(ByteArrayOutputStream answer) {
        if (answer.size() > LambdaInvoke.MAX_PAYLOAD_BYTES) {
            return TaskFailure.responseTooLarge(answer.size()).handle(invocation);
        }
        JsonNode payload = payload(answer.toString(StandardCharsets.UTF_8));
        if (invocation.resource().pattern() == TaskResource.IntegrationPattern.WAIT_FOR_TASK_TOKEN) {
            // What the function returns is nobody's; it has passed the token on.
            return TaskOutcome.answerByHand().submittedWith(LambdaInvoke.envelope(invocation, payload));
        }
        return TaskOutcome.succeed(LambdaInvoke.response(invocation, payload));
    }

    /** A stream handler that writes nothing has returned null. */
    private JsonNode payload(String text) {
        try {
            return JsonText.parseWithoutText(text.isBlank() ? "null" : text);
        } catch (InvalidJsonException notJson) {
            throw LambdaErrors.notJson(invocation, text);
        }
    }
}
