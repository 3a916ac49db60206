package io.github.stepunit.skeleton;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.stepunit.definition.ChoiceState;
import io.github.stepunit.definition.MapState;
import io.github.stepunit.definition.State;
import io.github.stepunit.definition.TaskState;
import io.github.stepunit.definition.Transition;
import io.github.stepunit.history.StateVisit;
import io.github.stepunit.history.VisitStatus;
import io.github.stepunit.internal.text.JavaText;
import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Looks where a trial left the way to its goal, or broke down, and changes the draft so that the next one comes further. */
final class Repair {

    private static final int MOST_SHIFTS = 30;

    private final Machine machine;
    private final Goal goal;
    private final Set<String> tried;
    private final Ways ways = new Ways();
    /** How often the kinds of what a state reads have been changed. */
    private final IdentityHashMap<State, Integer> shifts = new IdentityHashMap<>();

    private @Nullable String impossible;
    private @Nullable String departure;
    /** Whether there are ways that nothing is known of: no data were found for them, or they lead through an error. */
    private boolean goesAstray;

    /** @param tried keys of drafts that need not be tried again */
    Repair(Machine machine, Goal goal, Set<String> tried) {
        this.machine = machine;
        this.goal = goal;
        this.tried = tried;
    }

    /** Why no test can reach the goal; null as long as that is not known. */
    @Nullable
    String impossible() {
        return impossible;
    }

    /** A draft that has not been tried; null when nothing comes to mind. */
    @Nullable
    Draft next(Trial trial) {
        Walk walk = trial.walk();
        for (Visited each : walk.visits()) {
            Draft better = next(trial, walk, each);
            if (better != null) {
                return better;
            }
        }
        return null;
    }

    private @Nullable Draft next(Trial trial, Walk walk, Visited at) {
        boolean isGoal = at.state() == goal.place() && !reachedBefore(at);
        Draft forGoal = isGoal || at.state() == goal.sized() ? towardsGoal(trial, walk, at, isGoal) : null;
        if (forGoal != null) {
            return forGoal;
        }
        if (at.state() instanceof ChoiceState choice) {
            Draft draft = choose(trial, walk, at, choice);
            if (draft != null) {
                return draft;
            }
        }
        boolean broken = at.visit().error() != null || at.visit().status() == VisitStatus.FAILED;
        Transition wanted = wanted(at);
        Transition byError = wanted != null && wanted.kind() == Transition.Kind.CATCHER ? wanted : null;
        if (!broken) {
            return byError != null && at.visit().status() == VisitStatus.SUCCEEDED
                    ? breakDown(trial, walk, at, byError)
                    : null;
        }
        if ((isGoal && !goal.script().isEmpty() && trial.isScripted(at))
                || (byError != null && byError.equals(taken(at)))) {
            return null;
        }
        return mend(trial, walk, at);
    }

    // --- the goal itself

    private @Nullable Draft towardsGoal(Trial trial, Walk walk, Visited at, boolean isGoal) {
        Draft draft = trial.draft().copy();
        if (at.state() == goal.sized() && at.state() instanceof MapState map) {
            for (Source each : Origins.ofItems(machine, walk, at, map)) {
                draft.change(each, false, there -> Values.items(there, goal.items()));
            }
            long items = WalkedBy.items(walk, at);
            if (items >= 0 && Math.min(2, items) != goal.items() && Origins.hasConstantItems(machine, walk, at, map)) {
                Draft byOtherWay = byOtherWay(trial, walk, at);
                if (byOtherWay == null && !goesAstray) {
                    impossible = "the definition itself says which items " + JavaText.literal(map.name()) + " has.";
                }
                return byOtherWay;
            }
        }
        if (isGoal && !goal.script().isEmpty() && at.state() instanceof TaskState) {
            List<Answer> script = new ArrayList<>();
            for (Answer each : goal.script()) {
                // What it returns after a failure is what it returned before.
                script.add(
                        each instanceof Answer.Result ? draft.success(at.state().name(), at.lastCall()) : each);
            }
            boolean given = true;
            for (int i = 0; i < script.size(); i++) {
                given &= draft.answer(at.state().name(), at.firstCall() + i).getClass()
                        == script.get(i).getClass();
            }
            if (!given) {
                draft.script(at.state().name(), at.firstCall(), script);
            }
        }
        return untried(draft);
    }

