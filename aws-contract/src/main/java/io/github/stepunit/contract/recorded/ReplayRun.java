package io.github.stepunit.contract.recorded;

import io.github.stepunit.Execution;
import io.github.stepunit.ExecutionStatus;
import io.github.stepunit.ExecutionStuckException;
import io.github.stepunit.definition.Distribution;
import io.github.stepunit.definition.MapState;
import io.github.stepunit.history.HistoryEvent;
import io.github.stepunit.history.HistoryEventDetails;
import io.github.stepunit.history.HistoryEventType;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/**
 * Runs an execution as far as the recorded one went.
 *
 * @param execution not yet begun
 * @param processors of its definition
 */
record ReplayRun(Execution execution, RecordedExecution recorded, ItemProcessors processors) {

    RunEnd run() {
        try {
            HistoryEvent last = recorded.lastEvent();
            boolean cutOff =
                    last.type() == HistoryEventType.EXECUTION_ABORTED || recorded.status() == ExecutionStatus.RUNNING;
            List<Duration> pauses = pausesBeforeRedrives();
            if (cutOff && pauses.isEmpty()) {
                runAsFar();
            } else {
                execution.runToEnd();
                pauses.forEach(execution::redriveAfter);
            }
            if (last.type() == HistoryEventType.EXECUTION_ABORTED
                    && last.details() instanceof HistoryEventDetails.Failed stopped) {
                execution.stop(stopped.error(), stopped.cause());
            }
            return RunEnd.WHOLE;
        } catch (NotRecordedException gap) {
            return new RunEnd("", String.valueOf(gap.getMessage()));
        } catch (NoRecordedAnswerException | ExecutionStuckException | IllegalStateException broken) {
            String lacking = lackingObjects();
            return lacking.isEmpty()
                    ? new RunEnd(
                            String.valueOf(broken.getMessage())
                                    .lines()
                                    .findFirst()
                                    .orElse(""),
                            "")
                    : new RunEnd("", lacking);
        }
    }

    /** The objects that a Distributed Map reads and writes are in no history. */
    private String lackingObjects() {
        List<HistoryEvent> events = execution.history().events();
        HistoryEvent last = events.get(events.size() - 1);
        if (execution.stateMachine().objects() != null
                || !(last.details() instanceof HistoryEventDetails.MapRunStarted run)) {
            return "";
        }
        MapState map =
                processors.named(ItemProcessors.mapRuns(execution.history()).get(run.mapRunArn()));
        Distribution distribution = map == null ? null : map.distribution();
        if (map == null
                || distribution == null
                || (distribution.itemReader() == null && distribution.resultWriter() == null)) {
            return "";
        }
        return "what the Distributed Map \"" + map.name() + "\" reads and writes in S3 is not recorded: give it to the"
                + " machine, Replay.of(machine.withObjects(objects))";
    }

    /** From each end to the redrive after it. */
    private List<Duration> pausesBeforeRedrives() {
        List<Duration> pauses = new ArrayList<>();
        List<HistoryEvent> events = recorded.history().events();
        for (int i = 1; i < events.size(); i++) {
            if (events.get(i).type() == HistoryEventType.EXECUTION_REDRIVEN) {
                Duration pause = Duration.between(
                        events.get(i - 1).timestamp(), events.get(i).timestamp());
                pauses.add(pause.isNegative() ? Duration.ZERO : pause);
            }
        }
        return pauses;
    }

    /**
     * StopExecution came from outside. Nothing tells when it would come now; so the replay goes as far as the recording did:
     * until it has entered as many states.
     */
    private void runAsFar() {
        long entered = recorded.history().events().stream()
                .filter(event -> event.type().isStateEntered())
                .count();
        for (HistoryEvent event : recorded.history().events()) {
            execution.runUntil(event.timestamp());
            long now = execution.history().events().stream()
                    .filter(each -> each.type().isStateEntered())
                    .count();
            if (now >= entered) {
                return;
            }
        }
    }
}
