package io.github.stepunit.coverage;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.stepunit.coverage.GraphPaths.Step;
import io.github.stepunit.definition.ChoiceState;
import io.github.stepunit.definition.MapState;
import io.github.stepunit.definition.ParallelState;
import io.github.stepunit.definition.State;
import io.github.stepunit.definition.StateGraph;
import io.github.stepunit.definition.StateMachineDefinition;
import io.github.stepunit.definition.TaskState;
import io.github.stepunit.definition.Transition;
import io.github.stepunit.internal.text.JavaText;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Finds mocks and an input that should lead to an element. It looks at what the definition says plainly: the shortest way
 * through the graph, simple comparisons, simple paths. What it cannot tell (filters, what an expression makes) is left to
 * who completes the test.
 */
final class WalkPlanner {

    private static final String ITEM_VALUE = "$$.Map.Item.Value";
    private static final String EXAMPLE_ERROR = "Example.Error";

    private final StateMachineDefinition definition;
    private final StateJson json;
    private final DataOrigins origins;
    private final WalkPlan plan = new WalkPlan();

    private WalkPlanner(StateMachineDefinition definition, StateJson json) {
        this.definition = definition;
        this.json = json;
        this.origins = new DataOrigins(json, plan);
    }

    static WalkPlan plan(StateMachineDefinition definition, StateJson json, CoverageElement element) {
        WalkPlanner planner = new WalkPlanner(definition, json);
        planner.reach(element);
        return planner.plan;
    }

    private void reach(CoverageElement element) {
        if (element.kind() == ElementKind.MACHINE_TIMEOUT) {
            timeOut();
        } else {
            reach(definition.graph(), element, plan.input());
        }
    }

    private void timeOut() {
        List<State> walked = through(definition.graph(), definition.graph().startAt(), plan.input(), new ArrayList<>());
        Long seconds = definition.timeoutSeconds();
        walked.stream()
                .filter(TaskState.class::isInstance)
                .findFirst()
                .ifPresent(task -> plan.script(
                        task.name(),
                        "returns(%s).after(java.time.Duration.ofSeconds(" + (seconds == null ? 1 : seconds + 1)
                                + "L))"));
    }

    /** Walks to the state around the element, does there what the element needs, and on to the end. */
    private void reach(StateGraph graph, CoverageElement element, JsonSketch input) {
        State holder = graph.states().values().stream()
                .filter(each -> element.state().equals(json.pointerOf(each))
                        || element.state().startsWith(json.pointerOf(each) + "/"))
                .findFirst()
                .orElse(null);
        if (holder == null) {
            return;
        }
        List<State> walked = new ArrayList<>();
        List<Step> way = GraphPaths.to(graph, graph.startAt(), holder.name());
        for (Step step : way.subList(0, Math.max(0, way.size() - 1))) {
            pass(step, input, walked);
        }
        String next;
        if (element.state().equals(json.pointerOf(holder))) {
            next = walk(holder, element, input, walked);
        } else {
            next = holder.next();
            inside(holder, element, input, walked);
        }
        if (next != null) {
            walked.add(holder);
            through(graph, next, input, walked);
        }
    }

    private void inside(State holder, CoverageElement element, JsonSketch input, List<State> walked) {
        JsonSketch inner = holder instanceof MapState ? items(holder, input, walked, 1) : input;
        for (StateGraph each : holder.graphs()) {
            if (element.state().startsWith(each.pointer() + "/")) {
                reach(each, element, inner);
            } else {
                through(each, each.startAt(), inner, new ArrayList<>());
            }
        }
    }