    /** Comes to the same state by states that this trial did not visit: what was there, the definition itself says. */
    private @Nullable Draft byOtherWay(Trial trial, Walk walk, Visited at) {
        for (Visited each = at; each != null; each = before(each)) {
            State target = targetIn(each.frame());
            Transition taken = taken(each);
            if (target == null) {
                continue;
            }
            if (taken != null && each.state() != target && ways.block(taken)) {
                tried.clear(); // the repair of what was tried now goes for another way
            }
            boolean isOpen = ways.isOpen(each.frame().graph(), each.state(), target.name());
            if (isOpen && each.state() == target) {
                goesAstray = true; // another visit of it, in a loop
            } else if (isOpen) {
                Transition wanted = wanted(each);
                Draft draft = null;
                if (each.state() instanceof ChoiceState choice) {
                    draft = choose(trial, walk, each, choice);
                } else if (wanted != null && wanted.kind() == Transition.Kind.CATCHER) {
                    draft = breakDown(trial, walk, each, wanted);
                }
                if (draft != null) {
                    return draft;
                }
                goesAstray = true;
            }
        }
        return null;
    }

    private static @Nullable Visited before(Visited at) {
        return at.previous() == null ? at.frame().parent() : at.previous();
    }

    // --- the way

    /** How the state should be left; null when it does not matter. */
    private @Nullable Transition wanted(Visited at) {
        State target = targetIn(at.frame());
        if (target == null || reachedBefore(at)) {
            return ways.next(at.frame().graph(), at.state(), null);
        }
        if (at.state() == target) {
            return target == goal.place() && goal.exit() != null
                    ? goal.exit()
                    : ways.next(at.frame().graph(), at.state(), null);
        }
        return ways.next(at.frame().graph(), at.state(), target.name());
    }

    private @Nullable State targetIn(Frame frame) {
        for (State each : goal.chain()) {
            if (frame.graph().states().get(each.name()) == each) {
                return each;
            }
        }
        return null;
    }

    /** Whether the target of its frame was passed as it should before this visit. */
    private boolean reachedBefore(Visited at) {
        State target = targetIn(at.frame());
        for (Visited each = at.previous(); each != null; each = each.previous()) {
            if (each.state() == target
                    && (target != goal.place()
                            || goal.exit() == null
                            || goal.exit().equals(taken(each)))) {
                return true;
            }
        }
        return false;
    }

    private static @Nullable Transition taken(Visited at) {
        StateVisit visit = at.visit();
        Integer rule = visit.matchedRule();
        for (Transition each : at.state().transitions()) {
            boolean is =
                    switch (each.kind()) {
                        case CHOICE_RULE -> rule != null && rule == each.index();
                        case DEFAULT -> visit.tookDefault();
                        case CATCHER -> visit.caught() != null && visit.caught().catcher() == each.index();
                        case NEXT -> visit.caught() == null && visit.status() == VisitStatus.SUCCEEDED;
                    };
            if (is) {
                return each;
            }
        }
        return null;
    }

    private @Nullable Draft choose(Trial trial, Walk walk, Visited at, ChoiceState choice) {
        for (int i = 0; i <= choice.transitions().size(); i++) {
            Transition wanted = wanted(at);
            if (wanted == null || wanted.equals(taken(at))) {
                return null;
            }
            Draft draft = draftFor(trial, walk, at, choice, wanted);
            if (draft != null) {
                return draft;
            }
            departure(choice, wanted);
            goesAstray = true;
            if (wanted.equals(goal.exit()) || !ways.block(wanted)) {
                return null;
            }
        }
        return null;
    }

