package io.github.stepunit.coverage;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.stepunit.definition.Catcher;
import io.github.stepunit.definition.ChoiceRule;
import io.github.stepunit.definition.ChoiceState;
import io.github.stepunit.definition.ErrorHandling;
import io.github.stepunit.definition.FailState;
import io.github.stepunit.definition.MapState;
import io.github.stepunit.definition.ParallelState;
import io.github.stepunit.definition.Retrier;
import io.github.stepunit.definition.State;
import io.github.stepunit.definition.StateGraph;
import io.github.stepunit.definition.StateMachineDefinition;
import io.github.stepunit.definition.SucceedState;
import io.github.stepunit.definition.TaskState;
import io.github.stepunit.json.JsonPointer;
import io.github.stepunit.json.JsonText;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Lists what of a definition can be walked. */
final class ElementIndexer {

    /** No Standard execution has events for so many attempts (25,000 in all, three or more for each). */
    private static final long MOST_ATTEMPTS = 8_000;

    private final StateMachineDefinition definition;
    private final JsonNode json;
    private final List<CoverageElement> elements = new ArrayList<>();

    ElementIndexer(StateMachineDefinition definition) {
        this.definition = definition;
        this.json = JsonText.parseWithoutText(definition.text());
    }

    ElementIndex index() {
        int timeout = StateSlots.NONE;
        if (definition.timeoutSeconds() != null) {
            JsonPointer at = JsonPointer.ROOT.field("TimeoutSeconds");
            timeout = add(at.toString(), ElementKind.MACHINE_TIMEOUT, at, "", "The machine, TimeoutSeconds", true);
        }
        Map<String, StateSlots> states = graph(definition.graph(), true);
        return new ElementIndex(List.copyOf(elements), states, timeout);
    }

    private Map<String, StateSlots> graph(StateGraph graph, boolean entered) {
        Set<String> reachable = Reachability.of(graph);
        Map<String, StateSlots> slots = new LinkedHashMap<>();
        graph.states().forEach((name, state) -> slots.put(name, state(state, entered && reachable.contains(name))));
        return slots;
    }

    private StateSlots state(State state, boolean reachable) {
        JsonNode own = json.at(state.pointer().toString());
        Placed at = new Placed(state, own, reachable);
        int entered = at.add("", ElementKind.STATE, state.pointer(), state.name(), true);
        int next = next(at);
        int[] rules = rules(at);
        int defaultTaken = defaultTaken(at);
        ErrorHandling handling = handlingOf(state);
        int[] used = new int[handling.retriers().size()];
        int[] exhausted = new int[used.length];
        for (int i = 0; i < used.length; i++) {
            retrier(at, handling.retriers(), i, used, exhausted);
        }
        int[] catchers = catchers(at, handling.catchers());
        int timeout = StateSlots.NONE;
        int heartbeat = StateSlots.NONE;
        if (state instanceof TaskState) {
            timeout = at.field(ElementKind.STATE_TIMEOUT, "TimeoutSeconds", "TimeoutSecondsPath");
            heartbeat = at.field(ElementKind.HEARTBEAT_TIMEOUT, "HeartbeatSeconds", "HeartbeatSecondsPath");
        }
        int[] items = items(at);
        int tolerated = tolerated(at);
        List<Map<String, StateSlots>> inner =
                state.graphs().stream().map(each -> graph(each, reachable)).toList();
        return new StateSlots(
                state,
                entered,
                next,
                rules,
                defaultTaken,
                catchers,
                used,
                exhausted,
                timeout,
                heartbeat,
                items,
                tolerated,
                inner);
    }

    private int next(Placed at) {
        State state = at.state;
        if (state.next() != null) {
            return at.add(
                    "", ElementKind.NEXT, state.pointer().field("Next"), state.name() + " → " + state.next(), true);
        }
        boolean ends = !(state instanceof ChoiceState || state instanceof SucceedState || state instanceof FailState);
        return ends
                ? at.add("", ElementKind.END, state.pointer().field("End"), state.name() + ", End", true)
                : StateSlots.NONE;
    }

    private int[] rules(Placed at) {
        if (!(at.state instanceof ChoiceState choice)) {
            return new int[0];
        }
        int[] rules = new int[choice.choices().size()];
        for (int i = 0; i < rules.length; i++) {
            ChoiceRule rule = choice.choices().get(i);
            String text = RuleText.of(at.json.path("Choices").path(i));
            rules[i] = at.add(
                    "",
                    ElementKind.CHOICE_RULE,
                    rule.pointer(),
                    at.state.name() + ", rule " + i + " (" + text + ") → " + rule.next(),
                    true);
        }
        return rules;
    }