    /** Walks the element itself; gives the state that comes next, null when nothing does. */
    private @Nullable String walk(State state, CoverageElement element, JsonSketch input, List<State> walked) {
        return switch (element.kind()) {
            case CHOICE_RULE, DEFAULT, CATCHER -> leave(state, transitionOf(state, element), input, walked);
            case RETRIER_USED, RETRIER_EXHAUSTED ->
                fail(
                        state,
                        element.kind() == ElementKind.RETRIER_USED,
                        error(
                                state,
                                state.errorHandling()
                                        .retriers()
                                        .get(index(element))
                                        .errorEquals(),
                                retriersBefore(state, element)),
                        input,
                        walked);
            case STATE_TIMEOUT -> fail(state, false, "States.Timeout", input, walked);
            case HEARTBEAT_TIMEOUT -> {
                plan.script(state.name(), "neverAnswers()");
                yield caught(state, "States.HeartbeatTimeout");
            }
            case MAP_NO_ITEM, MAP_ONE_ITEM, MAP_MANY_ITEMS -> {
                int count = element.kind() == ElementKind.MAP_NO_ITEM
                        ? 0
                        : element.kind() == ElementKind.MAP_ONE_ITEM ? 1 : 2;
                JsonSketch item = items(state, input, walked, count);
                if (count > 0) {
                    through(state.graphs().get(0), state.graphs().get(0).startAt(), item, new ArrayList<>());
                }
                yield state.next();
            }
            case TOLERATED_FAILURE -> {
                JsonSketch item = items(state, input, walked, 2);
                StateGraph graph = state.graphs().get(0);
                through(graph, graph.startAt(), item, new ArrayList<>()).stream()
                        .filter(TaskState.class::isInstance)
                        .findFirst()
                        .ifPresent(task -> plan.script(
                                task.name(),
                                "fails(" + JavaText.literal(EXAMPLE_ERROR) + ").times(1).thenReturns(%s)"));
                yield state.next();
            }
            default -> {
                pass(new Step(state, null), input, walked);
                // The pass has noted the state; whoever called notes it again.
                walked.remove(walked.size() - 1);
                yield state instanceof ChoiceState ? firstTarget(state) : state.next();
            }
        };
    }

    private static @Nullable String firstTarget(State state) {
        return state.transitions().isEmpty() ? null : state.transitions().get(0).target();
    }

    private static int index(CoverageElement element) {
        return Integer.parseInt(element.pointer().substring(element.pointer().lastIndexOf('/') + 1));
    }

    private static List<List<String>> retriersBefore(State state, CoverageElement element) {
        return state.errorHandling().retriers().subList(0, index(element)).stream()
                .map(each -> each.errorEquals())
                .toList();
    }

    private static Transition transitionOf(State state, CoverageElement element) {
        return state.transitions().stream()
                .filter(each -> each.pointer().toString().equals(element.pointer())
                        || each.pointer().toString().equals(element.pointer() + "/Next"))
                .findFirst()
                .orElseThrow();
    }

    /** From that state to the end of the machine, without errors; gives the states on the way. */
    private List<State> through(StateGraph graph, String from, JsonSketch input, List<State> walked) {
        GraphPaths.toEnd(graph, from).forEach(step -> pass(step, input, walked));
        return walked;
    }

    private void pass(Step step, JsonSketch input, List<State> walked) {
        State state = step.state();
        Transition exit = step.exit();
        if (exit != null && exit.kind() != Transition.Kind.NEXT) {
            leave(state, exit, input, walked);
        } else if (state instanceof ChoiceState && !state.transitions().isEmpty()) {
            leave(state, state.transitions().get(0), input, walked);
        } else {
            succeed(state, input, walked);
        }
        walked.add(state);
    }

    private void succeed(State state, JsonSketch input, List<State> walked) {
        origins.ensureInputOf(state, input, walked);
        if (state instanceof TaskState) {
            origins.ensureAnswerOf(state);
        }
        JsonSketch inner = state instanceof MapState ? items(state, input, walked, 1) : input;
        List<List<State>> walkedInside = new ArrayList<>();
        for (StateGraph each : state.graphs()) {
            walkedInside.add(through(each, each.startAt(), inner, new ArrayList<>()));
        }
        if (state instanceof ParallelState parallel) {
            origins.ensureOutputsOf(parallel, walkedInside, inner);
        }
    }

