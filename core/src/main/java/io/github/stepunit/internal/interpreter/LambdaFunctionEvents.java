package io.github.stepunit.internal.interpreter;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.stepunit.definition.TaskResource;
import io.github.stepunit.history.HistoryEventDetails;
import io.github.stepunit.history.HistoryEventType;
import io.github.stepunit.history.Trace;
import org.jspecify.annotations.Nullable;

/** A Lambda function given by its ARN. */
record LambdaFunctionEvents(TaskResource resource) implements TaskEvents {

    @Override
    public String name() {
        return resource.arn();
    }

    @Override
    public void scheduled(Visit visit, TaskCall call) {
        visit.frame()
                .emit(
                        HistoryEventType.LAMBDA_FUNCTION_SCHEDULED,
                        new HistoryEventDetails.LambdaFunctionScheduled(
                                resource.arn(), call.parameters(), call.timeoutSeconds(), call.roleArn()),
                        visit.retried());
    }

    @Override
    public void started(Visit visit, @Nullable String workerName, @Nullable Trace trace) {
        visit.frame().emit(HistoryEventType.LAMBDA_FUNCTION_STARTED, HistoryEventDetails.none(), trace);
    }

    @Override
    public void succeeded(Visit visit, JsonNode output) {
        visit.frame().emit(HistoryEventType.LAMBDA_FUNCTION_SUCCEEDED, new HistoryEventDetails.Succeeded(output), null);
    }

    @Override
    public void failed(Visit visit, StateError error) {
        visit.frame().emit(HistoryEventType.LAMBDA_FUNCTION_FAILED, error.details(), error.trace());
    }

    @Override
    public void timedOut(Visit visit, StateError error) {
        visit.frame().emit(HistoryEventType.LAMBDA_FUNCTION_TIMED_OUT, error.details(), error.trace());
    }
}
