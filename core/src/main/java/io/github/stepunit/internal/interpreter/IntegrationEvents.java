package io.github.stepunit.internal.interpreter;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.stepunit.definition.TaskResource;
import io.github.stepunit.history.HistoryEventDetails;
import io.github.stepunit.history.HistoryEventType;
import io.github.stepunit.history.Trace;
import org.jspecify.annotations.Nullable;

/** A service integration, optimized or by the AWS SDK. */
record IntegrationEvents(TaskResource resource) implements TaskEvents {

    @Override
    public String name() {
        return resource.service();
    }

    @Override
    public void scheduled(Visit visit, TaskCall call) {
        visit.frame()
                .emit(
                        HistoryEventType.TASK_SCHEDULED,
                        new HistoryEventDetails.TaskScheduled(
                                resource.service(),
                                resource.historyResource(),
                                visit.run().region(),
                                call.parameters(),
                                call.timeoutSeconds(),
                                call.heartbeatSeconds(),
                                call.roleArn()),
                        visit.retried());
    }

    @Override
    public void started(Visit visit, @Nullable String workerName, @Nullable Trace trace) {
        visit.frame()
                .emit(
                        HistoryEventType.TASK_STARTED,
                        new HistoryEventDetails.TaskStarted(resource.service(), resource.historyResource()),
                        trace);
    }

    /** The service has taken the job, or has sent the token on; the answer follows. */
    void submitted(Visit visit, JsonNode output) {
        answered(visit, HistoryEventType.TASK_SUBMITTED, output);
    }

    void submitFailed(Visit visit, StateError error) {
        emit(visit, HistoryEventType.TASK_SUBMIT_FAILED, error);
    }

    @Override
    public void succeeded(Visit visit, JsonNode output) {
        answered(visit, HistoryEventType.TASK_SUCCEEDED, output);
    }

    @Override
    public void failed(Visit visit, StateError error) {
        emit(visit, HistoryEventType.TASK_FAILED, error);
    }

    @Override
    public void timedOut(Visit visit, StateError error) {
        emit(visit, HistoryEventType.TASK_TIMED_OUT, error);
    }

    private void answered(Visit visit, HistoryEventType type, JsonNode output) {
        visit.frame()
                .emit(
                        type,
                        new HistoryEventDetails.TaskAnswered(resource.service(), resource.historyResource(), output),
                        null);
    }

    private void emit(Visit visit, HistoryEventType type, StateError error) {
        visit.frame()
                .emit(
                        type,
                        new HistoryEventDetails.TaskFailed(
                                resource.service(), resource.historyResource(), error.name(), error.cause()),
                        null);
    }
}