    private static int defaultTaken(Placed at) {
        return at.state instanceof ChoiceState choice && choice.defaultState() != null
                ? at.add(
                        "",
                        ElementKind.DEFAULT,
                        choice.pointer().field("Default"),
                        choice.name() + ", Default → " + choice.defaultState(),
                        true)
                : StateSlots.NONE;
    }

    private static void retrier(Placed at, List<Retrier> retriers, int i, int[] used, int[] exhausted) {
        Retrier retrier = retriers.get(i);
        boolean matches = !Reachability.isShadowed(
                retrier.errorEquals(),
                retriers.subList(0, i).stream().map(Retrier::errorEquals).toList());
        String label = at.state.name() + ", retrier " + i + " (" + String.join(", ", retrier.errorEquals()) + ") ";
        used[i] = at.add(
                "#used",
                ElementKind.RETRIER_USED,
                retrier.pointer(),
                label + "used",
                matches && retrier.maxAttempts() > 0);
        exhausted[i] = at.add(
                "#exhausted",
                ElementKind.RETRIER_EXHAUSTED,
                retrier.pointer(),
                label + "exhausted",
                matches && retrier.maxAttempts() <= MOST_ATTEMPTS);
    }

    private static int[] catchers(Placed at, List<Catcher> catchers) {
        int[] numbers = new int[catchers.size()];
        for (int i = 0; i < numbers.length; i++) {
            Catcher catcher = catchers.get(i);
            numbers[i] = at.add(
                    "",
                    ElementKind.CATCHER,
                    catcher.pointer(),
                    at.state.name() + ", catcher " + i + " (" + String.join(", ", catcher.errorEquals()) + ") → "
                            + catcher.next(),
                    !Reachability.isShadowed(catchers, i));
        }
        return numbers;
    }

    /** At the processor, where no state's name can be mistaken for them. */
    private static int[] items(Placed at) {
        if (!(at.state instanceof MapState map)) {
            return new int[0];
        }
        JsonPointer processor = map.processor().pointer();
        return new int[] {
            at.add("#none", ElementKind.MAP_NO_ITEM, processor, map.name() + ", no item", true),
            at.add("#one", ElementKind.MAP_ONE_ITEM, processor, map.name() + ", one item", true),
            at.add("#many", ElementKind.MAP_MANY_ITEMS, processor, map.name() + ", many items", true)
        };
    }

    /** An inline Map state tolerates no failure, whatever its fields say. */
    private static int tolerated(Placed at) {
        String mode = at.json
                .path("ItemProcessor")
                .path("ProcessorConfig")
                .path("Mode")
                .asText();
        return at.state instanceof MapState && mode.equals("DISTRIBUTED")
                ? at.field(
                        ElementKind.TOLERATED_FAILURE,
                        "ToleratedFailurePercentage",
                        "ToleratedFailurePercentagePath",
                        "ToleratedFailureCount",
                        "ToleratedFailureCountPath")
                : StateSlots.NONE;
    }

    private static ErrorHandling handlingOf(State state) {
        if (state instanceof TaskState task) {
            return task.errorHandling();
        }
        if (state instanceof ParallelState parallel) {
            return parallel.errorHandling();
        }
        return state instanceof MapState map ? map.errorHandling() : ErrorHandling.NONE;
    }

    private int add(String id, ElementKind kind, JsonPointer at, String state, String label, boolean reachable) {
        int line = definition.sourceMap().locate(at).line();
        elements.add(new CoverageElement(id, kind, at.toString(), state, label, line, reachable));
        return elements.size() - 1;
    }

    /** Adds what belongs to one state. */
    private final class Placed {

        private final State state;
        private final JsonNode json;
        private final boolean reachable;

        Placed(State state, JsonNode json, boolean reachable) {
            this.state = state;
            this.json = json;
            this.reachable = reachable;
        }

        int add(String outcome, ElementKind kind, JsonPointer at, String label, boolean possible) {
            return ElementIndexer.this.add(
                    at + outcome, kind, at, state.pointer().toString(), label, reachable && possible);
        }

        /** At the first of these fields that the state has. */
        int field(ElementKind kind, String... names) {
            for (String name : names) {
                if (json.has(name)) {
                    return add("", kind, state.pointer().field(name), state.name() + ", " + name, true);
                }
            }
            return StateSlots.NONE;
        }
    }
}
