package io.github.stepunit.internal.interpreter;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.stepunit.definition.TaskResource;
import io.github.stepunit.definition.TaskResource.Kind;
import io.github.stepunit.definition.TaskState;
import io.github.stepunit.history.Trace;
import io.github.stepunit.task.TaskOutcome;
import io.github.stepunit.task.TaskOutcome.Answer;
import org.jspecify.annotations.Nullable;

/** Has its work done outside, by the task handler. */
final class TaskExecutor implements StateExecutor {

    private final TaskState state;
    private final TaskEvents events;
    /** Whether the Step Functions API itself may do its work. */
    private final boolean callsStepFunctions;

    TaskExecutor(TaskState state) {
        this.state = state;
        this.events = TaskEvents.of(state.resource());
        this.callsStepFunctions = NestedWorkflows.mayConcern(state.resource());
    }

    @Override
    public void execute(Visit visit) {
        JsonNode effectiveInput = visit.effectiveInput();
        VisitScope scope = visit.scope(effectiveInput);
        String token = hasToken() ? visit.run().newTaskToken(visit) : null;
        if (token != null && state.resource().kind() != Kind.ACTIVITY) {
            // An activity's token goes to its worker, not into the context object.
            scope.taskToken(token);
        }
        JsonNode input = ServiceParameters.complete(state.resource(), visit.request(effectiveInput));
        String roleArn = roleArn(visit, effectiveInput);
        scope = visit.scope(effectiveInput);
        Long timeout = NumberFields.timeout(state.timeoutSeconds(), "TimeoutSecondsPath", scope);
        Long heartbeat = NumberFields.timeout(state.heartbeatSeconds(), "HeartbeatSecondsPath", scope);
        if (visit.run().isTooLarge(input)) {
            visit.fail(StateError.parametersTooLarge(visit.name()));
            return;
        }
        TaskCall call = new TaskCall(
                visit,
                state.resource(),
                input,
                token,
                timeout,
                heartbeat,
                roleArn,
                visit.retries().total() + 1,
                1,
                visit.run().now());
        boolean twice = visit.run().deliversTwice(visit.name());
        NestedTask nested = nested(call);
        TaskOutcome outcome = nested == null ? call.handle() : nested.outcome();
        if (twice) {
            // The first answer is lost: nobody knew of it when the Task was delivered again.
            TaskCall again = call.again();
            nested = nested(again);
            outcome = nested == null ? again.handle() : nested.outcome();
        }
        if (outcome.answer() instanceof Answer.NotStarted notStarted) {
            visit.fail(visit.runtimeError(notStarted.cause()));
            return;
        }
        if (outcome.answer() instanceof Answer.ByHand && token == null) {
            throw new IllegalStateException("The Task \"" + visit.fullPath()
                    + "\" has no task token that the test could answer"
                    + " by hand: " + state.resource().arn() + " answers its request itself. Use returns(…).after(…), or"
                    + " neverAnswers().");
        }
        events.scheduled(visit, call);
        new TaskAttempt(call, events, outcome, nested, twice ? new Trace.DeliveredTwice() : null).start();
    }

    private @Nullable NestedTask nested(TaskCall call) {
        return callsStepFunctions
                ? call.visit().run().simulation().nestedWorkflows().take(call)
                : null;
    }

    private boolean hasToken() {
        TaskResource resource = state.resource();
        // Run a Job has one too, and whoever gets it may answer (callback/test_callback.test_sync_with_task_token).
        return resource.kind() == Kind.ACTIVITY || resource.pattern().isSubmitted();
    }

    private @Nullable String roleArn(Visit visit, JsonNode effectiveInput) {
        if (state.credentials() == null) {
            return null;
        }
        JsonNode roleArn =
                state.credentials().evaluate(visit.scope(effectiveInput)).get("RoleArn");
        return roleArn == null ? null : roleArn.asText();
    }
}
