package io.github.stepunit.skeleton;

import io.github.stepunit.Execution;
import io.github.stepunit.ExecutionStatus;
import io.github.stepunit.coverage.CoverageElement;
import io.github.stepunit.coverage.ElementKind;
import io.github.stepunit.definition.FailState;
import io.github.stepunit.definition.Retrier;
import io.github.stepunit.definition.State;
import io.github.stepunit.definition.StateMachineDefinition;
import io.github.stepunit.definition.StateMachineType;
import io.github.stepunit.history.VisitStatus;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Finds tests that walk elements: proposes one, runs it, and repairs it by what went wrong. What a trial learns of the
 * machine the next one starts from. Deterministic, and bounded in its attempts.
 */
final class Planner {

    private static final int MOST_TRIALS = 60;
    private static final int MOST_TRIALS_OF_ELEMENT = 120;
    /** When a machine has used its trials up, because hardly anything in it can be reached. */
    private static final int FEWEST_TRIALS_OF_ELEMENT = 6;

    private static final long MOST_EVENTS = 2_000;
    /** Of all executions: a machine of hundreds of states is not run to its end for each of its elements many times. */
    private static final long MOST_EVENTS_IN_ALL = 1_000_000;

    private final Machine machine;
    /** By the id of an element, the first good plan that walks it. */
    private final Map<String, Plan> known = new HashMap<>();

    private Draft learnt = Draft.empty();
    private int trials;
    private long events;

    Planner(StateMachineDefinition definition, StateMachineType type) {
        this.machine = new Machine(definition, type);
    }

    Machine machine() {
        return machine;
    }

    /** How many executions it took so far. */
    int trials() {
        return trials;
    }

    /** The best that was found. */
    Plan plan(CoverageElement element) {
        Plan plan = known.get(element.id());
        if (plan == null) {
            plan = search(element);
            known.put(element.id(), plan);
        }
        return plan;
    }

    private Plan search(CoverageElement element) {
        Plan best = null;
        int until = trials + (!isSpent() ? MOST_TRIALS_OF_ELEMENT : FEWEST_TRIALS_OF_ELEMENT);
        List<Goal> goals = Goals.of(machine, element);
        for (Goal goal : goals) {
            Plan plan = trials < until ? pursue(goal, until) : null;
            if (plan != null && plan.walks(element) && plan.endsWell()) {
                return plan;
            }
            if (plan != null && (best == null || (plan.walks(element) && !best.walks(element)))) {
                best = plan;
            }
        }
        if (best != null) {
            return best;
        }
        Plan plan = pursue(Goal.visit(element, List.of()), trials + 1);
        return goals.isEmpty() ? new Plan(plan.trial(), plan.endsWell(), Goals.departure(element), null) : plan;
    }

    /** Whether what is left gets few trials more. */
    boolean isSpent() {
        return trials >= 200 + 10 * machine.walked().elements().size() || events >= MOST_EVENTS_IN_ALL;
    }

    private Trial tried(Draft draft, Goal goal) {
        trials++;
        Trial trial = Trial.run(machine, draft, mostEvents(goal));
        for (Execution each : Execution.withDescendants(List.of(trial.execution()))) {
            events += each.history().events().size();
        }
        return trial;
    }

    private Plan pursue(Goal goal, int until) {
        Set<String> tried = new HashSet<>();
        Repair repair = new Repair(machine, goal, tried);
        Draft draft = learnt.withoutFailures();
        Plan best = null;
        for (int i = 0; i < MOST_TRIALS && trials < until && draft != null; i++) {
            tried.add(draft.key());
            Trial trial = tried(draft, goal);
            // The mocks that were asked have become part of it.
            tried.add(draft.key());
            Plan plan = new Plan(trial, endsWell(trial, goal));
            boolean walks = plan.walks(goal.element());
            if (walks && plan.endsWell()) {
                Plan simple = Simplifier.of(machine, goal, this, plan);
                learnt = simple.trial().draft().copy();
                simple.trial().walked().forEach(id -> known.putIfAbsent(id, simple));
                return simple;
            }
            if (best == null || walks || !best.walks(goal.element())) {
                best = plan;
            }
            draft = repair.next(trial);
        }
        return best == null
                ? new Plan(Trial.run(machine, learnt.copy(), MOST_EVENTS), false)
                : new Plan(best.trial(), best.endsWell(), repair.departure(), repair.impossible());
    }

    /** Runs a draft for a goal. */
    Plan run(Draft draft, Goal goal) {
        Trial trial = tried(draft, goal);
        return new Plan(trial, endsWell(trial, goal));
    }

    private static long mostEvents(Goal goal) {
        long attempts = 0;
        for (State each : goal.chain()) {
            for (Retrier retrier : each.errorHandling().retriers()) {
                attempts = Math.max(attempts, Math.min(8_000, retrier.maxAttempts()));
            }
        }
        return attempts > 100 ? 25_000 : MOST_EVENTS;
    }

    /** Whether it ended as somebody who wrote the definition would want it to, but for what the goal breaks. */
    private boolean endsWell(Trial trial, Goal goal) {
        ExecutionStatus status = trial.execution().status();
        if (status == ExecutionStatus.SUCCEEDED) {
            return true;
        }
        if (status == ExecutionStatus.TIMED_OUT) {
            return goal.element().kind() == ElementKind.MACHINE_TIMEOUT;
        }
        if (status != ExecutionStatus.FAILED) {
            return false;
        }
        Walk walk = trial.walk();
        Visited failed = failed(
                walk, walk.visits().isEmpty() ? null : walk.visits().get(0).frame());
        return failed != null
                && (failed.state() instanceof FailState
                        || (failed.state() == goal.place() && trial.isScripted(failed)));
    }

    /** Where the error arose that ended the machine. */
    private static @Nullable Visited failed(Walk walk, @Nullable Frame frame) {
        Visited last = frame == null ? null : frame.last();
        if (last == null || last.visit().status() != VisitStatus.FAILED) {
            return null;
        }
        for (Frame each : walk.inner(last)) {
            Visited inside = failed(walk, each);
            if (inside != null) {
                return inside;
            }
        }
        return last;
    }
}
