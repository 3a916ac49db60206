package io.github.stepunit;

import io.github.stepunit.history.HistoryEvent;
import io.github.stepunit.history.HistoryEventDetails;
import io.github.stepunit.history.HistoryEventType;
import io.github.stepunit.history.Trace;
import io.github.stepunit.internal.interpreter.DistributedMapRun;
import java.time.Instant;
import java.util.AbstractList;
import java.util.List;
import java.util.RandomAccess;
import org.apiguardian.api.API;
import org.jspecify.annotations.Nullable;

/**
 * One run of a Distributed Map: its child executions, and how they and their items stand. A view that goes along while
 * the execution runs. A Map state that is retried has a Map Run for each attempt.
 */
@API(status = API.Status.EXPERIMENTAL, since = "0.1")
public final class MapRun {

    private final Execution execution;
    private final DistributedMapRun run;
    private @Nullable StateMachine childMachine;

    MapRun(Execution execution, DistributedMapRun run) {
        this.execution = execution;
        this.run = run;
    }

    /** The execution whose Map state it is a run of. */
    public Execution execution() {
        return execution;
    }

    /** Its ARN: {@code arn:aws:states:us-east-1:123456789012:mapRun:orders/Import:…}, with the {@code Label}. */
    public String arn() {
        return run.arn();
    }

    /** The name of the Map state. */
    public String stateName() {
        return run.state().name();
    }

    /** How it stands. */
    public MapRunStatus status() {
        return switch (run.end()) {
            case MAP_RUN_SUCCEEDED -> MapRunStatus.SUCCEEDED;
            case MAP_RUN_FAILED -> MapRunStatus.FAILED;
            case MAP_RUN_ABORTED -> MapRunStatus.ABORTED;
            default -> MapRunStatus.RUNNING;
        };
    }

    /** How often it has been redriven, with the execution that it belongs to ({@code DescribeMapRun}). */
    public int redriveCount() {
        return run.redriveCount();
    }

    /** The error that it failed with, such as {@code States.ExceedToleratedFailureThreshold}; null when it has not failed. */
    public @Nullable String error() {
        HistoryEvent failed = failed();
        return failed != null && failed.details() instanceof HistoryEventDetails.Failed details
                ? details.error()
                : null;
    }

    /** The cause of the failure; null when it has not failed. */
    public @Nullable String cause() {
        HistoryEvent failed = failed();
        return failed != null && failed.details() instanceof HistoryEventDetails.Failed details
                ? details.cause()
                : null;
    }

    /**
     * What StepUnit knows of the failure beyond AWS's cause: which objects there are instead, which line of a file is
     * broken; null when it has not failed, or the cause says all.
     */
    public @Nullable String explanation() {
        HistoryEvent failed = failed();
        return failed != null && failed.trace() instanceof Trace.Explained explained ? explained.text() : null;
    }

    private @Nullable HistoryEvent failed() {
        boolean found = false;
        for (HistoryEvent event : execution.history().events()) {
            if (event.details() instanceof HistoryEventDetails.MapRunStarted started) {
                found = started.mapRunArn().equals(arn());
            } else if (found && event.type() == HistoryEventType.MAP_RUN_FAILED) {
                return event;
            }
        }
        return null;
    }

    /** Virtual start. */
    public Instant startTime() {
        return run.startTime();
    }

    /** Virtual end; null while it runs. */
    public @Nullable Instant stopTime() {
        return run.stopTime();
    }

    /** {@code MaxConcurrency}; 0 when there is no limit but AWS's. */
    public long maxConcurrency() {
        return run.maxConcurrency();
    }

    /** {@code ToleratedFailureCount}; 0 when there is none. */
    public long toleratedFailureCount() {
        return run.toleratedFailureCount();
    }

    /** {@code ToleratedFailurePercentage}; 0 when there is none. */
    public double toleratedFailurePercentage() {
        return run.toleratedFailurePercentage();
    }

    /** How its items stand. */
    public MapRunCounts itemCounts() {
        return MapRunCounts.of(run.items(), run.resultsWritten());
    }

    /** How its child executions stand: those that have been started. */
    public MapRunCounts executionCounts() {
        return MapRunCounts.of(
                run.executions(),
                run.resultsWritten() == 0 ? 0 : run.executions().total());
    }

    /**
     * Its child executions, in the order of the items or batches: those that have been started. Each has a history,
     * context, input and output of its own, and shares the clock; whatever steers one of them makes all go on.
     */
    public List<Execution> children() {
        return new Children();
    }

    /**
     * The child execution of an item; of a batch, when the Map has an ItemBatcher.
     *
     * @param index from 0
     * @throws NotInExecutionException when no such child has been started; the message says how many have
     */
    public Execution child(int index) {
        if (index < 0 || index >= run.children().size()) {
            throw new NotInExecutionException("The Map Run of \"" + stateName() + "\" has started no child execution "
                    + index + ": it has started " + run.children().size() + ", from 0 on; its items: " + itemCounts()
                    + ".");
        }
        return new Execution(childMachine(), run.children().get(index), execution.registry(), this);
    }

    private StateMachine childMachine() {
        if (childMachine == null) {
            String arn = run.arn();
            String name = arn.substring(arn.indexOf(":mapRun:") + 8, arn.lastIndexOf(':'));
            childMachine = execution.stateMachine().ofProcessor(run.state(), name);
        }
        return childMachine;
    }

    @Override
    public String toString() {
        return "Map Run of \"" + stateName() + "\", " + status() + ": " + itemCounts();
    }

    /** Made when they are looked at. */
    private final class Children extends AbstractList<Execution> implements RandomAccess {

        @Override
        public Execution get(int index) {
            return child(index);
        }

        @Override
        public int size() {
            return run.children().size();
        }
    }
}
