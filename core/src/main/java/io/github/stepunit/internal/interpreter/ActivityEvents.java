package io.github.stepunit.internal.interpreter;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.stepunit.definition.TaskResource;
import io.github.stepunit.history.HistoryEventDetails;
import io.github.stepunit.history.HistoryEventType;
import io.github.stepunit.history.Trace;
import org.jspecify.annotations.Nullable;

/** An activity, taken up by a worker. */
record ActivityEvents(TaskResource resource) implements TaskEvents {

    @Override
    public String name() {
        return resource.arn();
    }

    @Override
    public void scheduled(Visit visit, TaskCall call) {
        visit.frame()
                .emit(
                        HistoryEventType.ACTIVITY_SCHEDULED,
                        new HistoryEventDetails.ActivityScheduled(
                                resource.arn(), call.parameters(), call.timeoutSeconds(), call.heartbeatSeconds()),
                        visit.retried());
    }

    @Override
    public void started(Visit visit, @Nullable String workerName, @Nullable Trace trace) {
        visit.frame()
                .emit(HistoryEventType.ACTIVITY_STARTED, new HistoryEventDetails.ActivityStarted(workerName), null);
    }

    @Override
    public void succeeded(Visit visit, JsonNode output) {
        visit.frame().emit(HistoryEventType.ACTIVITY_SUCCEEDED, new HistoryEventDetails.Succeeded(output), null);
    }

    @Override
    public void failed(Visit visit, StateError error) {
        visit.frame().emit(HistoryEventType.ACTIVITY_FAILED, error.details(), error.trace());
    }

    @Override
    public void timedOut(Visit visit, StateError error) {
        visit.frame().emit(HistoryEventType.ACTIVITY_TIMED_OUT, error.details(), error.trace());
    }
}
