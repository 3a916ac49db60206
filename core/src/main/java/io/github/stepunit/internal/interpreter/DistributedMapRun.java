package io.github.stepunit.internal.interpreter;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.stepunit.definition.ItemReader;
import io.github.stepunit.definition.MapState;
import io.github.stepunit.definition.StateMachineType;
import io.github.stepunit.expression.EvaluationException;
import io.github.stepunit.expression.Literal;
import io.github.stepunit.history.HistoryEventDetails;
import io.github.stepunit.history.HistoryEventType;
import io.github.stepunit.history.Trace;
import io.github.stepunit.internal.itemreader.Item;
import io.github.stepunit.internal.itemreader.ItemReaderException;
import io.github.stepunit.internal.itemreader.ItemsReader;
import io.github.stepunit.s3.S3Objects;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Deque;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A Map Run: the child executions of one attempt of a Distributed Map. */
public final class DistributedMapRun implements FrameGroup {

    /** A child is finite work: it does not count as a loop that has no way out. */
    private static final long STEPS_FOR_A_CHILD = 100;

    private final Visit visit;
    private final MapRunPlan plan;
    private final PlannedStateMachine processor;
    private final MapRunNames names;
    private final Instant startTime;
    private final String statePath;
    private final List<ExecutionRun> children = new ArrayList<>();
    /** How many items each child has; empty without ItemBatcher, where it is one. */
    private final List<Integer> batchSizes = new ArrayList<>();

    private final MapRunTally executions = new MapRunTally();
    private final MapRunTally items = new MapRunTally();
    private @Nullable Batches batches;
    private long startedEventId;
    private HistoryEventType end = HistoryEventType.MAP_RUN_STARTED;
    private @Nullable Instant stopTime;
    private long resultsWritten;
    private int redriveCount;
    /** The children that have not succeeded and wait to go on, by their index. */
    private final Deque<Integer> toRedrive = new ArrayDeque<>();

    DistributedMapRun(Visit visit, MapRunPlan plan, PlannedStateMachine processor) {
        this.visit = visit;
        this.plan = plan;
        this.processor = processor;
        ExecutionRun run = visit.run();
        this.startTime = run.now();
        this.statePath = visit.fullPath();
        this.names = new MapRunNames(
                run.settings(),
                plan.distribution().label(),
                plan.distribution().executionType(),
                visit.path(),
                run.addMapRun(this));
    }

    /** @param given the items in the state's input; null when an ItemReader reads them */
    void start(@Nullable List<Item> given) {
        visit.waitsFor(this);
        startedEventId = visit.frame()
                .emit(HistoryEventType.MAP_RUN_STARTED, new HistoryEventDetails.MapRunStarted(names.mapRunArn()), null);
        List<Item> found;
        try {
            found = given == null ? read() : given;
        } catch (ItemReaderException e) {
            Trace trace = e.hint() == null ? null : new Trace.Explained(e.hint());
            // Nothing has been started that a redrive could go on with.
            visit.forgetGroup();
            fail(StateError.of(StateError.ITEM_READER_FAILED, e.causeText()), trace);
            return;
        }
        items.total(found.size());
        batches = new Batches(visit, plan, found);
        goOn();
    }

    private List<Item> read() {
        ItemReader reader = plan.distribution().itemReader();
        JsonNode request = plan.readRequest();
        if (reader == null || request == null) {
            throw new IllegalStateException("No items and no ItemReader");
        }
        Long maxItems = plan.maxItems();
        // AWS's own samples have a literal 0, which means all of them.
        boolean isLiteral = reader.maxItems() instanceof Literal;
        if (maxItems != null && maxItems < (isLiteral ? 0 : 1)) {
            throw new ItemReaderException("field MaxItems must be positive", null);
        }
        S3Objects objects = visit.run().simulation().objects();
        if (objects == null) {
            throw new IllegalStateException("The Distributed Map \"" + visit.fullPath() + "\" reads its items from S3: "
                    + request + ". Give the state machine the objects that are there: machine.withObjects(new"
                    + " S3Objects().put(bucket, key, text)).");
        }
        return ItemsReader.read(
                reader, request, maxItems == null || maxItems == 0 ? Long.MAX_VALUE : maxItems, objects);
    }

    // --- its children

