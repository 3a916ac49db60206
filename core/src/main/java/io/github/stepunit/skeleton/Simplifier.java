package io.github.stepunit.skeleton;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;

/** Takes out of a test what it does not need: what others needed, and what was tried in vain. */
final class Simplifier {

    private static final int MOST_TRIALS = 40;

    private final Goal goal;
    private final Planner planner;
    private Plan plan;
    private int trials;

    private Simplifier(Goal goal, Planner planner, Plan plan) {
        this.goal = goal;
        this.planner = planner;
        this.plan = plan;
    }

    static Plan of(Machine machine, Goal goal, Planner planner, Plan plan) {
        Simplifier simplifier = new Simplifier(goal, planner, plan);
        simplifier.simplify();
        return simplifier.plan;
    }

    private void simplify() {
        Draft called = plan.trial().draft().copy();
        called.keepOnly(plan.trial().calls());
        plan = new Plan(
                new Trial(
                        called,
                        plan.trial().execution(),
                        plan.trial().walk(),
                        plan.trial().calls(),
                        plan.trial().walked(),
                        false),
                plan.endsWell());
        List.copyOf(called.places().keySet())
                .forEach(place -> succeeds(draft -> draft.places().remove(place)));
        drop(Source.input(List.of()), plan.trial().draft().input());
        for (Map.Entry<String, Integer> each : plan.trial().calls().entrySet()) {
            for (int call = 0; call < plan.trial().draft().script(each.getKey()).size(); call++) {
                if (plan.trial().draft().script(each.getKey()).get(call) instanceof Answer.Result result) {
                    drop(new Source(Source.Kind.ANSWER, each.getKey(), call, List.of()), result.result());
                }
            }
        }
    }

    /** Without each of its fields, or without what is in them. */
    private void drop(Source source, JsonNode value) {
        List<String> names = new ArrayList<>();
        value.fieldNames().forEachRemaining(names::add);
        for (String name : names) {
            Source field = in(source, new Step.Field(name));
            JsonNode inner = value.get(name);
            if (succeeds(draft -> draft.change(field, false, there -> null))) {
                continue;
            }
            if (inner.isArray() && inner.size() > 1) {
                succeeds(draft -> draft.change(field, false, there -> Values.items(there, 1)));
            }
            if (inner.isObject()) {
                drop(field, inner);
            } else if (inner.isArray() && inner.path(0).isObject()) {
                drop(in(field, new Step.Each()), inner.get(0));
            }
        }
    }

    private static Source in(Source source, Step step) {
        return new Source(source.kind(), source.state(), source.call(), DataPath.concat(source.steps(), List.of(step)));
    }

    private boolean succeeds(Consumer<Draft> change) {
        if (trials++ >= MOST_TRIALS || planner.isSpent()) {
            return false;
        }
        Draft draft = plan.trial().draft().copy();
        change.accept(draft);
        Plan simpler = planner.run(draft, goal);
        boolean same = simpler.endsWell()
                && simpler.walks(goal.element())
                && simpler.trial().execution().status()
                        == plan.trial().execution().status();
        if (same) {
            draft.keepOnly(simpler.trial().calls());
            plan = simpler;
        }
        return same;
    }
}
