package io.github.stepunit.skeleton;

import io.github.stepunit.Execution;
import io.github.stepunit.StateMachine;
import io.github.stepunit.coverage.CoverageElement;
import io.github.stepunit.coverage.WalkedElements;
import io.github.stepunit.definition.StateMachineDefinition;
import io.github.stepunit.definition.StateMachineType;
import io.github.stepunit.task.TaskMocks;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** Runs what skeletons claim once more, as a test would: with the public API and strict mocks. */
public final class Claims {

    private final Planner planner;
    private final StateMachine machine;

    /** Of this definition. */
    public Claims(StateMachineDefinition definition, StateMachineType type) {
        planner = new Planner(definition, type);
        machine = StateMachine.of(definition, type);
    }

    /** How many executions it took to find the plans so far. */
    public int trials() {
        return planner.trials();
    }

    /** What is claimed of the test for an element. */
    public TestSkeleton.Outcome claimed(CoverageElement element) {
        return SkeletonText.of(planner.machine(), planner.plan(element), "test", List.of(element))
                .outcome();
    }

    /** Whether the test for an element walks it, uses its mocks up, and needs no other. */
    public boolean holds(CoverageElement element) {
        Plan plan = planner.plan(element);
        TaskMocks mocks = TaskMocks.of(machine.definition());
        SkeletonText.scripts(planner.machine(), plan).forEach(each -> each.begin(mocks.mock(each.state())));
        Execution execution = machine.withTasks(mocks)
                .withObjects(plan.trial().draft().objects())
                .start(plan.trial().draft().input());
        mocks.verify();
        Set<String> walked = new HashSet<>();
        collect(new WalkedElements(machine.definition()), execution, walked);
        return walked.contains(element.id());
    }

    private static void collect(WalkedElements elements, Execution execution, Set<String> into) {
        into.addAll(elements.of(execution.stateMachine().definition(), execution.history()));
        execution.mapRuns().forEach(run -> run.children().forEach(child -> collect(elements, child, into)));
    }
}
