package io.github.stepunit.fault;

import io.github.stepunit.Execution;
import io.github.stepunit.StateMachine;
import io.github.stepunit.task.TaskHandler;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
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
    private List<List<Fault>> faults = List.of();
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
     * @throws AssertionError when one of them does not end as its definition promises, when Tasks were
     *     visited by executions that are not among them, or, in the run without a fault, when
     *     there is nothing that could go wrong
     */
    public void passed(List<Execution> started) {
        if (started.isEmpty() && !visits.paths().isEmpty()) {
            throw new AssertionError(FaultErrors.unseen(fault));
        }
        ExecutionEnd.check(fault, started, settings.everyErrorHandled());
        if (fault == null) {
            faults = faults(NamedErrors.of(started.stream()
                    .map(each -> each.stateMachine().definition())
                    .toList()));
            if (faults.stream().allMatch(List::isEmpty)) {
                throw new AssertionError(FaultErrors.nothingToBreak(visits, settings));
            }
        }
        passed = true;
    }

    private List<List<Fault>> faults(NamedErrors named) {
        List<List<Fault>> all = new ArrayList<>();
        for (TaskVisit visit : visits.recorded()) {
            Set<String> names = new LinkedHashSet<>(named.at(visit.stateName()));
            names.addAll(settings.errors());
            all.add(FaultCatalog.of(visit, names, settings::includes));
        }
        return all;
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

    /** What can go wrong with each visit of a Task, in the order of the visits; after the run without a fault. */
    List<List<Fault>> faults() {
        return faults;
    }

    /** Whether the Task that went wrong was tried again. */
    boolean wasRetried() {
        return fault != null && visits.wasRetried(fault.place());
    }
}
