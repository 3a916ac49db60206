package io.github.stepunit.fault;

import io.github.stepunit.Execution;
import io.github.stepunit.StateMachine;
import io.github.stepunit.task.TaskHandler;
import java.util.List;
import org.apiguardian.api.API;
import org.jspecify.annotations.Nullable;

/** One run of the scenario of a sweep: the first one without a fault, each other one with one. For one thread. */
@API(status = API.Status.INTERNAL, since = "0.1")
public final class FaultRun {

    /** The name of the run without a fault. */
    public static final String FAULTLESS = "without a fault";

    private final FaultSettings settings;
    private final @Nullable Fault fault;
    private final TaskVisits visits = new TaskVisits();
    private List<Execution> executions = List.of();
    private boolean passed;
    private boolean learnt;

    FaultRun(FaultSettings settings, @Nullable Fault fault) {
        this.settings = settings;
        this.fault = fault;
    }

    /** What goes wrong; null in the run without a fault. */
    public @Nullable Fault fault() {
        return fault;
    }

    /** {@code Charge card: Lambda.TooManyRequestsException}. */
    public String name() {
        return fault == null ? FAULTLESS : fault.toString();
    }

    /**
     * What answers the Tasks of the run: the mocks, but for the one that goes wrong.
     *
     * @param machine the machine under test
     * @param mocks what answers them otherwise
     * @throws IllegalArgumentException when the settings name a Task that the definition does not have
     */
    public TaskHandler around(StateMachine machine, TaskHandler mocks) {
        return new FaultInjector(fault, TaskChoice.of(settings.states(), machine), visits, mocks);
    }

    /**
     * Says that the scenario, with what the test itself asserts, has passed.
     *
     * @param started its executions, with those that they have started in turn
     * @throws AssertionError when one of them does not end as its definition promises, or, in the run without a fault, when
     *     there is nothing that could go wrong
     */
    public void passed(List<Execution> started) {
        executions = List.copyOf(started);
        ExecutionEnd.check(fault, executions, settings.everyErrorHandled());
        if (fault == null && visits.isEmpty()) {
            throw new AssertionError(FaultErrors.nothingToBreak(visits.paths(), settings.states()));
        }
        passed = true;
    }

    // --- for the sweep

    boolean hasPassed() {
        return passed;
    }

    /** Whether the sweep has taken into account what the run has shown. */
    boolean isLearnt() {
        return learnt;
    }

    void learnt() {
        learnt = true;
    }

    List<Execution> executions() {
        return executions;
    }

    List<TaskVisit> visits() {
        return visits.recorded();
    }

    /** Whether the Task that went wrong was tried again. */
    boolean wasRetried() {
        return fault != null && visits.wasRetried(fault.place());
    }

    /** Whether the fault took place: not when the scenario takes another way before, for a reason of its own. */
    boolean wasInjected() {
        return fault == null || visits.hasArrived(fault.place());
    }
}
