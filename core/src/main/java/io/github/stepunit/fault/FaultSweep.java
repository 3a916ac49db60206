package io.github.stepunit.fault;

import io.github.stepunit.Execution;
import io.github.stepunit.StateMachine;
import io.github.stepunit.task.TaskMocks;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.apiguardian.api.API;
import org.jspecify.annotations.Nullable;

/**
 * Runs a scenario that passes again and again, each time with one fault: every visit of a Task that it makes fails with
 * every error that its {@code Resource} can raise, times out, does its work without anybody hearing of it, and so on. What
 * the scenario asserts must always hold; so must, without being said, that each execution ends as its definition promises,
 * and neither fails of its own making ({@code States.Runtime}) nor hangs.
 *
 * <pre>{@code
 * FaultSweep.of(orders, (machine, tasks) -> {
 *             tasks.mock("Charge card").returns("{'receipt': 'r-1'}");
 *             tasks.mock("Ship").returns("{}");
 *             Execution execution = machine.start("{'orderId': 42}");
 *             assertThat(execution)...
 *         })
 *         .run()
 *         .verify();
 * }</pre>
 *
 * <p>Which errors: throttled, access denied, a fault of the service, unreachable; those of the operation that Retry and
 * Catch name, and three others of its own, which stand for all that they do not name; for a Lambda function what they
 * name, {@code Error}, its own timeout, a crash; failed jobs, failed callbacks, missed heartbeats, {@code TimeoutSeconds},
 * a lost answer; in Express workflows a Task that is delivered twice. Each hits the first attempt; if the Task is tried again,
 * one run more has it hit every attempt. The order is the same in every sweep.
 *
 * <p>The mocks are lenient: the last answer of a script repeats, and one that is not used is not reported. A Task that no
 * mock answers is reported as ever. Immutable.
 */
@API(status = API.Status.EXPERIMENTAL, since = "0.1")
public final class FaultSweep {

    /** What is run again and again. */
    @API(status = API.Status.EXPERIMENTAL, since = "0.1")
    @FunctionalInterface
    public interface Scenario {

        /**
         * Sets the mocks up, starts executions, and asserts what must hold whatever goes wrong.
         *
         * @param machine the machine, with its Tasks answered by {@code tasks} but for the one that goes wrong
         * @param tasks new for each run
         * @throws Exception whatever fails the run
         */
        void run(StateMachine machine, TaskMocks tasks) throws Exception;
    }

    private final StateMachine machine;
    private final Scenario scenario;
    private final FaultSettings settings;

    private FaultSweep(StateMachine machine, Scenario scenario, FaultSettings settings) {
        this.machine = machine;
        this.scenario = scenario;
        this.settings = settings;
    }

    /** A sweep over every Task of the scenario. */
    public static FaultSweep of(StateMachine machine, Scenario scenario) {
        return new FaultSweep(machine, scenario, FaultSettings.DEFAULT);
    }

    /**
     * The same, with faults at these Tasks only.
     *
     * @param states as mocks are given for: state name, path, resource, service action
     */
    public FaultSweep atStates(String... states) {
        return with(settings.atStates(List.of(states)));
    }

    /** The same, with these errors only, wherever the {@code Resource} can raise them. */
    public FaultSweep withErrors(String... errors) {
        return with(settings.withErrors(List.of(errors)));
    }

    /** The same, with these kinds of fault only. */
    public FaultSweep withKinds(FaultKind... kinds) {
        return with(settings.withKinds(Set.copyOf(List.of(kinds))));
    }

    /** The same, without these kinds of fault. */
    public FaultSweep withoutKinds(FaultKind... kinds) {
        return with(settings.withoutKinds(Set.copyOf(List.of(kinds))));
    }

    /** The same, with at most so many runs (default 1,000); the report says what was left out. */
    public FaultSweep atMost(int runs) {
        return with(settings.atMost(runs));
    }

    /** The same, for which an execution must not end with an error that nothing has caught. */
    public FaultSweep handlingEveryError() {
        return with(settings.handlingEveryError(true));
    }

    private FaultSweep with(FaultSettings newSettings) {
        return new FaultSweep(machine, scenario, newSettings);
    }

    /**
     * Runs them all.
     *
     * @throws AssertionError when the scenario does not pass without a fault, or visits no Task
     */
    public FaultSweepReport run() {
        List<FaultSweepReport.Result> results = new ArrayList<>();
        FaultRuns runs = new FaultRuns(settings);
        while (runs.hasNext()) {
            FaultRun run = runs.next();
            List<Execution> started = new ArrayList<>();
            Throwable failure = run(run, started);
            Fault fault = run.fault();
            if (fault != null) {
                results.add(new FaultSweepReport.Result(fault, Execution.withNested(started), failure));
            } else if (failure != null) {
                throw new AssertionError(FaultErrors.scenarioFails(failure), failure);
            }
        }
        return new FaultSweepReport(machine.name(), results, runs.leftOut(), settings.max());
    }

    private @Nullable Throwable run(FaultRun run, List<Execution> started) {
        TaskMocks tasks = TaskMocks.of(
                        machine.definition(),
                        machine.stateMachines().stream()
                                .map(StateMachine::definition)
                                .toList())
                .lenient();
        try {
            scenario.run(machine.withTasks(run.around(machine, tasks)).onlyTelling(started::add), tasks);
            run.passed(Execution.withNested(started));
            return null;
        } catch (Exception | AssertionError failed) {
            return failed;
        }
    }
}
