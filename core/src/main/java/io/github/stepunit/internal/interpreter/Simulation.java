package io.github.stepunit.internal.interpreter;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.stepunit.internal.interpreter.HistoryRecorder.HistoryFullException;
import io.github.stepunit.internal.time.VirtualScheduler;
import io.github.stepunit.json.PayloadSize;
import io.github.stepunit.s3.S3Objects;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Random;
import java.util.SplittableRandom;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * What an execution shares with all the executions that it starts, directly or not: the clock and the work that waits
 * for it, the task tokens, the random numbers, the budget of steps. Driven step by step.
 */
final class Simulation {

    private final ExecutionRun root;
    private final @Nullable S3Objects objects;
    private final VirtualScheduler scheduler;
    private final PayloadSize payloadSize = new PayloadSize();
    private final PendingTasks pendingTasks = new PendingTasks();
    private final Random random;
    private final NestedWorkflows nestedWorkflows;
    /** Executions that are to be stopped with the one that started them; a queue, so that depth costs no stack. */
    private final Deque<ExecutionRun> stopping = new ArrayDeque<>();

    private boolean stoppingNow;
    private long budget;
    private long steps;
    private long tokens;
    private boolean stepping;
    private @Nullable RuntimeException broken;

    Simulation(ExecutionRun root, RunSettings settings, Outside outside) {
        this.root = root;
        this.objects = outside.objects();
        Long scheduleSeed = outside.scheduleSeed();
        this.scheduler = new VirtualScheduler(settings.start(), scheduleSeed == null ? null : order(scheduleSeed));
        this.random = new Random(settings.seed());
        this.nestedWorkflows = new NestedWorkflows(outside.registry());
        this.budget = settings.limits().steps();
    }

    /** The first numbers of a Random are much alike for seeds that are neighbours. */
    private static Random order(long scheduleSeed) {
        return new Random(new SplittableRandom(scheduleSeed).nextLong());
    }

    /** What Distributed Maps read and write; null when the test has given none. */
    @Nullable
    S3Objects objects() {
        return objects;
    }

    VirtualScheduler scheduler() {
        return scheduler;
    }

    PendingTasks pendingTasks() {
        return pendingTasks;
    }

    NestedWorkflows nestedWorkflows() {
        return nestedWorkflows;
    }

    Random random() {
        return random;
    }

    boolean exceeds(JsonNode payload, int limit) {
        return payloadSize.exceeds(payload, limit);
    }

    long sizeOf(JsonNode payload) {
        return payloadSize.of(payload);
    }

    /** When the outermost execution times out, and with it whatever it has started. */
    Instant rootDeadline() {
        return root.deadline();
    }

    /** The number of the next task token. */
    long nextToken() {
        return ++tokens;
    }

    /** Gives more steps, for work that is finite of itself: an item of a Distributed Map. */
    void grant(long moreSteps) {
        budget = budget > Long.MAX_VALUE - moreSteps ? Long.MAX_VALUE : budget + moreSteps;
    }

    /** Goes on at that instant with an execution that had ended, after what others do until then, with a new budget. */
    void resumeAt(Instant instant) {
        refuseFromInside("redrive");
        steps = 0;
        Instant next = scheduler.nextInstant();
        while (next != null && !next.isAfter(instant)) {
            step();
            next = scheduler.nextInstant();
        }
        scheduler.moveTo(instant);
        steps = 0;
    }

    // --- for the driver

    /** When something happens next: work that is due, or the end of the outermost execution's time; null when nothing does. */
    @Nullable
    Instant nextInstant() {
        if (broken != null) {
            return scheduler.now();
        }
        Instant next = scheduler.nextInstant();
        if (root.hasEnded()) {
            return next;
        }
        return next == null || next.isAfter(root.deadline()) ? root.deadline() : next;
    }

    /** After the end of the outermost execution: runs all that goes on without it, with a budget as large as its own. */
    void runOthers() {
        long stepsOfOthers = 0;
        while (root.hasEnded() && scheduler.nextInstant() != null) {
            if (++stepsOfOthers > root.settings().limits().steps()) {
                throw new IllegalStateException("The execution has ended, but the executions that it started go on and"
                        + " have used up a budget of "
                        + root.settings().limits().steps()
                        + " steps. Does one of them loop, or start itself, without end? Limits.withSteps gives more.");
            }
            step();
        }
    }

    boolean isStuck() {
        return broken == null
                && !(root.hasOwnTimeout() && !root.hasEnded())
                && scheduler.nextInstant() == null
                && !waitingForTest().isEmpty();
    }

    List<WaitingTask> waitingForTest() {
        return pendingTasks.waitingForTest();
    }

    /**
     * Does the next piece of work. What a task handler throws breaks everything off where it stands: each further step
     * throws it again.
     */
    void step() {
        refuseFromInside("run on");
        if (broken != null) {
            throw broken;
        }
        Instant next = scheduler.nextInstant();
        if (!root.hasEnded()) {
            if (next == null || next.isAfter(root.deadline())) {
                scheduler.moveTo(root.deadline());
                root.timeOut();
                return;
            }
            if (++steps > budget) {
                root.failWithoutState(stepBudgetCause());
                return;
            }
        }
        work();
    }

    private void work() {
        stepping = true;
        try {
            scheduler.runNext();
        } catch (HistoryFullException e) {
            e.execution().failOfFullHistory();
        } catch (TooDeeplyNestedException e) {
            e.end(root);
        } catch (RuntimeException e) {
            broken = e;
            throw e;
        } finally {
            stepping = false;
        }
    }

    void refuseFromInside(String what) {
        if (stepping) {
            throw new IllegalStateException("A mock cannot " + what
                    + " the execution that is just asking it for an answer."
                    + " Steer the execution from the test: startPaused(…), runUntilState(…), then " + what + ".");
        }
    }

    private String stepBudgetCause() {
        return "The execution used up its budget of " + root.settings().limits().steps()
                + " steps, which is StepUnit's and not AWS's. Does a loop have no way out? Limits.withSteps gives more.";
    }

    boolean answer(String taskToken, Consumer<TaskAttempt> answer) {
        TaskAttempt attempt = pendingTasks.find(taskToken);
        if (attempt == null) {
            return false;
        }
        // A token takes one answer, even before the execution runs on.
        pendingTasks.ended(taskToken);
        scheduler.post(() -> answer.accept(attempt));
        return true;
    }

    // --- ends

    /** Stops an execution with whatever it has started and what is to end with it. At once, and without recursion. */
    void stopWithParent(ExecutionRun child) {
        stopping.add(child);
        if (stoppingNow) {
            return;
        }
        stoppingNow = true;
        try {
            for (ExecutionRun next = stopping.poll(); next != null; next = stopping.poll()) {
                next.abort();
            }
        } finally {
            stoppingNow = false;
        }
    }
}