    /** Starts as many children as may run, and ends when there are none. */
    private void goOn() {
        Batches open = batches;
        if (open == null) {
            return;
        }
        while (!toRedrive.isEmpty() && executions.running() < plan.concurrency()) {
            redriveChild(toRedrive.remove());
        }
        while (open.hasNext() && executions.running() < plan.concurrency()) {
            int before = open.given();
            JsonNode input;
            try {
                input = open.next();
            } catch (EvaluationException e) {
                // The items that it was about are lost to this Map Run.
                visit.forgetGroup();
                fail(visit.errorOf(e), null);
                return;
            }
            if (visit.run().isTooLarge(input)) {
                visit.forgetGroup();
                fail(StateError.parametersTooLarge(visit.name()), null);
                return;
            }
            startChild(input, open.given() - before);
        }
        if (executions.running() == 0) {
            finish();
        }
    }

    private void startChild(JsonNode input, int itemCount) {
        int index = children.size();
        if (plan.batch() != null) {
            batchSizes.add(itemCount);
        }
        executions.total(executions.total() + 1);
        begin(itemCount);
        children.add(newChild(index, input));
    }

    private void begin(int itemCount) {
        executions.started(1);
        items.started(itemCount);
        visit.run().simulation().grant(STEPS_FOR_A_CHILD);
    }

    private ExecutionRun newChild(int index, JsonNode input) {
        ExecutionRun run = visit.run();
        return run.startChild(
                processor,
                names.nextChild(run.now()),
                input,
                new Origin(run, statePath, index),
                child -> ended(child, index));
    }

    /**
     * Goes on after the execution was redriven, with those children that have not succeeded and those that had not been
     * started (developer guide, "Redriving Map Runs").
     */
    @Override
    public void redrive() {
        redriveCount++;
        stopTime = null;
        end = HistoryEventType.MAP_RUN_STARTED;
        startedEventId = visit.frame()
                .emit(
                        HistoryEventType.MAP_RUN_REDRIVEN,
                        new HistoryEventDetails.MapRunRedriven(names.mapRunArn(), redriveCount),
                        visit.retried());
        for (int i = 0; i < children.size(); i++) {
            HistoryEventType how = children.get(i).endEvent().type();
            if (how != HistoryEventType.EXECUTION_SUCCEEDED) {
                executions.redriven(how, 1);
                items.redriven(how, itemCountOf(i));
                toRedrive.add(i);
            }
        }
        goOn();
    }

    /** A Standard child goes on where it was interrupted; an Express one cannot and is started anew. */
    private void redriveChild(int index) {
        ExecutionRun child = children.get(index);
        begin(itemCountOf(index));
        if (plan.distribution().executionType() == StateMachineType.STANDARD) {
            child.redriveWithMapRun();
        } else {
            children.set(index, newChild(index, child.input()));
        }
    }

    private void ended(ExecutionRun child, int index) {
        if (stopTime != null) {
            return;
        }
        HistoryEventType how = child.endEvent().type();
        executions.ended(how, 1);
        items.ended(how, itemCountOf(index));
        if (plan.tolerance().isExceeded(items.failed() + items.timedOut(), items.total())) {
            fail(
                    StateError.of(
                            StateError.EXCEED_TOLERATED_FAILURE_THRESHOLD,
                            "The specified tolerated failure threshold was exceeded"),
                    itemsTrace());
        } else {
            goOn();
        }
    }

    // --- its ends

    private void finish() {
        MapRunResults results = new MapRunResults(plan, names, this);
        JsonNode output;
        try {
            output = results.output(visit.run());
        } catch (ItemReaderException e) {
            Trace trace = e.hint() == null ? null : new Trace.Explained(e.hint());
            fail(StateError.of(StateError.RESULT_WRITER_FAILED, e.causeText()), trace);
            return;
        }
        resultsWritten = results.written();
        if (visit.run().isTooLarge(output)) {
            fail(StateError.resultTooLarge(visit.name()), itemsTrace());
            return;
        }
        close(HistoryEventType.MAP_RUN_SUCCEEDED);
        // MapStateSucceeded points at MapRunSucceeded, MapStateExited at MapRunStarted
        // (scenarios/test_base_scenarios.test_map_state_nested_config_distributed).
        Frame frame = visit.frame();
        long succeeded = frame.emitBeside(HistoryEventType.MAP_RUN_SUCCEEDED, HistoryEventDetails.none(), itemsTrace());
        frame.continueFrom(succeeded);
        frame.emitBeside(HistoryEventType.MAP_STATE_SUCCEEDED, HistoryEventDetails.none(), null);
        frame.continueFrom(startedEventId);
        visit.succeed(output);
    }

