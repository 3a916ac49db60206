package io.github.stepunit.skeleton;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.stepunit.coverage.CoverageElement;
import io.github.stepunit.coverage.ElementKind;
import io.github.stepunit.definition.Catcher;
import io.github.stepunit.definition.FailState;
import io.github.stepunit.definition.MapState;
import io.github.stepunit.definition.Retrier;
import io.github.stepunit.definition.State;
import io.github.stepunit.definition.StateGraph;
import io.github.stepunit.definition.TaskState;
import io.github.stepunit.definition.Transition;
import io.github.stepunit.integration.StatesErrors;
import io.github.stepunit.internal.text.JavaText;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The ways to walk an element that are worth a try, the plainest first. */
final class Goals {

    static final String EXAMPLE_ERROR = "States.TaskFailed";

    private static final Answer OK = new Answer.Result(Values.object());
    private static final int MOST = 8;
    /** With a tolerance so small that it takes more, the items would fill the test. */
    private static final int MOST_ITEMS = 25;

    private final Machine machine;
    private final CoverageElement element;
    private final List<State> chain;
    private final List<Goal> goals = new ArrayList<>();

    private Goals(Machine machine, CoverageElement element) {
        this.machine = machine;
        this.element = element;
        this.chain = machine.chain(element);
    }

    static List<Goal> of(Machine machine, CoverageElement element) {
        Goals goals = new Goals(machine, element);
        if (element.kind() == ElementKind.MACHINE_TIMEOUT) {
            goals.machineTimeout(machine.definition().graph());
        } else if (!goals.chain.isEmpty()) {
            goals.collect(goals.chain.get(goals.chain.size() - 1));
        }
        return goals.goals.subList(0, Math.min(MOST, goals.goals.size()));
    }

    /** Why an element has no goals: it is for errors that nothing around it raises; null when that is not why. */
    static @Nullable String departure(CoverageElement element) {
        if (element.kind() != ElementKind.CATCHER
                && element.kind() != ElementKind.RETRIER_USED
                && element.kind() != ElementKind.RETRIER_EXHAUSTED) {
            return null;
        }
        for (String name : element.detail().split(", ", -1)) {
            if (name.startsWith(StatesErrors.PREFIX) && !StatesErrors.isKnown(name)) {
                String meant = StatesErrors.closest(name).stream()
                        .findFirst()
                        .map(each -> ": did you mean " + each + "?")
                        .orElse(".");
                return "AWS has no error " + JavaText.literal(name) + meant;
            }
        }
        return "No Task was found that raises " + JavaText.literal(element.detail()) + ".";
    }

    private void collect(State state) {
        switch (element.kind()) {
            case CHOICE_RULE, DEFAULT -> goals.add(Goal.exit(element, chain, transition(state)));
            case CATCHER -> catcher(state);
            case RETRIER_USED, RETRIER_EXHAUSTED -> retrier(state);
            case STATE_TIMEOUT -> {
                goals.add(Goal.script(element, chain, List.of(new Answer.Never())));
                goals.add(Goal.script(element, chain, List.of(new Answer.TimeOut())));
            }
            case HEARTBEAT_TIMEOUT -> goals.add(Goal.script(element, chain, List.of(new Answer.Never())));
            case MAP_NO_ITEM -> goals.add(Goal.visit(element, chain).sized((MapState) state, 0));
            case MAP_ONE_ITEM -> goals.add(Goal.visit(element, chain).sized((MapState) state, 1));
            case MAP_MANY_ITEMS -> goals.add(Goal.visit(element, chain).sized((MapState) state, 2));
            case TOLERATED_FAILURE -> tolerated((MapState) state);
            default -> goals.add(Goal.visit(element, chain));
        }
    }

    private Transition transition(State state) {
        return state.transitions().stream()
                .filter(each -> each.pointer().toString().equals(element.pointer())
                        || each.pointer().toString().equals(element.pointer() + "/Next"))
                .findFirst()
                .orElseThrow();
    }

    private int index() {
        return Integer.parseInt(element.pointer().substring(element.pointer().lastIndexOf('/') + 1));
    }

    private void machineTimeout(StateGraph graph) {
        // A loop may take that long by itself.
        for (State state : graph.states().values()) {
            if (state instanceof TaskState) {
                goals.add(Goal.script(element, machine.chain(state), List.of(new Answer.Never())));
            }
            state.graphs().forEach(this::machineTimeout);
        }
    }

    // --- errors