    /** Leaves the state by a rule, its Default or a catcher. */
    private String leave(State state, Transition exit, JsonSketch input, List<State> walked) {
        if (exit.kind() == Transition.Kind.CATCHER) {
            List<List<String>> before = state.errorHandling().catchers().subList(0, exit.index()).stream()
                    .map(each -> each.errorEquals())
                    .toList();
            String error = error(
                    state, state.errorHandling().catchers().get(exit.index()).errorEquals(), before);
            fail(state, false, error, input, walked);
            return exit.target();
        }
        JsonNode rules = json.of(state).path("Choices");
        boolean byDefault = exit.kind() == Transition.Kind.DEFAULT;
        for (int i = 0; i < (byDefault ? rules.size() : exit.index()); i++) {
            RuleValues.of(rules.get(i), false).forEach((path, value) -> origins.set(path, value, input, walked));
        }
        if (!byDefault) {
            RuleValues.of(rules.get(exit.index()), true)
                    .forEach((path, value) -> origins.set(path, value, input, walked));
        }
        return exit.target();
    }

    /** Lets the state fail, or a Task inside it; once or always. Gives the state that comes next. */
    private @Nullable String fail(State state, boolean once, String error, JsonSketch input, List<State> walked) {
        origins.ensureInputOf(state, input, walked);
        Optional<String> task = Optional.of(state.name());
        if (!(state instanceof TaskState)) {
            JsonSketch inner = state instanceof MapState ? items(state, input, walked, 1) : input;
            List<State> within = new ArrayList<>();
            for (StateGraph each : state.graphs()) {
                within.addAll(through(each, each.startAt(), inner, new ArrayList<>()));
            }
            task = within.stream()
                    .filter(TaskState.class::isInstance)
                    .map(State::name)
                    .findFirst();
        } else {
            origins.ensureAnswerOf(state);
        }
        String failure = error.equals("States.Timeout") ? "timesOut()" : "fails(" + JavaText.literal(error) + ")";
        task.ifPresent(name -> plan.script(name, once ? failure + ".times(1).thenReturns(%s)" : failure));
        return once ? state.next() : caught(state, error);
    }

    private static @Nullable String caught(State state, String error) {
        return state.errorHandling().catchers().stream()
                .filter(each -> each.errorEquals().contains(error)
                        || each.errorEquals().contains("States.ALL")
                        || each.errorEquals().contains("States.TaskFailed"))
                .map(each -> each.next())
                .findFirst()
                .orElse(null);
    }

    /** An error that goes to that retrier or catcher and to none before it. */
    private static String error(State state, List<String> names, List<List<String>> before) {
        for (String name : names) {
            boolean wild = name.equals("States.ALL") || name.equals("States.TaskFailed");
            if (!wild && before.stream().noneMatch(each -> each.contains(name))) {
                return name;
            }
        }
        boolean timeoutIsLeft = state instanceof TaskState
                && names.contains("States.ALL")
                && before.stream().anyMatch(each -> each.contains("States.TaskFailed"))
                && before.stream().noneMatch(each -> each.contains("States.Timeout"));
        return timeoutIsLeft ? "States.Timeout" : EXAMPLE_ERROR;
    }

    private JsonSketch items(State state, JsonSketch input, List<State> walked, int count) {
        JsonNode own = json.of(state);
        String path = own.path("ItemsPath").isTextual() ? own.get("ItemsPath").textValue() : "$";
        if (own.path("Items").isTextual()) {
            path = DataOrigins.inputPathOf(own.get("Items").textValue());
        }
        JsonSketch items = origins.find(path, input, walked);
        if (items == null) {
            return new JsonSketch();
        }
        items.setItems(count);
        JsonNode selector = own.path("ItemSelector");
        return selector.isObject() ? selected(selector, items.item(), input, walked) : items.item();
    }

    /** What an ItemSelector makes of an item; its own fields only, as deeper ones are seldom read on. */
    private JsonSketch selected(JsonNode selector, JsonSketch item, JsonSketch input, List<State> walked) {
        JsonSketch selected = new JsonSketch();
        for (Map.Entry<String, JsonNode> field : selector.properties()) {
            String text = field.getValue().asText();
            if (!field.getKey().endsWith(".$")) {
                continue;
            }
            String name = field.getKey().substring(0, field.getKey().length() - 2);
            List<String> steps =
                    text.startsWith(ITEM_VALUE) ? JsonSketch.steps("$" + text.substring(ITEM_VALUE.length())) : null;
            JsonSketch found = steps == null ? origins.find(text, input, walked) : item.child(steps);
            if (found != null) {
                if (steps == null || !steps.isEmpty()) {
                    found.ensureText(name);
                }
                selected.share(name, found);
            }
        }
        return selected;
    }
}