    private void fail(StateError error, @Nullable Trace trace) {
        stopChildren();
        close(HistoryEventType.MAP_RUN_FAILED);
        if (error.name() != null && error.name().equals(StateError.EXCEED_TOLERATED_FAILURE_THRESHOLD)) {
            // What has been done is exported even then.
            MapRunResults results = new MapRunResults(plan, names, this);
            results.exportIfPossible(visit.run());
            resultsWritten = results.written();
        }
        visit.frame().emit(HistoryEventType.MAP_RUN_FAILED, error.details(), trace);
        visit.failAfterStart(error, null);
    }

    private Trace itemsTrace() {
        return new Trace.MapRunItems(items.total(), items.failed());
    }

    @Override
    public void stop(boolean record) {
        if (stopTime != null) {
            return;
        }
        stopChildren();
        close(HistoryEventType.MAP_RUN_ABORTED);
        if (record) {
            visit.frame().emit(HistoryEventType.MAP_RUN_ABORTED, HistoryEventDetails.none(), null);
        }
    }

    private void stopChildren() {
        for (int i = 0; executions.running() > 0 && i < children.size(); i++) {
            ExecutionRun child = children.get(i);
            if (!child.hasEnded()) {
                visit.run().stopChild(child);
                executions.ended(HistoryEventType.EXECUTION_ABORTED, 1);
                items.ended(HistoryEventType.EXECUTION_ABORTED, itemCountOf(i));
            }
        }
    }

    private void close(HistoryEventType how) {
        end = how;
        stopTime = visit.run().now();
        for (int index : toRedrive) {
            // Its turn did not come: it stands as it stood.
            HistoryEventType ended = children.get(index).endEvent().type();
            executions.started(1);
            executions.ended(ended, 1);
            items.started(itemCountOf(index));
            items.ended(ended, itemCountOf(index));
        }
        toRedrive.clear();
        if (how == HistoryEventType.MAP_RUN_SUCCEEDED) {
            // Neither the items nor what they were selected from is needed any more.
            batches = null;
        }
    }

    // --- what is to be seen of it

    /** Its ARN. */
    public String arn() {
        return names.mapRunArn();
    }

    /** The state that it is a run of. */
    public MapState state() {
        return plan.state();
    }

    /** Its state's path from the outermost execution on. */
    public String statePath() {
        return statePath;
    }

    /** How often it has been redriven. */
    public int redriveCount() {
        return redriveCount;
    }

    /** How it ended: {@code MAP_RUN_SUCCEEDED} and the like; {@code MAP_RUN_STARTED} while it runs. */
    public HistoryEventType end() {
        return end;
    }

    /** When it began. */
    public Instant startTime() {
        return startTime;
    }

    /** When it ended; null while it runs. */
    public @Nullable Instant stopTime() {
        return stopTime;
    }

    /** {@code MaxConcurrency}; 0 when there is no limit. */
    public long maxConcurrency() {
        return plan.maxConcurrency();
    }

    /** {@code ToleratedFailureCount}; 0 when there is none. */
    public long toleratedFailureCount() {
        return plan.tolerance().count();
    }

    /** {@code ToleratedFailurePercentage}; 0 when there is none. */
    public double toleratedFailurePercentage() {
        return plan.tolerance().percentage();
    }

    /** The child executions that have been started, in order. */
    public List<ExecutionRun> children() {
        return Collections.unmodifiableList(children);
    }

    /** How many items that child has. */
    public int itemCountOf(int child) {
        return plan.batch() == null ? 1 : batchSizes.get(child);
    }

    /** How its items stand. */
    public MapRunTally items() {
        return items;
    }

    /** How its child executions stand. */
    public MapRunTally executions() {
        return executions;
    }

    /** Of how many items or executions the results have been exported. */
    public long resultsWritten() {
        return resultsWritten;
    }
}