    private void departure(ChoiceState choice, Transition wanted) {
        String name = JavaText.literal(choice.name());
        String target = JavaText.literal(wanted.target());
        boolean readsNothing = true;
        for (JsonNode rule : machine.json(choice).path("Choices")) {
            readsNothing &=
                    rule.has("Condition") && rule.get("Condition").asText().indexOf('$') < 0;
        }
        if (wanted.equals(goal.exit()) && readsNothing) {
            impossible = "no data decide where " + name + " goes, and it never goes to " + target + ".";
        } else if (departure == null) {
            departure = "No data were found with which " + name + " goes to " + target + ".";
        }
    }

    /** Where no way on was found; null when there is no such place. */
    @Nullable
    String departure() {
        return departure;
    }

    private @Nullable Draft draftFor(Trial trial, Walk walk, Visited at, ChoiceState choice, Transition wanted) {
        Map<DataPath, JsonNode> values = new ChoiceSolver(
                        machine.probe(choice),
                        machine.json(choice),
                        at.visit().input(),
                        Variables.seenBy(at),
                        path -> !Origins.of(machine, walk, at, path).isEmpty(),
                        wanted)
                .solve();
        if (values == null) {
            return null;
        }
        boolean again = false;
        for (Visited before = at.previous(); before != null; before = before.previous()) {
            again |= before.state() == at.state();
        }
        Draft draft = trial.draft().copy();
        for (Map.Entry<DataPath, JsonNode> each : values.entrySet()) {
            JsonNode value = each.getValue().isMissingNode() ? null : each.getValue();
            for (Source source : Origins.of(machine, walk, at, each.getKey())) {
                draft.change(source, again, there -> value);
            }
        }
        return untried(draft);
    }

    /** Lets a Task fail, or one inside, so that the catcher is used that the way leads through. */
    private @Nullable Draft breakDown(Trial trial, Walk walk, Visited at, Transition wanted) {
        List<String> names =
                at.state().errorHandling().catchers().get(wanted.index()).errorEquals();
        if (at.state() instanceof TaskState task) {
            Draft draft = trial.draft().copy();
            draft.script(at.state().name(), at.firstCall(), List.of(failure(task, names)));
            return untried(draft);
        }
        for (Frame frame : walk.inner(at)) {
            for (Visited each : frame.visits()) {
                if (each.state() instanceof TaskState task) {
                    Draft draft = trial.draft().copy();
                    draft.script(each.state().name(), each.firstCall(), List.of(failure(task, names)));
                    Draft fresh = untried(draft);
                    if (fresh != null) {
                        return fresh;
                    }
                }
            }
        }
        return null;
    }

    private static Answer failure(TaskState task, List<String> names) {
        for (String each : names) {
            if (!each.equals("States.ALL") && Goals.mayRaise(task, each)) {
                return Answer.failing(each);
            }
        }
        return new Answer.Failure(Goals.EXAMPLE_ERROR);
    }

    // --- what broke down

    private @Nullable Draft mend(Trial trial, Walk walk, Visited at) {
        if (trial.isScripted(at)) {
            Draft draft = trial.draft().copy();
            draft.script(
                    at.state().name(),
                    at.firstCall(),
                    List.of(draft.success(at.state().name(), at.firstCall())));
            return untried(draft);
        }
        for (Frame frame : walk.inner(at)) {
            if (frame.visits().stream().anyMatch(each -> each.visit().status() == VisitStatus.FAILED)) {
                return null; // its own turn comes
            }
        }
        Draft draft = trial.draft().copy();
        ObjectPlaces.add(machine, draft, at);
        Needs needs = new Needs(machine, walk, at);
        needs.fill(draft);
        Draft fresh = untried(draft);
        int shift = shifts.getOrDefault(at.state(), 0);
        while (fresh == null && shift < MOST_SHIFTS) {
            Draft shifted = trial.draft().copy();
            needs.fillOtherwise(shifted, shift++);
            fresh = untried(shifted);
        }
        shifts.put(at.state(), shift);
        return fresh;
    }

    private @Nullable Draft untried(Draft draft) {
        return tried.contains(draft.key()) ? null : draft;
    }
}