    private void catcher(State state) {
        List<Catcher> catchers = state.errorHandling().catchers();
        fail(
                state,
                catchers.get(index()).errorEquals(),
                catchers.subList(0, index()).stream().map(Catcher::errorEquals).toList(),
                false);
    }

    private void retrier(State state) {
        List<Retrier> retriers = state.errorHandling().retriers();
        fail(
                state,
                retriers.get(index()).errorEquals(),
                retriers.subList(0, index()).stream().map(Retrier::errorEquals).toList(),
                element.kind() == ElementKind.RETRIER_USED);
    }

    private void tolerated(MapState map) {
        int items = 2;
        if (map.toleratedFailurePercentage() != null && map.toleratedFailureCount() == null) {
            JsonNode given = machine.json(map).path("ToleratedFailurePercentage");
            // What an expression gives, only a run could tell.
            double percent = given.isNumber() ? given.doubleValue() : 50;
            items = percent <= 0 ? 2 : (int) Math.max(2, Math.ceil(100 / percent));
        }
        if (items <= MOST_ITEMS) {
            for (State victim : inside(map)) {
                if (victim instanceof TaskState) {
                    Answer failure = new Answer.Failure(EXAMPLE_ERROR);
                    int failures = 1;
                    for (Retrier each : victim.errorHandling().retriers()) {
                        failures = matches(each.errorEquals(), EXAMPLE_ERROR)
                                ? (int) Math.min(20, each.maxAttempts() + 1)
                                : failures;
                    }
                    List<Answer> script = new ArrayList<>(Collections.nCopies(failures, failure));
                    script.add(OK);
                    goals.add(
                            Goal.script(element, machine.chain(victim), script).sized(map, items));
                }
            }
        }
    }

    private void fail(State state, List<String> names, List<List<String>> before, boolean once) {
        List<String> errors = errors(names, before);
        if (state instanceof TaskState task) {
            for (String error : errors) {
                if (mayRaise(task, error)) {
                    goals.add(Goal.script(element, chain, script(error, once)));
                }
            }
            return;
        }
        boolean distributed = state instanceof MapState map && map.distribution() != null;
        List<String> inner = distributed ? List.of(EXAMPLE_ERROR) : errors;
        for (String error : inner) {
            for (State victim : inside(state)) {
                if (victim instanceof TaskState task && mayRaise(task, error) && !caughtInside(state, victim, error)) {
                    goals.add(Goal.script(element, machine.chain(victim), script(error, once)));
                }
            }
        }
        for (State victim : inside(state)) {
            if (victim instanceof FailState fail) {
                String error = machine.json(fail).path("Error").asText(EXAMPLE_ERROR);
                if (distributed || (matches(names, error) && before.stream().noneMatch(each -> matches(each, error)))) {
                    goals.add(Goal.visit(element, machine.chain(victim)));
                }
            }
        }
    }

    private static List<Answer> script(String error, boolean once) {
        Answer failure = Answer.failing(error);
        return once ? List.of(failure, OK) : List.of(failure);
    }

    /** Errors that go to these names and to none before them. */
    private static List<String> errors(List<String> names, List<List<String>> before) {
        Set<String> candidates = new LinkedHashSet<>();
        names.stream().filter(name -> !name.equals("States.ALL")).forEach(candidates::add);
        candidates.add(EXAMPLE_ERROR);
        candidates.add("States.Timeout");
        return candidates.stream()
                .filter(error -> matches(names, error) && before.stream().noneMatch(each -> matches(each, error)))
                .limit(3)
                .toList();
    }

    /** Whether a mock of the Task may fail so: those refuse names that only a mistake can have made. */
    static boolean mayRaise(TaskState task, String error) {
        return (!error.startsWith(StatesErrors.PREFIX) || StatesErrors.isKnown(error))
                && task.resource().errors().surelyMeant(error).isEmpty();
    }

    static boolean matches(List<String> names, String error) {
        return names.contains(error)
                || names.contains("States.ALL")
                || (names.contains("States.TaskFailed") && !error.equals("States.Timeout"));
    }

    private boolean caughtInside(State around, State victim, String error) {
        List<State> states = machine.chain(victim);
        return states.subList(states.indexOf(around) + 1, states.size()).stream()
                .anyMatch(each -> each.errorHandling().catchers().stream()
                        .anyMatch(catcher -> matches(catcher.errorEquals(), error)));
    }

    private static List<State> inside(State state) {
        List<State> all = new ArrayList<>();
        for (StateGraph graph : state.graphs()) {
            for (State each : graph.states().values()) {
                all.add(each);
                all.addAll(inside(each));
            }
        }
        return all;
    }
}
